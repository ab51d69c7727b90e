import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { FigureTotal } from '../../../registers/published-figures/index.ts'
import type { ReadyToImport } from './import-figures.ts'

/** What was sent and waits for a yes: what would be kept, and what the file comes to, for looking at it. */
export type SentFigures = ReadyToImport & {
  readonly totals: readonly FigureTotal[]
  readonly ofMunicipality: readonly FigureTotal[]
}

/** Keeps a read file until who sent it confirms; those that nobody confirmed within a day go. */
export async function keepSentFigures(tx: Tx, actor: StaffActor, id: string, content: SentFigures): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('analysis.figure_import').where('sent_at', '<', aDayAgo).execute()
  await tx.db
    .insertInto('analysis.figure_import')
    .values({
      municipality_id: actor.municipalityId,
      id,
      sent_by: actor.userId,
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

/** Forgets a sent file: it was confirmed, or is not wanted. */
export async function forgetSentFigures(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('analysis.figure_import').where('id', '=', id).execute()
}
