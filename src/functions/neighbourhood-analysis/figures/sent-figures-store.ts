import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { FigureTotal } from '../../../registers/published-figures/index.ts'
import type { ReadyToImport } from './import-figures.ts'

/** What was sent and waits for a yes: what would be kept, and what the file comes to, for looking at it. */
export type SentFigures = ReadyToImport & {
  readonly totals: readonly FigureTotal[]
  readonly ofMunicipality: readonly FigureTotal[]
}

/** Keeps a read file until who sent it confirms; those that nobody confirmed within a day go. */
export async function keepSentFigures(tx: Tx, sentBy: string, id: string, content: SentFigures): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('analysis.figure_import').where('sent_at', '<', aDayAgo).execute()
  await tx.db
    .insertInto('analysis.figure_import')
    .values({
      municipality_id: tx.actor.municipalityId,
      id,
      sent_by: sentBy,
      sent_at: tx.now,
      content: JSON.stringify(content),
    })
    .execute()
}

/** The file somebody sent and did not confirm yet; locked, so that confirming twice does nothing twice. */
export async function sentFigures(tx: Tx, id: string): Promise<SentFigures | undefined> {
  const row = await tx.db
    .selectFrom('analysis.figure_import')
    .select('content')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Written by `keepSentFigures` of this or an earlier day's program.
  return row && (row.content as SentFigures)
}

/** The files somebody sent that wait for a yes, newest first. */
export async function figuresToConfirm(tx: Tx): Promise<readonly { id: string; fileName: string; sentAt: Date }[]> {
  const rows = await tx.db
    .selectFrom('analysis.figure_import')
    .select(['id', 'sent_at', sql<string>`content -> 'dataset' ->> 'fileName'`.as('file_name')])
    .orderBy('sent_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, sentAt: row.sent_at }))
}

/** Forgets a sent file: it was confirmed, or is not wanted. */
export async function forgetSentFigures(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('analysis.figure_import').where('id', '=', id).execute()
}
