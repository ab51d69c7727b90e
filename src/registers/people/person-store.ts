import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/generated/tables.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { Channel, NewPerson, Person, PersonSummary } from './person.ts'

const noteColumn = 'people.person.note'

/** Registers somebody in a zone; doing it twice with the same identifier does nothing twice. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<void> {
  await createPeople(tx, [person])
  tx.audit({ action: 'create person', subject: { type: 'person', id: person.id }, personId: person.id })
}

/** Registers many people in one statement, without an audit line each: for the demo and for `createPerson`. */
export async function createPeople(tx: Tx, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = await Promise.all(people.map((person) => rowOf(tx, person)))
  await tx.db
    .insertInto('people.person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Somebody the actor may see, or undefined. */
export async function personById(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.db.selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && personFrom(tx, row)
}

/** Names of people by identifier; whom the actor may not see is left out. */
export async function peopleById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonSummary>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.person')
    .select(summaryColumns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, summaryFrom(row)]))
}

/** What a person page may change about how somebody is called and reached. */
export type Contact = Omit<Person, 'id' | 'zoneId' | 'version'>

/** Saves contact data over version `from`; false when somebody else changed it meanwhile. */
export async function updateContact(tx: Tx, id: string, from: number, contact: Contact): Promise<boolean> {
  const person = await tx.db.selectFrom('people.person').select('zone_id').where('id', '=', id).executeTakeFirst()
  if (!person) return false
  const {
    id: _id,
    municipality_id: _municipality,
    created_at: _at,
    created_by: _by,
    ...changes
  } = await rowOf(tx, {
    ...contact,
    id,
    zoneId: person.zone_id,
  })
  const { numUpdatedRows } = await tx.db
    .updateTable('people.person')
    .set({ ...changes, version: from + 1 })
    .where('id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst()
  tx.audit({ action: 'change contact', subject: { type: 'person', id }, personId: id })
  return numUpdatedRows === 1n
}

const summaryColumns = [
  'id',
  'given_name',
  'family_name',
  'called',
  'birth_year',
  'phone',
  'address_id',
  'place_text',
  'neighbourhood_id',
] as const

type Row = Selectable<Tables['people.person']>
type SummaryRow = Pick<Row, (typeof summaryColumns)[number]>

/** What lists show of the person that a row holds. */
export function summaryFrom(row: SummaryRow): PersonSummary {
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    called: row.called,
    birthYear: row.birth_year,
    phone: row.phone,
    addressId: row.address_id,
    placeText: row.place_text,
    neighbourhoodId: row.neighbourhood_id,
  }
}

async function personFrom(tx: Tx, row: Row): Promise<Person> {
  const zone = await tx.vault.zone(row.municipality_id, row.zone_id)
  return {
    ...summaryFrom(row),
    zoneId: row.zone_id,
    language: row.language,
    needsInterpreter: row.needs_interpreter,
    preferredChannel: row.preferred_channel as Channel,
    reachWhen: row.reach_when,
    email: row.email,
    note: row.note && zone.open({ column: noteColumn, rowId: row.id }, row.note),
    version: row.version,
  }
}

async function rowOf(tx: Tx, person: NewPerson) {
  const municipalityId = tx.actor.municipalityId
  const zone = await tx.vault.zone(municipalityId, person.zoneId)
  return {
    municipality_id: municipalityId,
    id: person.id,
    zone_id: person.zoneId,
    given_name: person.givenName,
    family_name: person.familyName ?? '',
    called: person.called ?? null,
    birth_year: person.birthYear ?? null,
    language: person.language ?? 'nl',
    needs_interpreter: person.needsInterpreter ?? false,
    preferred_channel: person.preferredChannel ?? 'phone',
    reach_when: person.reachWhen ?? null,
    phone: person.phone ?? null,
    email: person.email ?? null,
    address_id: person.addressId ?? null,
    place_text: person.placeText ?? null,
    neighbourhood_id: person.neighbourhoodId ?? null,
    note: person.note ? zone.seal({ column: noteColumn, rowId: person.id }, person.note) : null,
    created_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
    created_at: tx.now,
    changed_at: tx.now,
  }
}
