import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/platform/access/actor.ts'
import { findAddresses, mapped, neighbourhoodParts, neighbourhoodsOf } from '../../src/registers/places/index.ts'
import { meernet } from '../support/command-line.ts'
import { addressesKept, importPlacesFrom, municipalityIn } from '../support/files/places-files.ts'
import { openWorld, type World } from '../support/world.ts'

// Published data that lies beside the checkout: too large, and not ours, to keep in it.
const beside = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url))
const neighbourhoods = beside('geo/provincies-in-cijfers/ggw7.shp.zip')
const addresses = beside('population/best-addresses-seed-municipalities.csv.gz')

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('Pelt is loaded with its ten neighbourhoods and every one of its addresses in one of them', async () => {
  const rows = await rowsOf('72043')
  const first = await importPlacesFrom(world, '72043', neighbourhoods, addresses)
  expect(first.json).toMatchObject({
    municipality: { nisCode: '72043', name: 'Pelt', isNew: true },
    neighbourhoods: { new: 10, elsewhere: 2757 },
    addresses: { new: rows.length, withoutNeighbourhood: 0, repeated: 0 },
  })
  const pelt = municipalityIn(first)
  const kept = await addressesKept(world, pelt)
  expect(kept).toHaveLength(rows.length)
  expect(kept.map(({ sector_code }) => sector_code).sort()).toEqual(rows.map((row) => row.split(';')[7]).sort())

  const actor = systemActor(pelt, 'test')
  const areas = await world.app.transact(actor, async (tx) => mapped(tx, await neighbourhoodsOf(tx)))
  const codes = areas.map(({ code }) => code).sort()
  expect(codes).toEqual(Array.from({ length: 10 }, (_, index) => `72043W${String(index + 1).padStart(2, '0')}`))
  expect(areas.every(({ addressCount }) => addressCount > 100)).toBe(true)
  expect(areas.reduce((sum, { addressCount }) => sum + addressCount, 0)).toBe(rows.length)
  const [door] = await world.app.transact(actor, (tx) => findAddresses(tx, "'t weike 3"))
  expect(door).toMatchObject({ street: "'t Weike", number: '3', postalCode: '3900', x: 222_970, y: 211_439 })

  const second = await importPlacesFrom(world, '72043', neighbourhoods, addresses)
  expect(second.json).toMatchObject({
    neighbourhoods: { new: 0, changed: 0, unchanged: 10, gone: 0 },
    addresses: { new: 0, changed: 0, unchanged: rows.length, gone: 0 },
  })
  expect(await addressesKept(world, pelt)).toEqual(kept)
})

test('the sectors of Pelt are divided over its neighbourhoods without loss: by doors roughly, by the published table exactly', async () => {
  const pelt = municipalityIn(await importPlacesFrom(world, '72043', neighbourhoods, addresses))
  const sectorsOf = async (edition: string) => {
    const parts = await world.app.transact(systemActor(pelt, 'test'), async (tx) => {
      const ids = (await neighbourhoodsOf(tx)).map(({ id }) => id)
      return neighbourhoodParts(tx, ids, 'sector', edition)
    })
    expect(parts.size).toBe(10)
    return [...parts.values()].flat()
  }
  const byDoors = Map.groupBy(await sectorsOf('2024'), ({ code }) => code)
  expect(byDoors.size).toBe(new Set((await rowsOf('72043')).map((row) => row.split(';')[7])).size)
  for (const [code, of] of byDoors) {
    expect(
      of.reduce((sum, { share }) => sum + share, 0),
      code,
    ).toBeCloseTo(1, 10)
    for (const { share, quality } of of) expect(quality).toBe(share === 1 ? 'exact' : 'approximate')
  }
  // The provinces draw neighbourhoods of whole sectors and simplify the borders: doors come to lie across them.
  const mostly = [...byDoors.values()].filter((of) => Math.max(...of.map(({ share }) => share)) > 0.9)
  expect(mostly.length).toBeGreaterThanOrEqual(28)

  const table = beside('geo/provincies-in-cijfers/statsec_ggw7.xlsx')
  await meernet(world, 'import', 'area-tables', table, '--municipality', '72043', '--json')
  const told = await sectorsOf('2025')
  expect(told).toHaveLength(38)
  expect(told.every(({ share, quality }) => share === 1 && quality === 'exact')).toBe(true)
})

test('Hamont-Achel is loaded beside Pelt for a neighbourhood across the border', async () => {
  const rows = [...(await rowsOf('72043')), ...(await rowsOf('72037'))]
  const both = await importPlacesFrom(world, '72043', neighbourhoods, addresses, '--also', '72037')
  const municipality = municipalityIn(both)
  expect(await addressesKept(world, municipality)).toHaveLength(rows.length)
  const areas = await world.app.transact(systemActor(municipality, 'test'), (tx) => neighbourhoodsOf(tx))
  expect(new Set(areas.map(({ municipalityName }) => municipalityName))).toEqual(new Set(['Pelt', 'Hamont-Achel']))
})

async function rowsOf(nis: string): Promise<readonly string[]> {
  const lines = createInterface({ input: createReadStream(addresses).pipe(createGunzip()) })
  const rows: string[] = []
  for await (const line of lines) if (line.startsWith(`${nis};`)) rows.push(line)
  return rows
}
