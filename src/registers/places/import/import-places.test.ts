import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import {
  addressesKept,
  addressTable,
  areasZip,
  east,
  importPlacesFrom,
  municipalityIn,
  over,
  placesFile,
  west,
} from '../../../../tests/support/files/places-files.ts'
import { openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a municipality is made with its zones, its neighbourhoods and its addresses, and the second time nothing changes', async () => {
  const addresses = addressTable(
    '71001;Proefgem;3990;Dorpsstraat;1;200100;200100;71001A00-',
    '71001;Proefgem;3990;Dorpsstraat;2;201100;200100;11002E122',
    '71001;Proefgem;3990;Dorpsstraat;3;201500;200500;71001A00-',
    '71001;Proefgem;;;4;200200;200200;',
    '71002;Buurgem;3991;Kerkstraat;1;202100;200100;71002A00-',
  )
  const zip = areasZip(west, east, over)
  const first = await importPlacesFrom(world, '71001', zip, addresses)
  expect(first.json).toMatchObject({
    municipality: { nisCode: '71001', name: 'Proefgem', isNew: true },
    edition: '2025',
    neighbourhoods: { new: 2, changed: 0, gone: 0, elsewhere: 1 },
    streets: { new: 1, total: 1 },
    addresses: { new: 4, changed: 0, gone: 0, elsewhere: 1, withoutStreet: 1, withoutNeighbourhood: 1 },
  })
  expect(first.json.next).toContain('invite')
  const id = municipalityIn(first)
  const before = await addressesKept(world, id)
  expect(before.map(({ area }) => area)).toEqual(['71001W01', '71001W02', null, '71001W01'])
  expect(before.map(({ sector_code }) => sector_code)).toEqual(['71001A00-', '11002E122', '71001A00-', null])

  const second = await importPlacesFrom(world, '71001', zip, addresses)
  expect(second.json).toMatchObject({
    municipality: { id, isNew: false },
    neighbourhoods: { new: 0, changed: 0, unchanged: 2, gone: 0 },
    streets: { new: 0, total: 1 },
    addresses: { new: 0, changed: 0, unchanged: 4, gone: 0 },
    next: null,
  })
  expect(await addressesKept(world, id)).toEqual(before)
  const zones = await world.database.owner
    .selectFrom('municipalities.data_zone')
    .select('kind')
    .where('municipality_id', '=', id)
    .orderBy('kind')
    .execute()
  expect(zones.map(({ kind }) => kind)).toEqual(['municipality', 'ocmw'])
})

test('an address that moved keeps its identifier, one that disappeared stays as gone and may come back', async () => {
  const zip = areasZip({ ...west, geoitem: '71003W01' })
  const before = await importPlacesFrom(
    world,
    '71003',
    zip,
    addressTable('71003;Ander;3990;A;1;200100;200100;', '71003;Ander;3990;A;2;200200;200100;'),
  )
  const id = municipalityIn(before)
  const [one, two] = await addressesKept(world, id)
  const after = await importPlacesFrom(
    world,
    '71003',
    zip,
    addressTable('71003;Ander;3990;A;1;200150;200100;', '71003;Ander;3990;A;5;200300;200100;'),
  )
  expect(after.json.addresses).toMatchObject({ new: 1, changed: 1, unchanged: 0, gone: 1 })
  const [moved, gone] = await addressesKept(world, id)
  expect(moved).toMatchObject({ id: one?.id, x: 200_150, gone_on: null })
  expect(gone).toMatchObject({ id: two?.id, gone_on: '2026-11-23' })
  const back = await importPlacesFrom(
    world,
    '71003',
    zip,
    addressTable('71003;Ander;3990;A;1;200150;200100;', '71003;Ander;3990;A;2;200200;200100;'),
  )
  expect(back.json.addresses).toMatchObject({ new: 0, changed: 1, unchanged: 1, gone: 1 })
  expect((await addressesKept(world, id))[1]).toMatchObject({ id: two?.id, gone_on: null })
})

test('doors that share a number, and doors without a street, are told apart by their place', async () => {
  const zip = areasZip({ ...west, geoitem: '71004W01' })
  const rows = [
    '71004;Blok;3990;A;1;200100;200100;',
    '71004;Blok;3990;A;1;200110;200100;',
    '71004;Blok;3990;A;1;200110;200100;',
    '71004;Blok;;;1;200300;200100;',
    '71004;Blok;;;1;200400;200100;',
  ]
  const first = await importPlacesFrom(world, '71004', zip, addressTable(...rows))
  expect(first.json.addresses).toMatchObject({ new: 4, repeated: 1, withoutStreet: 2 })
  const before = await addressesKept(world, municipalityIn(first))
  const second = await importPlacesFrom(world, '71004', zip, addressTable(...rows.toReversed()))
  expect(second.json.addresses).toMatchObject({ new: 0, changed: 0, unchanged: 4, gone: 0 })
  expect(await addressesKept(world, municipalityIn(first))).toEqual(before)
})

test('doors that share a number keep their identifiers when the whole block is measured anew', async () => {
  const zip = areasZip({ ...west, geoitem: '71012W01' })
  const doors = (shift: number) => [200_100, 200_120].map((x) => `71012;Meting;3990;A;1;${x + shift};200100;`)
  const first = await importPlacesFrom(world, '71012', zip, addressTable(...doors(0)))
  const before = await addressesKept(world, municipalityIn(first))
  const second = await importPlacesFrom(world, '71012', zip, addressTable(...doors(3).toReversed()))
  expect(second.json.addresses).toMatchObject({ new: 0, changed: 2, gone: 0 })
  const after = await addressesKept(world, municipalityIn(first))
  expect(after.map(({ id, x }) => [id, x])).toEqual(before.map(({ id, x }) => [id, x + 3]))
})

test('a newer edition places addresses anew and keeps the old neighbourhoods; an older one is refused', async () => {
  const addresses = addressTable('71005;Jaar;3990;A;1;200100;200100;')
  const old = await importPlacesFrom(
    world,
    '71005',
    areasZip({ ...west, geoitem: '7100501' }),
    addresses,
    '--edition',
    '2024',
  )
  const id = municipalityIn(old)
  const newer = await importPlacesFrom(
    world,
    '71005',
    areasZip({ ...west, geoitem: '71005W01' }),
    addresses,
    '--edition',
    '2025',
  )
  expect(newer.json).toMatchObject({ neighbourhoods: { new: 1, gone: 0 }, addresses: { new: 0, changed: 1 } })
  expect((await addressesKept(world, id)).map(({ area }) => area)).toEqual(['71005W01'])
  const placements = await world.database.owner
    .selectFrom('places.placement')
    .select('area_id')
    .where('municipality_id', '=', id)
    .execute()
  expect(placements).toHaveLength(2)
  const older = await importPlacesFrom(
    world,
    '71005',
    areasZip({ ...west, geoitem: '7100501' }),
    addresses,
    '--edition',
    '2024',
  )
  expect(older.exitCode).toBe(1)
  expect(older.json.error).toMatchObject({ code: 'older-edition' })
})

test('places across the border are loaded beside the own ones, and leaving them out later takes nothing away', async () => {
  const zip = areasZip({ ...west, geoitem: '71006W01' }, { ...over, geoitem: '71007W01' })
  const addresses = addressTable('71006;Hier;3990;A;1;200100;200100;', '71007;Ginds;3991;B;1;202100;200100;')
  const both = await importPlacesFrom(world, '71006', zip, addresses, '--also', '71007')
  expect(both.json).toMatchObject({
    municipality: { name: 'Hier' },
    neighbourhoods: { new: 2, elsewhere: 0 },
    addresses: { new: 2, elsewhere: 0, withoutNeighbourhood: 0 },
  })
  const alone = await importPlacesFrom(world, '71006', zip, addresses)
  expect(alone.json).toMatchObject({ neighbourhoods: { gone: 0 }, addresses: { gone: 0, elsewhere: 1 } })
})

test('a gzip table is read like a plain one, with a byte order mark and columns in another order', async () => {
  const text =
    '\uFEFFx_31370;y_31370;nis;municipality;postal_code;street;house_number;cd_sector;box\r\n200100;200100;71008;Zip;3990;"Straat ""De Zon""";1;;2\r\n'
  const done = await importPlacesFrom(
    world,
    '71008',
    areasZip({ ...west, geoitem: '71008W01' }),
    placesFile('a.csv.gz', gzipSync(text)),
  )
  expect(done.json.addresses).toMatchObject({ new: 1, withoutNeighbourhood: 0 })
})

test('P24 a municipality in Brussels has the law and the languages of Brussels; in Wallonia none is made', async () => {
  const addresses = addressTable('21001;Brusselgem;1000;A;1;200100;200100;', '52001;Walgem;6000;A;1;200100;200100;')
  const done = await importPlacesFrom(world, '21001', areasZip({ ...west, geoitem: '21001W01' }), addresses)
  const made = await meernet(world, 'municipality', 'list', '--json')
  expect(made.json.municipalities).toContainEqual(
    expect.objectContaining({ id: municipalityIn(done), jurisdiction: 'brussels', languages: ['nl', 'fr'] }),
  )
  const refused = await importPlacesFrom(world, '52001', areasZip({ ...west, geoitem: '52001W01' }), addresses)
  expect(refused.json.error?.code).toBe('not-served')
})
