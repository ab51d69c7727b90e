import { expect, test } from 'vitest'
import { publishedData } from '../../../tests/support/published-data.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import { EditionEvidence, wholeRegions } from './edition.ts'

const editionOf = (
  level: 'sector' | 'municipality' | 'country',
  year: number | undefined,
  ...codes: readonly string[]
) => {
  const evidence = new EditionEvidence()
  for (const code of codes) evidence.see(code)
  return evidence.editionOf(level, year)
}

test.each([
  ['municipality', 2015, ['72025'], '2018', 'Neerpelt existed in 2015'],
  ['municipality', 2015, ['72043'], '2024', 'figures of 2015 for Pelt were made after the merger of 2019'],
  ['municipality', 2023, ['72043'], '2024', 'Pelt existed in 2023'],
  ['municipality', 2025, ['73111'], '2025', 'Tongeren-Borgloon exists since 2025'],
  ['municipality', 2023, ['73111'], '2025', 'figures of 2023 for Tongeren-Borgloon were made after the merger'],
  ['municipality', 2025, ['73083'], '2024', 'figures of 2025 for Tongeren still use the old division'],
  ['municipality', 2021, ['11001'], '2024', 'nothing but the year tells'],
  ['sector', 2012, ['72025'], '2024', 'the sectors of 2011 held until 2024'],
  ['sector', 2025, ['11001'], '2025', 'the sectors were redrawn on 1 January 2025'],
  ['sector', undefined, ['72043'], '2024', 'a merged municipality tells where the year is not stated'],
  ['sector', undefined, ['11001'], 'unstated', 'nothing tells'],
  ['country', 2023, [], 'fixed', 'the country has no editions'],
] as const)('%s in %s with %j is edition %s: %s', (level, year, codes, edition, _why) => {
  expect(editionOf(level, year, ...codes)).toBe(edition)
})

test('a region is whole only with all its municipalities', () => {
  const brussels = Array.from({ length: 19 }, (_, index) => String(21_001 + index))
  expect([...wholeRegions(brussels)]).toEqual(['brussels'])
  expect([...wholeRegions(brussels.slice(1))]).toEqual([])
})

const sectorsOf = (year: number, nisCodes: readonly string[], sectors: readonly string[], isOld = false) => {
  const evidence = new EditionEvidence()
  for (const code of nisCodes) evidence.see(code)
  for (const code of sectors) evidence.seeSector(code)
  return evidence.editionOf('sector', year, isOld)
}
const country = Array.from({ length: 100 }, (_, index) => String(11_001 + index))

test('sectors tell their edition: Statbel published 2025 by the new ones and once more by the old ones', () => {
  expect(sectorsOf(2025, country, ['72025A00K', '72025A022'])).toBe('2025')
  expect(sectorsOf(2025, country, ['72025A00-', '11002P6AK', '21004F9MJ'])).toBe('2024')
  expect(sectorsOf(2020, ['72043'], ['72025A00K'])).toBe('2025')
  // One municipality may have none that were drawn anew: then the year tells, or the name of the file.
  expect(sectorsOf(2025, ['36008'], ['36008A00-'])).toBe('2025')
  expect(sectorsOf(2025, ['36008'], ['36008A00-'], true)).toBe('2024')
})

test('no sector of before 2025 has the form of those that were drawn anew, and a third of those of 2025 have', async () => {
  const newIn = async (path: string, column: number) => {
    const file = await openTables(publishedData(path))
    let [all, drawnAnew] = [0, 0]
    for await (const rows of file.tables[0]?.rows() ?? [])
      for (const { line, cells } of rows) {
        if (line === 1 || /ZZZZ$/.test(cells[column] ?? '')) continue
        all += 1
        if (sectorsOf(2024, [], [cells[column] ?? '']) === '2025') drawnAnew += 1
      }
    file.close()
    return [all, drawnAnew]
  }
  expect(await newIn('geo/provincies-in-cijfers/statsec.xlsx', 1)).toEqual([10_594, 3713])
  expect(await newIn('geo/provincies-in-cijfers/statsec2024.xlsx', 1)).toEqual([9918, 0])
  expect(await newIn('indicators/statbel/SectorData-population-by-sector.csv.gz', 1)).toEqual([19_795, 0])
})
