import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { publicActor, systemActor } from '../../platform/access/actor.ts'
import { demoWorld } from '../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from './demo.ts'
import {
  addressById,
  addressesIn,
  addressesOn,
  findAddresses,
  mapped,
  neighbourhoodsAt,
  neighbourhoodsOf,
  streetsOf,
} from './index.ts'

let world: World
let netegem: TestMunicipality
let elsewhere: TestMunicipality
let places: DemoPlaces

const demo = () => demoWorld(7, netegem.id, isoDateIn('Europe/Brussels', world.now()))

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  places = await world.app.transact(systemActor(netegem.id, 'demo'), (tx) => demoPlaces(tx, demo()))
})
afterAll(() => world.close())

const asCoordinator = async <Result>(work: Parameters<typeof world.app.transact<Result>>[1]) =>
  world.app.transact(await makeStaff(world, netegem), work)

test('Netegem has three neighbourhoods that hold all its doors', async () => {
  const areas = await asCoordinator(async (tx) => mapped(tx, await neighbourhoodsOf(tx)))
  expect(areas.map(({ name }) => name)).toEqual(['Heide', 'Molenwijk', 'Stationsbuurt'])
  expect(areas.reduce((sum, { addressCount }) => sum + addressCount, 0)).toBe(places.addresses.length)
  expect(places.addresses.length).toBeGreaterThan(850)
  expect(places.addresses.length).toBeLessThan(1000)
})

test('the same world makes the same places', async () => {
  const other = await world.app.transact(systemActor(elsewhere.id, 'demo'), (tx) => demoPlaces(tx, demo()))
  expect(other).toEqual(places)
})

test('a street that crosses a border is in both neighbourhoods, each with its own doors', async () => {
  const [molenwijk, stationsbuurt] = places.neighbourhoods.map(({ id }) => id)
  const count = (neighbourhoodIds: readonly string[]) =>
    asCoordinator(async (tx) => (await streetsOf(tx, { neighbourhoodIds })).find(({ name }) => name === 'Molenstraat'))
  const [inFirst, inSecond] = [await count([molenwijk ?? '']), await count([stationsbuurt ?? ''])]
  const inBoth = await count([molenwijk ?? '', stationsbuurt ?? ''])
  expect(inFirst?.addressCount).toBeGreaterThan(0)
  expect(inSecond?.addressCount).toBeGreaterThan(0)
  expect(inBoth?.addressCount).toBe((inFirst?.addressCount ?? 0) + (inSecond?.addressCount ?? 0))
})

test('addresses of a street come in the order of their numbers', async () => {
  const street = places.streets.find(({ name }) => name === 'Zandweg')
  const numbers = (await asCoordinator((tx) => addressesOn(tx, [street?.id ?? '']))).map(({ number }) => Number(number))
  expect(numbers.length).toBeGreaterThan(10)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
})

test.each([
  ['Molenstraat 12', 'Molenstraat', '12'],
  ['molenstr 12', 'Molenstraat', '12'],
  ['12 spoorwegstrat', 'Spoorwegstraat', '12'],
  ['jeneverbestraat 7 9999', 'Jeneverbesstraat', '7'],
])('somebody who types "%s" finds the door', async (typed, street, number) => {
  const [first] = await asCoordinator((tx) => findAddresses(tx, typed))
  expect(first).toMatchObject({ street, number })
})

test('what fits no street finds nothing', async () => {
  expect(await asCoordinator((tx) => findAddresses(tx, 'qwxz 4'))).toEqual([])
  expect(await asCoordinator((tx) => findAddresses(tx, '12'))).toEqual([])
})

test('an address knows its neighbourhoods', async () => {
  const [door] = places.addresses
  const found = await asCoordinator((tx) => addressById(tx, door?.id ?? ''))
  expect(found).toMatchObject({ street: door?.street, neighbourhoodId: door?.neighbourhoodId, goneOn: null })
  expect(await asCoordinator((tx) => neighbourhoodsAt(tx, door?.id ?? ''))).toEqual([door?.neighbourhoodId])
})

test('a passer-by reads the places of this municipality and changes none', async () => {
  const [heide] = places.neighbourhoods.filter(({ name }) => name === 'Heide')
  const asPasserBy = publicActor(netegem.id)
  expect((await world.app.transact(asPasserBy, (tx) => addressesIn(tx, [heide?.id ?? '']))).length).toBeGreaterThan(100)
  const changed = await world.app.transact(asPasserBy, (tx) =>
    tx.db.updateTable('places.area').set({ name: 'Anders' }).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  await expect(
    world.app.transact(asPasserBy, (tx) =>
      tx.db
        .insertInto('places.street')
        .values({
          municipality_id: netegem.id,
          id: uuidv7(),
          nis_code: '99999',
          postal_code: '1',
          name: 'X',
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('a coordinator of another municipality finds none of these places', async () => {
  const [heide] = places.neighbourhoods
  const stranger = await makeStaff(world, { ...elsewhere })
  const ids = [heide?.id ?? '']
  const seen = await world.app.transact(stranger, (tx) =>
    tx.db.selectFrom('places.area').select('municipality_id').where('id', 'in', ids).execute(),
  )
  expect(seen.every(({ municipality_id }) => municipality_id === elsewhere.id)).toBe(true)
})
