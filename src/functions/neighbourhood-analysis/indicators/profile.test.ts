import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { municipalityProfile, profileOf } from './profile.ts'

let world: World
let pelt = ''

beforeAll(async () => {
  world = await openWorld()
  const places = await meernet(
    world,
    ...['import', 'places', '--municipality', '72043', '--json'],
    ...['--neighbourhoods', publishedData('geo/provincies-in-cijfers/ggw72024.shp.zip'), '--edition', '2024'],
    ...['--addresses', publishedData('population/best-addresses-seed-municipalities.csv.gz')],
  )
  expect(places.err).toBe('')
  pelt = (places.json.municipality as { id: string }).id
  const population = await meernet(
    world,
    ...['import', 'indicators', publishedData('indicators/statbel/SectorData-population-by-sector.csv.gz')],
    ...['--municipality', '72043', '--period', '2023', '--json'],
  )
  expect(population.exitCode).toBe(0)
})
afterAll(() => world.close())

const inPelt = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(pelt, 'test'), work)

test('in Pelt, neighbourhoods have the inhabitants of their sectors, and together all whose sector is known', async () => {
  const neighbourhoods = await inPelt((tx) => neighbourhoodsOf(tx))
  const figures = []
  for (const { id, name } of neighbourhoods) {
    const profile = await inPelt((tx) => profileOf(tx, id))
    const [population] = profile?.lines ?? []
    expect(population?.definition.key).toBe('population')
    expect(population?.beside.municipality?.shown.value).toBe(34_100)
    expect(population?.beside.country?.shown.value).toBe(11_697_557)
    expect(profile?.sources.map(({ source }) => source)).toEqual([expect.stringContaining('Statbel')])
    figures.push({ name, ...population?.own.shown })
  }
  expect(figures).toContainEqual({ name: 'Grote Heide', value: 3365, quality: 'exact' })
  expect(figures).toContainEqual({ name: 'Herent', value: 1200, quality: 'approximate' })
  const sum = figures.reduce((total, { value }) => total + Number(value), 0)
  const [notLocalisable, rounding] = [14, figures.length / 2]
  expect(Math.abs(sum - (34_100 - notLocalisable))).toBeLessThanOrEqual(rounding)
})

test('the municipality has a profile as well, beside its region and the country but not beside itself', async () => {
  const { lines, sources } = await inPelt(municipalityProfile)
  const [population] = lines
  expect(population?.own.shown.value).toBe(34_100)
  expect(population?.beside.country?.shown.value).toBe(11_697_557)
  expect(lines.flatMap(({ beside }) => beside.municipality ?? [])).toEqual([])
  expect(lines.flatMap(({ trend }) => trend.flatMap(({ municipality }) => municipality ?? []))).toEqual([])
  expect(sources.length).toBe(1)
})

test('a neighbourhood that is not there has no profile', async () => {
  expect(await inPelt((tx) => profileOf(tx, pelt))).toBeUndefined()
})
