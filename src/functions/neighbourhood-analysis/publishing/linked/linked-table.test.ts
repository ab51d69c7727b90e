import { attack, ordinaryCounts, type Seen } from '@meernet/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import { hiddenTogether } from './hidden-together.ts'
import { divisionsAmong } from './part-of-whole.ts'

const town = 'municipality 2024 23003'
const drawn = 'drawn over two sectors'
const sector = (code: string) => ({ level: 'sector', edition: '2024', code }) as const
const whole = { level: 'municipality', edition: '2024', code: '23003' } as const

const people = (indicator: string, area: string, value: number, within: readonly string[] = []): RawFigure => ({
  ...{ indicator, value, within, kind: 'count', unit: 'persons', period: '2024', quality: 'exact' },
  area: area === town ? whole : area === drawn ? { neighbourhoodId: drawn } : sector(area),
})
const hiddenIn = (figures: readonly RawFigure[]) => {
  const keys = hiddenTogether(figures, { rule: ordinaryCounts, told: [] })
  return figures.filter((one) => keys.has(figureKey(one))).map((one) => `${one.indicator} ${nameOf(one)}`)
}
const nameOf = ({ area }: RawFigure) => ('neighbourhoodId' in area ? drawn : area.level === 'sector' ? area.code : town)

/** A row of figures for each sector, and their sums: for the municipality, and for a neighbourhood drawn over some of them. */
const table = (
  rows: Readonly<Record<string, Readonly<Record<string, number>>>>,
  inDrawn: readonly string[] = [],
): readonly RawFigure[] => {
  const own = Object.entries(rows).flatMap(([area, row]) =>
    Object.entries(row).map(([indicator, value]) =>
      people(indicator, area, value, inDrawn.includes(area) ? [town, drawn] : [town]),
    ),
  )
  const sumsIn = (area: string) => {
    const inside = own.filter(({ within }) => within?.includes(area))
    return [...Map.groupBy(inside, ({ indicator }) => indicator)].map(([indicator, figures]) =>
      people(
        indicator,
        area,
        figures.reduce((sum, { value }) => sum + Number(value), 0),
      ),
    )
  }
  return [...own, ...sumsIn(town), ...sumsIn(drawn)]
}

test('P13 three men of a sector do not follow from its inhabitants and its women, nor from other sectors', () => {
  const figures = table({
    A: { population: 43, populationMen: 3, populationWomen: 40 },
    B: { population: 100, populationMen: 48, populationWomen: 52 },
    C: { population: 90, populationMen: 44, populationWomen: 46 },
  })
  const hidden = hiddenIn(figures)
  expect(hidden).toContain('populationMen A')
  expect(hidden.filter((one) => one.endsWith(' A')).length).toBeGreaterThan(1)
  expect(hidden.filter((one) => !one.endsWith(' A')).length).toBeGreaterThan(0)
})

test('P13 a handful of people between two bands of age is not told by subtracting them', () => {
  const row = (old: number, veryOld: number) => ({ population: 100, population65plus: old, population80plus: veryOld })
  const hidden = hiddenIn(table({ A: row(20, 18), B: row(30, 9), C: row(25, 10) }))
  expect(hidden.some((one) => one.endsWith('A'))).toBe(true)
})

test('nothing is hidden where all is large', () => {
  const row = { population: 100, populationMen: 48, populationWomen: 52, population0to17: 20, population65plus: 30 }
  expect(hiddenIn(table({ A: row, B: row, C: row }))).toEqual([])
})

test('an area of which the figures contradict each other does not stop the others from being protected', () => {
  const figures = table({
    A: { population: 43, populationMen: 3, populationWomen: 40 },
    B: { population: 10, populationMen: 48, populationWomen: 52 },
    C: { population: 90, populationMen: 44, populationWomen: 46 },
  })
  expect(hiddenIn(figures)).toContain('populationMen A')
})

describe('P13 whoever puts all figures side by side finds no small one', () => {
  const bands = [
    ['0to17', 0, 1],
    ['18to64', 2, 3],
    ['65plus', 4, 5],
    ['80plus', 5, 5],
  ] as const
  const few = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 40 }))
  const areaPeople = fc.tuple(
    fc.array(few, { minLength: 6, maxLength: 6 }),
    fc.array(few, { minLength: 6, maxLength: 6 }),
  )
  const sumOf = (ages: readonly number[], from = 0, to = 5) =>
    ages.slice(from, to + 1).reduce((sum, one) => sum + one, 0)
  const both = ([men, women]: readonly [readonly number[], readonly number[]]) =>
    men.map((one, k) => one + (women[k] ?? 0))
  const shapes: Readonly<Record<string, (row: readonly [number[], number[]]) => Record<string, number>>> = {
    'of men, women and all': (row) => ({
      population: sumOf(both(row)),
      populationMen: sumOf(row[0]),
      populationWomen: sumOf(row[1]),
    }),
    'of ages, one within another': (row) => ({
      population: sumOf(both(row)),
      ...Object.fromEntries(bands.map(([name, from, to]) => [`population${name}`, sumOf(both(row), from, to)])),
    }),
    'of sexes beside ages': (row) => ({
      population: sumOf(both(row)),
      populationMen: sumOf(row[0]),
      populationWomen: sumOf(row[1]),
      ...Object.fromEntries(bands.map(([name, from, to]) => [`population${name}`, sumOf(both(row), from, to)])),
    }),
    'of a pyramid beside ages that cut its bands': (row) => ({
      population: sumOf(both(row)),
      population0to17: sumOf(both(row), 0, 1),
      population65plus: sumOf(both(row), 4, 5),
      men0to9: sumOf(row[0], 0, 0),
      men10to29: sumOf(row[0], 1, 2),
      men30plus: sumOf(row[0], 3, 5),
      women0to9: sumOf(row[1], 0, 0),
      women10to29: sumOf(row[1], 1, 2),
      women30plus: sumOf(row[1], 3, 5),
    }),
    'of households': (row) => ({
      privateHouseholds: sumOf(row[0], 0, 2),
      singleHouseholds: sumOf(row[0], 0, 0),
      singleParentHouseholds: sumOf(row[0], 1, 1),
    }),
  }

  test.each(Object.keys(shapes))('%s', (name) => {
    fc.assert(
      fc.property(fc.array(areaPeople, { minLength: 3, maxLength: 4 }), (areas) => {
        const rows = areas.map((row, k) => [`S${k}`, shapes[name]?.(row) ?? {}] as const)
        const figures = table(Object.fromEntries(rows), ['S0', 'S1'])
        expect(foundBy(figures)).toEqual([])
      }),
      { numRuns: 25, seed: 5 },
    )
  })
})

/** The small figures of which an attacker can say that there are fewer than five. */
function foundBy(figures: readonly RawFigure[]): readonly string[] {
  const [division] = divisionsAmong([...new Set(figures.map(({ indicator }) => indicator))])
  if (!division) throw new Error('These figures do not add up to anything.')
  const hidden = hiddenTogether(figures, { rule: ordinaryCounts, told: [] })
  const atOf = (one: RawFigure) => [nameOf(one), ...(division.columns.get(one.indicator) ?? [])]
  const seen = figures.map(
    (one): Seen => ({ at: atOf(one), shown: hidden.has(figureKey(one)) ? 'hidden' : Number(one.value) }),
  )
  const areas = [...new Set(figures.map(nameOf))]
  const inDrawn = new Set(figures.filter(({ within }) => within?.includes(drawn)).map(nameOf))
  const categories = areas.map((id) =>
    id === town || id === drawn ? { id } : { id, within: inDrawn.has(id) ? [town, drawn] : [town] },
  )
  const attacker = attack([{ id: 'area', categories }, ...division.dimensions], seen)
  if (!attacker) throw new Error('What is shown contradicts itself.')
  return figures
    .filter(({ value }) => Number(value) > 0 && Number(value) < ordinaryCounts.hideBelow)
    .filter((one) => attacker(atOf(one)).most < ordinaryCounts.hideBelow - 1e-6)
    .map((one) => `${one.indicator} of ${nameOf(one)}`)
}
