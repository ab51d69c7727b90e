import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { freezingRequestsOfCards } from '../../functions/detection/index.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { freezingRequests } from '../../registers/people/index.ts'
import { freezingRequestsOfVolunteers } from '../../registers/volunteers/index.ts'

/** Requests of a zone that were answered before `before`, with the day; not those for which data are frozen still. */
export async function requestsAnsweredBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  const rows = await tx.db
    .selectFrom('rights.request')
    .select(['id', 'answered_on'])
    .where('zone_id', '=', zoneId)
    .where('answered_on', '<', isoDateIn(municipalTimeZone, before))
    .orderBy('answered_on')
    .execute()
  const freezing = new Set([
    ...(await freezingRequests(tx)),
    ...(await freezingRequestsOfVolunteers(tx)),
    ...(await freezingRequestsOfCards(tx)),
  ])
  return rows.flatMap(({ id, answered_on }) =>
    answered_on === null || freezing.has(id) ? [] : [{ id, closedOn: answered_on }],
  )
}

/** Deletes requests; gives how many rows of which table. As the program. */
export async function eraseRequests(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {}
  const rows = await tx.db
    .deleteFrom('rights.request')
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  return { 'rights.request': rows.length }
}
