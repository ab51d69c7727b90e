import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from '../demo.ts'
import { saveOwn } from '../own-neighbourhood-store.ts'
import { neighbourhoodParts } from './area-part-store.ts'

let world: World
let netegem: TestMunicipality
let places: DemoPlaces

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  places = await inNetegem((tx) => demoPlaces(tx, demoWorld(7, netegem.id, '2026-11-23')))
})
afterAll(() => world.close())

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)
const idOf = (name: string) => places.neighbourhoods.find((one) => one.name === name)?.id ?? ''
const streetId = (name: string) => places.streets.find((one) => one.name === name)?.id ?? ''
const sectors = (...ids: readonly string[]) => inNetegem((tx) => neighbourhoodParts(tx, ids, 'sector', '2024'))

async function composed(name: string, areaIds: readonly string[], streetIds: readonly string[]): Promise<string> {
  const id = uuidv7()
  await inNetegem((tx) => saveOwn(tx, { id, name, edition: '2025', areaIds, streetIds, border: null }))
  return id
}

test('a published neighbourhood is its own part, and a composed one has the parts that were chosen', async () => {
  const id = await composed('Noord', [idOf('Molenwijk'), idOf('Heide')], [])
  const parts = await inNetegem((tx) => neighbourhoodParts(tx, [idOf('Heide'), id], 'neighbourhood', '2025'))
  expect(parts.get(idOf('Heide'))).toEqual([{ code: '99999W03', share: 1, quality: 'exact' }])
  expect(parts.get(id)?.map(({ code, quality }) => [code, quality])).toEqual([
    ['99999W01', 'exact'],
    ['99999W03', 'exact'],
  ])
})

test('where no sectors are kept, the sector published with each address tells, and shares add up to one', async () => {
  const parts = await sectors(...places.neighbourhoods.map(({ id }) => id))
  const shares = Map.groupBy([...parts.values()].flat(), ({ code }) => code)
  expect(shares.size).toBeGreaterThanOrEqual(3)
  for (const [, of] of shares) expect(of.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
  // Molenstraat is published under the sector of Molenwijk and ends in Stationsbuurt.
  const inSecond = parts.get(idOf('Stationsbuurt'))?.find(({ code }) => code === '99999A00-')
  expect(inSecond?.quality).toBe('approximate')
})

test('a street counts for its doors in each part it passes', async () => {
  const id = await composed('Molenstraat', [idOf('Heide')], [streetId('Molenstraat')])
  const parts = (await inNetegem((tx) => neighbourhoodParts(tx, [id], 'neighbourhood', '2025'))).get(id) ?? []
  expect(parts.map(({ code, quality }) => [code, quality])).toEqual([
    ['99999W01', 'approximate'],
    ['99999W02', 'approximate'],
    ['99999W03', 'exact'],
  ])
  for (const { code, share } of parts) expect(share === 1).toBe(code === '99999W03')
})

test('of another edition, of which nothing is known, there are no parts', async () => {
  const parts = await inNetegem((tx) => neighbourhoodParts(tx, [idOf('Heide')], 'neighbourhood', '2019'))
  expect(parts.size).toBe(0)
})

test('where sectors are kept, doors lie in them, and a code of another edition tells nothing', async () => {
  await keepSector('99999A99-', (door) => door.neighbourhoodId === idOf('Heide') && Number(door.number) % 2 === 1)
  const parts = (await inNetegem((tx) => neighbourhoodParts(tx, [idOf('Heide')], 'sector', '2025'))).get(idOf('Heide'))
  expect(parts).toEqual([{ code: '99999A99-', share: 1, quality: 'approximate' }])
})

test('a published table says which sectors lie in a neighbourhood, and its doors are not asked', async () => {
  await keepTable('99999B11E', '99999W02')
  const id = await composed('Bij het station', [idOf('Stationsbuurt')], [streetId('Zandweg')])
  const parts = (await sectors(id)).get(id)
  expect(parts?.find(({ code }) => code === '99999B11E')).toEqual({ code: '99999B11E', share: 1, quality: 'exact' })
  // Of doors alone, those of Molenstraat would have brought in the sector of Molenwijk.
  expect(parts?.map(({ code }) => code)).not.toContain('99999A00-')
})

test('a table that says a sector is divided, and not how, leaves it to the doors', async () => {
  await keepTable('99999C12-', '99999W03', null)
  const parts = (await sectors(idOf('Heide'))).get(idOf('Heide')) ?? []
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.every(({ code, share, quality }) => code !== '99999C12-' || share < 1 || quality === 'exact')).toBe(true)
})

async function keepTable(sector: string, neighbourhood: string, share: number | null = 1): Promise<void> {
  const own = { municipality_id: netegem.id }
  const source_id = uuidv7()
  await inNetegem(async (tx) => {
    await tx.db
      .insertInto('places.area_source')
      .values({
        ...{ ...own, id: source_id, kind: 'memberships', source: 'Proef', licence: 'CC0', file_name: 'tabel.xlsx' },
        ...{
          sha256: uuidv7().replaceAll('-', '').repeat(2),
          form: 'workbook',
          retrieved_on: '2026-01-01',
          counts: '[]',
          remarks: '[]',
        },
        imported_at: tx.now,
      })
      .execute()
    await tx.db
      .insertInto('places.area_membership')
      .values({
        ...{
          ...own,
          source_id,
          kind: 'partOf',
          quality: share === 1 ? 'exact' : 'approximate',
          nis_code: '99999',
          share,
        },
        ...{ from_level: 'sector', from_edition: '2024', from_code: sector },
        ...{ to_level: 'neighbourhood', to_edition: '2025', to_code: neighbourhood },
      })
      .execute()
  })
}

async function keepSector(code: string, holds: (door: DemoPlaces['addresses'][number]) => boolean): Promise<void> {
  const own = { municipality_id: netegem.id }
  const id = uuidv7()
  const box = { min_x: 0, max_x: 1, min_y: 0, max_y: 1 }
  await inNetegem(async (tx) => {
    await tx.db
      .insertInto('places.area')
      .values({
        ...{ ...own, ...box, id, code, level: 'sector', origin: 'imported', edition: '2025', name: code },
        ...{ nis_code: '99999', geometry: '[]', is_approximate: false },
      })
      .execute()
    const placed = places.addresses.filter(holds).map((door) => ({ ...own, area_id: id, address_id: door.id }))
    await tx.db.insertInto('places.placement').values(placed).execute()
  })
}
