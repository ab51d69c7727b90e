import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { createHouseholds, householdOf, leaveHousehold } from './household-store.ts'
import type { NewPerson, Person } from './person.ts'
import { findPeople } from './person-search-store.ts'
import { createPerson, personById, updateContact } from './person-store.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
const as = <Result>(actor: StaffActor, work: (tx: Tx) => Promise<Result>) => world.app.transact(actor, work)

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
  await as(coordinator, async (tx) => {
    for (const [givenName, familyName, called] of [
      ['Fatima', 'El Amrani', null],
      ['Jozef', 'Janssens', 'Jef'],
      ['Maria', 'Peeters', null],
      ['André', 'Dubois', null],
      ['Oleksandra', 'Kovalenko', 'Sasja'],
    ] as const)
      await createPerson(
        tx,
        someone({ givenName, familyName, called, phone: givenName === 'Jozef' ? '0470 12 34 56' : null }),
      )
  })
})
afterAll(() => world.close())

const someone = (over: Partial<NewPerson> = {}): NewPerson => ({
  id: uuidv7(),
  zoneId: here.municipalityZone,
  givenName: 'Els',
  ...over,
})
const contactOf = ({ id: _id, zoneId: _zone, version: _version, ...contact }: Person) => contact

test('somebody registered is found again with everything that was said', async () => {
  const person = someone({
    familyName: 'Wouters',
    needsInterpreter: true,
    language: 'ar',
    note: 'Belt liefst zelf terug.',
  })
  await as(coordinator, (tx) => createPerson(tx, person))
  expect(await as(coordinator, (tx) => personById(tx, person.id))).toMatchObject({
    ...person,
    preferredChannel: 'phone',
    version: 1,
  })
})

test('P23 the note about a person is not readable in the database', async () => {
  const person = someone({ note: 'Slaapt bij haar zus.' })
  await as(coordinator, (tx) => createPerson(tx, person))
  const row = await world.database.owner
    .selectFrom('people.person')
    .select('note')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  expect(row.note?.toString('utf8')).not.toContain('zus')
})

test('registering the same person twice gives one person', async () => {
  const person = someone({ familyName: 'Tweemaal' })
  await as(coordinator, async (tx) => {
    await createPerson(tx, person)
    await createPerson(tx, person)
  })
  expect(await as(coordinator, (tx) => findPeople(tx, 'Tweemaal'))).toHaveLength(1)
})

test.each([
  ['the name as it is', 'Janssens', 'Jozef'],
  ['one letter wrong', 'Jansens', 'Jozef'],
  ['what the person is called', 'jef', 'Jozef'],
  ['words in another order', 'amrani fatima', 'Fatima'],
  ['a name without its accent', 'andre dubois', 'André'],
  ['a name cut short', 'peete', 'Maria'],
  ['a wrong vowel', 'Kovalenka', 'Oleksandra'],
  ['a telephone number written otherwise', '+32470123456', 'Jozef'],
])('a person is found by %s', async (_how, text, givenName) => {
  const found = await as(coordinator, (tx) => findPeople(tx, text))
  expect(found[0]?.givenName).toBe(givenName)
})

test('somebody with a new name is found by it, and no trace of the old one is left', async () => {
  const person = someone({ familyName: 'Vroegerman' })
  await as(coordinator, (tx) => createPerson(tx, person))
  const seen = await as(coordinator, (tx) => personById(tx, person.id))
  if (!seen) throw new Error('the person was just registered')
  await as(coordinator, (tx) => updateContact(tx, person.id, 1, { ...contactOf(seen), familyName: 'Bloemhof' }))
  expect((await as(coordinator, (tx) => findPeople(tx, 'bloemhoff')))[0]?.id).toBe(person.id)
  expect(await as(coordinator, (tx) => findPeople(tx, 'Vroegerman'))).toEqual([])
  const { owner } = world.database
  await owner.deleteFrom('people.person').where('id', '=', person.id).execute()
  const words = await owner.selectFrom('people.word_trigram').select('word').distinct().execute()
  expect(words.map(({ word }) => word).filter((word) => ['vroegerman', 'bloemhof'].includes(word))).toEqual([])
  expect(words.map(({ word }) => word)).toContain('janssens')
})

test('a search for nothing, or for a name nobody has, finds nobody', async () => {
  expect(await as(coordinator, (tx) => findPeople(tx, '  '))).toEqual([])
  expect(await as(coordinator, (tx) => findPeople(tx, 'Xqzvw'))).toEqual([])
})

test('contact data changed by two people at once keep the first change', async () => {
  const person = someone({ familyName: 'Versie' })
  await as(coordinator, (tx) => createPerson(tx, person))
  const seen = await as(coordinator, (tx) => personById(tx, person.id))
  if (!seen) throw new Error('the person was just registered')
  const change = (phone: string) =>
    as(coordinator, (tx) => updateContact(tx, person.id, seen.version, { ...contactOf(seen), phone }))
  expect(await change('011 11 11 11')).toBe(true)
  expect(await change('022 22 22 22')).toBe(false)
  expect(await as(coordinator, (tx) => personById(tx, person.id))).toMatchObject({ phone: '011 11 11 11', version: 2 })
})

test('P9 a person registered by the municipality is not seen from the OCMW or from a neighbouring municipality', async () => {
  const person = someone({ familyName: 'Zonegrens' })
  await as(coordinator, (tx) => createPerson(tx, person))
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const strangers = [
    await makeStaff(world, here, { zoneId: here.ocmwZone }),
    await makeStaff(world, elsewhere, { zoneId: elsewhere.municipalityZone }),
  ]
  for (const stranger of strangers) {
    expect(await as(stranger, (tx) => personById(tx, person.id))).toBeUndefined()
    expect(await as(stranger, (tx) => findPeople(tx, 'Zonegrens'))).toEqual([])
  }
})

test('a household shows its contact person first and ends with its last member', async () => {
  const [mother, child] = [
    someone({ familyName: 'Gezin', birthYear: 1988 }),
    someone({ familyName: 'Gezin', birthYear: 2015 }),
  ]
  const householdId = uuidv7()
  await as(coordinator, async (tx) => {
    await createPerson(tx, mother)
    await createPerson(tx, child)
    await createHouseholds(
      tx,
      here.municipalityZone,
      [householdId],
      [
        { householdId, personId: child.id, role: 'child', since: '2026-01-01' },
        { householdId, personId: mother.id, role: 'contact', since: '2026-01-01' },
      ],
    )
  })
  const household = await as(coordinator, (tx) => householdOf(tx, child.id))
  expect(household?.members.map(({ id, role }) => [id, role])).toEqual([
    [mother.id, 'contact'],
    [child.id, 'child'],
  ])
  await as(coordinator, async (tx) => {
    await leaveHousehold(tx, child.id)
    await leaveHousehold(tx, mother.id)
  })
  const rows = await world.database.owner
    .selectFrom('people.household')
    .select('id')
    .where('id', '=', householdId)
    .execute()
  expect(rows).toEqual([])
})

test('P3 no column of the people register can hold a national number', async () => {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_schema = 'people'`.execute(
    world.database.owner,
  )
  const names = rows.map(({ name }) => name)
  expect(names).toContain('given_name')
  expect(names.filter((name) => /national|niss|insz|bis_?number|register/.test(name))).toEqual([])
})
