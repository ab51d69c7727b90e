import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../tests/support/command-line.ts'
import { publishedData } from '../../../tests/support/published-data.ts'

import { makeMunicipality, openWorld, type World } from '../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeMunicipality(world, 'Pelt', '72043')
})
afterAll(() => world.close())

const population = publishedData('indicators/statbel/SectorData-population-by-sector.csv.gz')

test('the whole country is counted before anything is kept: 11,697,557 inhabitants in 20,376 rows', async () => {
  const { json, exitCode } = await meernet(world, 'import', 'indicators', population, '--dry-run', '--json')
  expect(exitCode).toBe(0)
  expect(json).toMatchObject({
    dryRun: true,
    layout: 'statbel-population-by-sector',
    tables: [{ read: 20_376 }],
    totals: [
      {
        indicator: 'population',
        total: 11_697_557,
        areas: 20_376,
        municipalities: 581,
        notLocalisable: 581,
        zero: 568,
        edition: '2024',
        missing: { unknown: 0, hidden: 0, notApplicable: 0, empty: 0 },
      },
    ],
    municipality: null,
  })
})

test('the sectors of Pelt are found by their municipality, not by their code, and the second time nothing changes', async () => {
  const args = ['import', 'indicators', population, '--municipality', '72043', '--period', '2023-01-01', '--json']
  const first = await meernet(world, ...args)
  expect(first.json).toMatchObject({
    municipality: { nisCode: '72043', totals: [{ total: 34_100, areas: 34, notLocalisable: 1 }] },
    figures: { new: 37, changed: 0, unchanged: 0, gone: 0 },
  })
  const kept = await world.database.owner
    .selectFrom('analysis.indicator_value')
    .selectAll()
    .orderBy('area_code')
    .execute()
  expect(kept.filter(({ level }) => level !== 'sector')).toMatchObject([
    { level: 'country', value: 11_697_557, is_summed: true },
    { level: 'region', area_code: '02000', value: 6_774_807, is_summed: true },
    { level: 'municipality', area_code: '72043', value: 34_100, is_summed: true },
  ])
  expect(kept.some(({ area_code }) => area_code === '72025A00-')).toBe(true)
  expect(kept.some(({ area_code }) => area_code.startsWith('72029'))).toBe(true)
  expect(kept.filter(({ not_localisable }) => not_localisable)).toMatchObject([{ area_code: '72025ZZZZ' }])

  const second = await meernet(world, ...args)
  expect(second.json.figures).toEqual({ new: 0, changed: 0, unchanged: 37, gone: 0 })
  expect(await world.database.owner.selectFrom('analysis.dataset').selectAll().execute()).toHaveLength(1)
})

test('households of be.STAT name municipalities and have no codes: the name of one’s own is known, and no other is kept', async () => {
  await makeMunicipality(world, 'Halle', '23027')
  const households = publishedData('indicators/statbel/huishoudens-bestat.json.gz')
  const asked = ['import', 'indicators', households, '--period', '2018', '--json', '--municipality']
  const { json } = await meernet(world, ...asked, '23027')
  // The file says the total of the country itself: 4,727,831 private households.
  expect(json).toMatchObject({
    layout: 'bestat-households',
    totals: [{ indicator: 'privateHouseholds', total: 4_727_831, areas: 589 }, { indicator: 'singleHouseholds' }],
    municipality: { nisCode: '23027', kept: 2, totals: [{ total: 15_288 }, { total: 4592 }] },
  })
  expect(json.remarks).toContainEqual(
    expect.objectContaining({ kind: 'areas-by-name', names: ['Halle (Halle-Vilvoorde) = 23027'] }),
  )
  const pelt = await meernet(world, ...asked, '72043')
  expect(pelt.json).toMatchObject({ error: { code: 'name-not-known' } })
})
