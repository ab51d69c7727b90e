import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { indicatorFigures } from './indicator-figures.ts'

/** Held against sums made from the same files by other means. */
let world: World
const towns = new Map<string, string>()

beforeAll(async () => {
  world = await openWorld()
  for (const [name, nisCode] of [
    ['Halle', '23027'],
    ['Leuven', '24062'],
    ['Brussel', '21004'],
  ] as const)
    towns.set(name, (await makeMunicipality(world, name, nisCode)).id)
  for (const nisCode of ['23027', '24062']) {
    await imported('areas', 'geo/provincies-in-cijfers/ggw72024.shp.zip', nisCode)
    await imported('area-tables', 'geo/provincies-in-cijfers/statsec2024_ggw72024.xlsx', nisCode)
    await imported('indicators', 'indicators/statbel/SectorData-population-by-sector.csv.gz', nisCode, '2023')
  }
  await imported('indicators', 'indicators/statbel/REBUILT-TF_PSNL_INC_TAX_SECTOR-zennevallei-2019-2022.txt', '23027')
  await imported('indicators', 'indicators/leuven/Data1_demographic_sector.csv', '24062', '2020')
  await imported('indicators', 'indicators/brussels-wijkmonitoring/Data Brussels Neighborhoods v2.xlsx', '21004')
}, 180_000)
afterAll(() => world.close())

async function imported(what: string, file: string, nisCode: string, period?: string): Promise<void> {
  const stated = period === undefined ? [] : ['--period', period]
  const ran = await meernet(world, 'import', what, publishedData(file), '--municipality', nisCode, ...stated, '--json')
  expect([file, ran.exitCode, ran.json.error]).toEqual([file, 0, undefined])
}

async function figuresOf(town: string, indicator: string, asked: Parameters<typeof indicatorFigures>[2] = {}) {
  const actor = systemActor(towns.get(town) ?? '', 'test')
  const figures = await world.app.transact(actor, (tx) => indicatorFigures(tx, indicator, asked))
  const lines = new Map(figures?.areas.map(({ name, line }) => [name, line]))
  const roundedOf = (name: string) => {
    const value = lines.get(name)?.own.shown.value
    return typeof value === 'number' ? Math.round(value * 10) / 10 : value
  }
  return { figures, lines, roundedOf }
}

test('in Halle, the mean income of a neighbourhood is its sum divided by its declarations', async () => {
  const { lines, roundedOf } = await figuresOf('Halle', 'meanTaxIncome')
  expect(roundedOf('Don-Bosco-Stroppen')).toBe(36_051.7)
  expect(roundedOf('Halle-Centrum')).toBe(31_805.3)
  expect(roundedOf('Hondzocht-Lembeek-West')).toBe(41_518.5)
  expect(lines.get('Halle-Centrum')?.own).toMatchObject({ way: 'divided', shown: { quality: 'exact' } })
  // Of two sectors the sum is hidden.
  expect(roundedOf('Buizingen')).toBe('unknown')
})

test('in Halle, a median of several sectors lies between theirs, and that of one sector is its own', async () => {
  const { figures, lines, roundedOf } = await figuresOf('Halle', 'medianTaxIncome', { level: 'neighbourhood' })
  expect(figures?.periods).toEqual(['2022', '2021', '2020', '2019'])
  expect(lines.get('Halle-Centrum')?.own).toMatchObject({ between: [25_430, 28_840], shown: { value: 'unknown' } })
  expect(roundedOf('Hallerbos')).toBe(37_312)
  expect((await figuresOf('Halle', 'medianTaxIncome')).figures?.level).toBe('sector')
})

test('in Leuven, shares are weighted by households or divided out of counts', async () => {
  const alone = await figuresOf('Leuven', 'singleHouseholdShare')
  expect(alone.roundedOf('Heverlee Oost')).toBe(37.9)
  expect(alone.lines.get('Heverlee Oost')?.own).toMatchObject({ way: 'weighted', shown: { quality: 'approximate' } })
  const young = await figuresOf('Leuven', 'age0to17Share')
  expect(young.roundedOf('Heverlee Oost')).toBe(20.3)
  expect(young.lines.get('Heverlee Oost')?.own).toMatchObject({ way: 'divided', shown: { quality: 'exact' } })
})

test('in Leuven, where two sectors are hidden, the whole lies between limits, and neighbourhoods are compared with these', async () => {
  const { figures, lines } = await figuresOf('Leuven', 'originShare')
  const [low, high] = figures?.wholes.municipality?.own.between ?? [0, 0]
  expect([low.toFixed(1), high.toFixed(1)]).toEqual(['36.3', '36.3'])
  expect(lines.get('Centrum/station')?.compared).toEqual({ to: 'municipality', said: 'higher' })
  expect(lines.get('Wijgmaal')?.compared).toEqual({ to: 'municipality', said: 'lower' })
})

test('the districts of the Brussels monitor stand as published, by name, with those that are not known', async () => {
  const { figures } = await figuresOf('Brussel', 'medianTaxIncome')
  expect(figures).toMatchObject({ level: 'district', source: expect.stringContaining('Wijkmonitoring') })
  const names = figures?.areas.map(({ name }) => name) ?? []
  expect(names).toHaveLength(117)
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'nl')))
})
