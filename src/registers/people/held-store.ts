import type { Tx } from '../../platform/database/transact.ts'
import { type Held, heldRecords } from '../../platform/fields/held.ts'
import { addressesById } from '../places/index.ts'

/** What the register of people holds about somebody (P16). Of the household only the own place in it: the others have their own right. */
export async function whatPeopleHold(tx: Tx, personId: string): Promise<Held> {
  const person = await tx.db.selectFrom('people.person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!person) return { records: [], leftOut: [] }
  const zone = await tx.vault.zone(person.municipality_id, person.zone_id)
  const [address] = person.address_id ? await addressesById(tx, [person.address_id]) : []
  const places = await tx.db
    .selectFrom('people.household_member')
    .select(['household_id', 'person_id', 'role', 'since'])
    .where('person_id', '=', personId)
    .execute()
  const others = await tx.db
    .selectFrom('people.household_member')
    .select('person_id')
    .where('household_id', 'in', places.length > 0 ? places.map(({ household_id }) => household_id) : [personId])
    .where('person_id', '<>', personId)
    .execute()
  const line = address && [address.street, address.number, address.box, address.postalCode].filter(Boolean).join(' ')
  const own = { ...person, address_id: line ?? null }
  return {
    records: [
      ...heldRecords(zone, personShape, [own]),
      ...heldRecords(zone, { table: 'people.household_member', key: [], columns: ['role', 'since'] }, places),
    ],
    leftOut: others.length > 0 ? ['household'] : [],
  }
}

/** The tables that the copy of somebody's data has from here. */
export const heldInPeople = ['people.person', 'people.household_member'] as const

const personShape = {
  table: 'people.person',
  key: ['id'],
  columns: [
    'given_name',
    'family_name',
    'called',
    'birth_year',
    'language',
    'needs_interpreter',
    'preferred_channel',
    'reach_when',
    'phone',
    'email',
    'address_id',
    'place_text',
    'created_at',
    'changed_at',
    'frozen_on',
  ],
  sealed: ['note'],
}
