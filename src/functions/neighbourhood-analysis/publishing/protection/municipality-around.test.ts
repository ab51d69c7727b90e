import { expect, test } from 'vitest'
import { areasHidden } from '../../../../../tests/support/protected-families.ts'
import type { KeptCount } from './kept-counts.ts'
import { municipalityAround } from './municipality-around.ts'

const placed = (level: KeptCount['level'], edition: string, code: string, period = '2015') => ({
  ...{ level, edition, code, period },
})
const town = placed('municipality', '2018', '72025')

test('P13 what is hidden of a sector does not follow from a municipality of an older edition', () => {
  const about = { indicator: 'population', kind: 'count', unit: 'persons', source: 'Test', missing: null } as const
  const sectors = [3, 41, 52].map((value, k) => ({ ...about, ...placed('sector', '2024', `72025A0${k}-`), value }))
  const figures: readonly KeptCount[] = [...sectors, { ...about, ...town, value: 96 }]
  const sectorsHidden = areasHidden(figures).filter((area) => area.startsWith('sector'))
  expect(sectorsHidden.length).toBeGreaterThan(1)
})

test('sectors and neighbourhoods of a municipality lie in it, in whatever edition it is known; districts cross its border', () => {
  const [sector, quarter] = [placed('sector', '2024', '72025A00-'), placed('neighbourhood', '2024', 'A')]
  const district = placed('district', 'fixed', '12')
  const withinOf = municipalityAround([town, sector, quarter, district])
  expect([sector, quarter, district, town].map(withinOf)).toEqual([
    ['municipality 2018 72025'],
    ['municipality 2018 72025'],
    [],
    [],
  ])
})

test.each(['2025', '2025-01-01', '2024-12-31'])(
  'where %s has sectors of two editions nobody counts twice: each lies in the municipality of its own',
  (period) => {
    const [before, after] = [placed('sector', '2024', 'A00-', '2025'), placed('sector', '2025', 'A00', period)]
    const towns = [placed('municipality', '2024', '11002'), placed('municipality', '2025', '11002')]
    const withinOf = municipalityAround([before, after, ...towns])
    expect(withinOf(before)).toEqual(['municipality 2024 11002'])
    expect(withinOf(after)).toEqual(['municipality 2025 11002'])
  },
)

test('where a year has sectors of two editions both lie in a municipality that has none', () => {
  const [before, after] = [placed('sector', '2024', 'A00-'), placed('sector', '2025', 'A00')]
  const withinOf = municipalityAround([before, after, placed('municipality', 'fixed', '11002')])
  expect([before, after].map(withinOf)).toEqual([['municipality fixed 11002'], ['municipality fixed 11002']])
})
