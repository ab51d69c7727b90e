import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { importPlacesFrom, municipalityIn } from '../../../../../tests/support/files/places-files.ts'
import { publishedData } from '../../../../../tests/support/published-data.ts'
import { openWorld, type World } from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { bridgeBetween, type EditionsOf } from './bridge-store.ts'

let world: World
let municipality: string
const geo = (file: string) => publishedData(`geo/${file}`)
const provinces = (file: string) => geo(`provincies-in-cijfers/${file}`)

beforeAll(async () => {
  world = await openWorld()
  const addresses = publishedData('population/best-addresses-seed-municipalities.csv.gz')
  municipality = municipalityIn(await importPlacesFrom(world, '72043', provinces('ggw7.shp.zip'), addresses))
  const files = [
    geo('sectors/DERIVED-approx-sectors-seed-municipalities-31370.geojson.gz'),
    provinces('ggw72024.shp.zip'),
    provinces('statsec_ggw7.xlsx'),
    provinces('statsec2024_ggw72024.xlsx'),
    provinces('kerntabel.xlsx'),
  ]
  for (const file of files) await meernet(world, 'import', 'areas', file, '--municipality', '72043')
})
afterAll(() => world.close())

const between = (editions: EditionsOf) =>
  world.app.transact(systemActor(municipality, 'test'), async (tx) => (await bridgeBetween(tx, editions)).ways)

test('of the ten neighbourhoods of Pelt five are the same in both divisions, the others an estimate by doors', async () => {
  const ways = await between({ level: 'neighbourhood', from: '2024', to: '2025' })
  const exact = ways.filter(({ quality }) => quality === 'exact')
  expect(exact.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '7204302 72043W02',
    '7204303 72043W03',
    '7204304 72043W04',
    '7204307 72043W06',
    '7204310 72043W10',
  ])
  expect(ways.find(({ from }) => from === '7204301')).toMatchObject({ to: '72043W01', share: expect.closeTo(0.92, 3) })
})

test('without borders of the new sectors two of three sectors lead on, through neighbourhoods, doors and codes; the rest nowhere', async () => {
  const ways = await between({ level: 'sector', from: '2024', to: '2025' })
  expect(ways.filter(({ quality }) => quality === 'exact').map(({ from }) => from)).toEqual(['72025A022'])
  expect(new Set(ways.map(({ from }) => from)).size).toBe(21)
  expect(ways.find(({ from }) => from === '72025A01-')).toMatchObject({ to: '72025A01K', quality: 'approximate' })
  // Cut within its neighbourhood, without kin, or drawn where its doors are not.
  for (const nowhere of ['72025A202', '72025A0AA', '72029A59-'])
    expect(ways.find(({ from }) => from === nowhere)).toBeUndefined()
})

test('of the present sectors of Pelt those may be summed that lack nothing; of the others a figure is not brought over', async () => {
  const { short } = await world.app.transact(systemActor(municipality, 'test'), (tx) =>
    bridgeBetween(tx, { level: 'sector', from: '2024', to: '2025' }),
  )
  // Berkendreef and Neerpelt-Centrum both lead on; two sectors of Boseind lead nowhere.
  expect(['72025A00K', '72025A09K', '72025A022'].filter((code) => short.has(code))).toEqual([])
  expect(['72025A01K', '72025A20K', '72029A04K'].filter((code) => !short.has(code))).toEqual([])
})
