import type { Tx } from '../../platform/database/transact.ts'
import { type Held, heldRecords } from '../../platform/fields/held.ts'
import type { RightsRequest } from './request.ts'

/** What somebody asked before about the own data, and what was answered (P16). */
export async function whatRequestsHold(
  tx: Tx,
  { zoneId, personId, volunteerId }: Pick<RightsRequest, 'zoneId' | 'personId' | 'volunteerId'>,
): Promise<Held> {
  const subject = personId ?? volunteerId
  if (subject === null) return { records: [], leftOut: [] }
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const rows = await tx.db
    .selectFrom('rights.request')
    .selectAll()
    .where(personId === null ? 'volunteer_id' : 'person_id', '=', subject)
    .where('zone_id', '=', zoneId)
    .orderBy('received_on')
    .execute()
  return { records: heldRecords(zone, shape, rows), leftOut: [] }
}

/** The table that the copy of somebody's data has from here. */
export const heldInRequests = 'rights.request'

const shape = {
  table: heldInRequests,
  key: ['id'],
  columns: [
    'kind',
    'channel',
    'received_on',
    'identity_checked',
    'extended_on',
    'answered_on',
    'outcome',
    'freed_on',
    'freed_because',
  ],
  sealed: ['ask_sealed', 'extension_sealed', 'answer_sealed'],
}
