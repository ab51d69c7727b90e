import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'

/** People of a zone of whom nothing changed since `before`, with the day of the last change; nobody whose data are frozen. */
export async function peopleUnchangedSince(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  const rows = await tx.db
    .selectFrom('people.person')
    .select(['id', 'changed_at'])
    .where('zone_id', '=', zoneId)
    .where('changed_at', '<', before)
    .where('frozen_on', 'is', null)
    .orderBy('changed_at')
    .execute()
  return rows.map(({ id, changed_at }) => ({ id, closedOn: isoDateIn(municipalTimeZone, changed_at) }))
}

/** The tables from which `erasePeople` deletes; search keys of a name go with it. */
export const erasedInPeople = [
  'people.household_member',
  'people.household',
  'people.name_word',
  'people.word_trigram',
  'people.person',
] as const

/** Deletes people and their places in households, and households nobody is left in; gives how many rows of which table. */
export async function erasePeople(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {}
  const members = await tx.db
    .deleteFrom('people.household_member')
    .where('person_id', 'in', [...ids])
    .returning('household_id')
    .execute()
  const households = await tx.db
    .deleteFrom('people.household as h')
    .where('h.id', 'in', members.length > 0 ? members.map(({ household_id }) => household_id) : [...ids])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('people.household_member as m').select('m.person_id').whereRef('m.household_id', '=', 'h.id'),
        ),
      ),
    )
    .returning('h.id')
    .execute()
  const people = await tx.db
    .deleteFrom('people.person')
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  return {
    'people.household_member': members.length,
    'people.household': households.length,
    'people.person': people.length,
  }
}
