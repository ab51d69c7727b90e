import { expect, test } from 'vitest'
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
