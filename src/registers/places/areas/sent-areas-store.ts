import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { AreaCount } from '../../published-areas/index.ts'
import type { ReadyAreas } from './import-areas.ts'
import type { LevelRead } from './kept-area.ts'
import type { Neighbouring } from './neighbouring.ts'
import type { ReadyTable } from './tables/import-area-tables.ts'

/** A file of areas that waits for a yes. `areas` has those of the neighbouring municipalities too, to choose from. */
export type SentAreas = ReadyAreas & {
  readonly kind: 'areas'
  readonly nisCodes: readonly string[]
  readonly neighbours: readonly Neighbouring[]
  readonly levels: readonly LevelRead[]
  readonly count: Pick<AreaCount, 'areas' | 'doubled' | 'remarks'>
}

/** A table between areas that waits for a yes. */
export type SentTable = ReadyTable & {
  readonly kind: 'table'
  readonly rows: number
  readonly notLocalisable: number
}

/** Keeps a read file until who sent it confirms; those that nobody confirmed within a day go. */
export async function keepSent(tx: Tx, sentBy: string, id: string, content: SentAreas | SentTable): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('places.area_import').where('sent_at', '<', aDayAgo).execute()
  await tx.db
    .insertInto('places.area_import')
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
export async function sentFile(tx: Tx, id: string): Promise<SentAreas | SentTable | undefined> {
  const row = await tx.db
    .selectFrom('places.area_import')
    .select('content')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Written by `keepSent` of this or an earlier day's program.
  return row && (row.content as SentAreas | SentTable)
}

/** The files somebody sent that wait for a yes, newest first. */
export async function areasToConfirm(tx: Tx): Promise<readonly { id: string; fileName: string; sentAt: Date }[]> {
  const rows = await tx.db
    .selectFrom('places.area_import')
    .select(['id', 'sent_at', sql<string>`content -> 'source' ->> 'fileName'`.as('file_name')])
    .orderBy('sent_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, sentAt: row.sent_at }))
}

/** Forgets a sent file: it was confirmed, or is not wanted. */
export async function forgetSent(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('places.area_import').where('id', '=', id).execute()
}
