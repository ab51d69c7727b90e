import type { Tx } from '../../platform/database/transact.ts'
import { type Held, heldRecords } from '../../platform/fields/held.ts'
import type { RightsRequest } from './request.ts'

/** What somebody asked before about the own data, and what was answered (P16). */
export async function whatRequestsHold(tx: Tx, { zoneId, personId, volunteerId, cardId }: Asker): Promise<Held> {
  const [column, subject] = whose({ personId, volunteerId, cardId })
  if (subject === null) return { records: [], leftOut: [] }
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const rows = await tx.db
    .selectFrom('rights.request')
    .selectAll()
    .where(column, '=', subject)
    .where('zone_id', '=', zoneId)
    .orderBy('received_on')
    .execute()
  return { records: heldRecords(zone, shape, rows), leftOut: [] }
}

/** The table that the copy of somebody's data has from here. */
export const heldInRequests = 'rights.request'

type Asker = Pick<RightsRequest, 'zoneId' | 'personId' | 'volunteerId' | 'cardId'>

function whose({ personId, volunteerId, cardId }: Omit<Asker, 'zoneId'>) {
  if (personId !== null) return ['person_id', personId] as const
  return volunteerId === null ? (['card_id', cardId] as const) : (['volunteer_id', volunteerId] as const)
}

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
