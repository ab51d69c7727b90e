import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { SecondRequest, SecondState } from './second.ts'

/** Asks somebody; the same identifier twice asks once. False when another request for this signal stands. */
export async function insertRequest(
  tx: Tx,
  request: Pick<SecondRequest, 'id' | 'signalId' | 'askedBy' | 'askedOf'> & { readonly zoneId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('detection.second_request')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: request.id,
      zone_id: request.zoneId,
      signal_id: request.signalId,
      asked_by: request.askedBy,
      asked_of: request.askedOf,
      asked_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers a request that stands; false when it was answered before. */
export async function answerRequest(
  tx: Tx,
  { id }: Pick<SecondRequest, 'id'>,
  state: Exclude<SecondState, 'asked'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.second_request')
    .set({ state, answered_at: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A request the actor asked or may answer. */
export async function requestById(tx: Tx, id: string): Promise<SecondRequest | undefined> {
  const row = await requests(tx).where('id', '=', id).executeTakeFirst()
  return row && requestFrom(row)
}

/** The last request for each of these signals. */
export async function lastRequests(tx: Tx, signalIds: readonly string[]): Promise<ReadonlyMap<string, SecondRequest>> {
  if (signalIds.length === 0) return new Map()
  const rows = await requests(tx)
    .where('signal_id', 'in', [...signalIds])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.signal_id, requestFrom(row)]))
}

/** What was asked of somebody: what stands first, then what they took up, newest first. */
export async function requestsOf(tx: Tx, userId: string): Promise<readonly SecondRequest[]> {
  const rows = await requests(tx)
    .where('asked_of', '=', userId)
    .where('state', '<>', 'declined')
    .orderBy('state')
    .orderBy('asked_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(requestFrom)
}

const requests = (tx: Tx) => tx.db.selectFrom('detection.second_request').selectAll()

const requestFrom = (row: Selectable<Tables['detection.second_request']>): SecondRequest => ({
  id: row.id,
  signalId: row.signal_id,
  askedBy: row.asked_by,
  askedOf: row.asked_of,
  askedAt: row.asked_at,
  state: row.state as SecondState,
  answeredAt: row.answered_at,
})
