import { attack, ordinaryCounts, type Seen } from '@meernet/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import type { Division } from './division.ts'
import { hiddenTogether } from './hidden-together.ts'
import { divisionsAmong } from './part-of-whole.ts'

const town = 'municipality 2024 23003'
const people = (indicator: string, code: string, value: number): RawFigure => ({
  ...{ indicator, value, kind: 'count', unit: 'persons', period: '2024', quality: 'exact' },
  area:
    code === town
      ? { level: 'municipality', edition: '2024', code: '23003' }
      : { level: 'sector', edition: '2024', code },
  within: code === town ? [] : [town],
})
const codeOf = ({ area }: RawFigure) => ('level' in area && area.level === 'sector' ? area.code : town)

/** Figures of sectors and of the town. */
function table(rows: readonly Readonly<Record<string, number>>[]): readonly RawFigure[] {
  const indicators = Object.keys(rows[0] ?? {})
  return indicators.flatMap((indicator) => [
    ...rows.map((row, k) => people(indicator, `S${k}`, row[indicator] ?? 0)),
    people(
      indicator,
      town,
      rows.reduce((sum, row) => sum + (row[indicator] ?? 0), 0),
    ),
  ])
}

/** What is counted in each sector: numbers from 0 to 30, of which small ones are drawn most. */
type Drawn = readonly number[]

/** The whole of the second division is a column of the first. */
const shapes: Readonly<
  Record<string, { readonly whole: string; readonly row: (drawn: Drawn) => Record<string, number> }>
> = {
  'men and women, and people who live on a living wage': {
    whole: 'population',
    row: ([a = 0, b = 0, c = 0, d = 0]) => ({
      ...{ population: a + b + c + d, populationMen: a + b, populationWomen: c + d, livingWageRecipients: b + d },
    }),
  },
  'people of 65 and older, and those of them who live alone': {
    whole: 'population65plus',
    row: ([a = 0, b = 0, c = 0, d = 0]) => ({
      ...{
        population: 40 + a + b + c + d,
        population65plus: a + b + c + d,
        population80plus: a + b,
        livingAlone65plus: b + d,
      },
    }),
  },
}

describe('P13 nobody finds a small figure by two ways of dividing the same people', () => {
  const few = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 30 }))
  const drawn = fc.array(fc.array(few, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 4 })
  test.each(Object.keys(shapes))('%s', (name) => {
    const shape = shapes[name]
    if (!shape) throw new Error('No such shape.')
    fc.assert(
      fc.property(drawn, (rows) => {
        expect(foundBy(table(rows.map(shape.row)), shape.whole)).toEqual([])
      }),
      { numRuns: 250, seed: 11 },
    )
  })
})

/** The small figures of which an attacker who puts both divisions in one table can say that there are fewer than five. */
function foundBy(figures: readonly RawFigure[], whole: string): readonly string[] {
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))]
  const divisions = divisionsAmong(indicators)
  const second = divisions.find(({ columns }) => [...columns.keys()][0] === whole && columns.size === 2)
  const first = divisions.find((one) => one !== second)
  if (!first || !second) throw new Error('These figures are not divided in two ways.')
  const atOf = (one: RawFigure) => [codeOf(one), ...placeIn(first, second, one.indicator, whole)]
  const hidden = hiddenTogether(figures, { rule: ordinaryCounts, told: [] })
  const seen = figures.map(
    (one): Seen => ({ at: atOf(one), shown: hidden.has(figureKey(one)) ? 'hidden' : Number(one.value) }),
  )
  const codes = [...new Set(figures.map(codeOf))]
  const categories = codes.map((id) => (id === town ? { id } : { id, within: [town] }))
  const attacker = attack([{ id: 'area', categories }, ...first.dimensions, ...second.dimensions], seen)
  if (!attacker) throw new Error('What is shown contradicts itself.')
  return figures
    .filter(({ value }) => Number(value) > 0 && Number(value) < ordinaryCounts.hideBelow)
    .filter((one) => attacker(atOf(one)).most < ordinaryCounts.hideBelow - 1e-6)
    .map((one) => `${one.indicator} of ${codeOf(one)}`)
}

/** Where an indicator stands when both divisions are crossed. */
function placeIn(first: Division, second: Division, indicator: string, whole: string): readonly string[] {
  const own = first.columns.get(indicator) ?? first.columns.get(whole) ?? []
  return [...own, ...(second.columns.get(indicator) ?? second.columns.get(whole) ?? [])]
}
