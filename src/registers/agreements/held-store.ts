import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../platform/database/transact.ts'
import { type Held, heldRecords } from '../../platform/fields/held.ts'

/** Why data of somebody are kept, and what they agreed to (P2, P16). Who heard it given is a colleague or another: left out. */
export async function whatAgreementsHold(tx: Tx, personId: string, zoneId: string): Promise<Held> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const grounds = await tx.db
    .selectFrom('agreements.legal_ground')
    .selectAll()
    .where('person_id', '=', personId)
    .where('zone_id', '=', zoneId)
    .orderBy('recorded_at')
    .execute()
  const agreements = await tx.db
    .selectFrom('agreements.sharing_agreement')
    .selectAll()
    .where('person_id', '=', personId)
    .where('zone_id', '=', zoneId)
    .orderBy('given_on')
    .execute()
  return {
    records: [...heldRecords(zone, groundShape, grounds), ...heldRecords(zone, agreementShape, agreements)],
    leftOut: agreements.length > 0 ? ['colleagues'] : [],
  }
}

/** Deletes the grounds and agreements of people; gives how many rows of which table. */
export async function eraseAgreementsOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  if (personIds.length === 0) return {}
  const agreements = await tx.db
    .deleteFrom('agreements.sharing_agreement')
    .where('person_id', 'in', [...personIds])
    .returning('id')
    .execute()
  const grounds = await tx.db
    .deleteFrom('agreements.legal_ground')
    .where('person_id', 'in', [...personIds])
    .returning('id')
    .execute()
  return { 'agreements.sharing_agreement': agreements.length, 'agreements.legal_ground': grounds.length }
}

/**
 * Which of these people agreed to something on `day` or later, or to something that had its last day then or later. Without a
 * last day the day it was given counts: that nobody took it back is no ground to keep data of somebody for ever.
 */
export async function peopleWithAgreementSince(
  tx: Tx,
  personIds: readonly string[],
  day: IsoDate,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('agreements.sharing_agreement')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('withdrawn_at', 'is', null)
    .where(({ or, eb }) => or([eb('valid_until', '>=', day), eb('given_on', '>=', day)]))
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The tables that the copy of somebody's data has from here, and from which `eraseAgreementsOf` deletes. */
export const heldInAgreements = ['agreements.legal_ground', 'agreements.sharing_agreement'] as const

const groundShape = {
  table: 'agreements.legal_ground',
  key: ['id'],
  columns: ['kind', 'purpose', 'recorded_at', 'ended_on'],
}
const agreementShape = {
  table: 'agreements.sharing_agreement',
  key: ['id'],
  columns: [
    'to_whom',
    'to_organisation',
    'purpose',
    'given',
    'given_on',
    'valid_until',
    'withdrawn_at',
    'withdrawn_channel',
  ],
  sealed: ['may_tell'],
}
