import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { FilePlace } from './points-file.ts'

/** A file of points that was sent and waits for a choice: only what lies in the municipality. */
export type SentPlaces = {
  readonly fileName: string
  readonly retrievedOn: IsoDate
  readonly places: readonly FilePlace[]
  /** Points elsewhere, and what we have no place for, by tag. */
  readonly elsewhere: number
  readonly unknown: Readonly<Record<string, number>>
  readonly withoutPoint: number
}

/** Keeps a read file until who sent it chooses; those of which nobody chose within a day go. */
export async function keepSentPlaces(tx: Tx, actor: StaffActor, id: string, content: SentPlaces): Promise<void> {
  const aDayAgo = new Date(tx.now.getTime() - 24 * 3600 * 1000)
  await tx.db.deleteFrom('analysis.place_import').where('sent_at', '<', aDayAgo).execute()
  await tx.db
    .insertInto('analysis.place_import')
    .values({
      municipality_id: actor.municipalityId,
      id,
      sent_by: actor.userId,
      sent_at: tx.now,
      content: JSON.stringify(content),
    })
    .execute()
}

/** The file somebody sent; locked, so that choosing twice does nothing twice. */
export async function sentPlaces(tx: Tx, id: string): Promise<SentPlaces | undefined> {
  const row = await tx.db
    .selectFrom('analysis.place_import')
    .select('content')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Written by `keepSentPlaces`.
  return row && (row.content as SentPlaces)
}

/** Forgets a sent file: it was chosen from, or is not wanted. */
export async function forgetSentPlaces(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('analysis.place_import').where('id', '=', id).execute()
}
