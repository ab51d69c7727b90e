import { sensitiveCounts } from '@meernet/statistics'
import { expect, test } from 'vitest'
import { areaKey, type RawFigure } from './raw-figure.ts'
import { hiddenFigures, shownFigures } from './shown-figures.ts'

const sector = (code: string) => ({ level: 'sector', edition: '2024', code }) as const
const town = { level: 'municipality', edition: '2024', code: '23003' } as const
const townKey = areaKey(town)

const people = (area: RawFigure['area'], value: RawFigure['value'], more: Partial<RawFigure> = {}): RawFigure => ({
  indicator: 'population',
  kind: 'count',
  unit: 'persons',
  period: '2024',
  quality: 'exact',
  area,
  value,
  ...more,
})

const valuesOf = (
  raw: readonly RawFigure[],
  ...wishes: Parameters<typeof shownFigures> extends [unknown, ...infer R] ? R : never
) => shownFigures(raw, ...wishes).map(({ value }) => value)

test('P13 one to four people of an area are hidden, and another with them that would tell', () => {
  const areas = [sector('A'), sector('B'), sector('C')].map((area, k) =>
    people(area, [3, 40, 12][k] ?? 0, { within: [townKey] }),
  )
  expect(valuesOf([...areas, people(town, 55)])).toEqual(['hidden', 40, 'hidden', 55])
  expect(valuesOf(areas)).toEqual(['hidden', 40, 12])
})

test('P13 what cannot be placed counts as an area of its own: it would follow from the total', () => {
  const areas = [people(sector('A'), 40, { within: [townKey] }), people(sector('B'), 12, { within: [townKey] })]
  const [a, b, total] = valuesOf([...areas, people(town, 55)])
  expect([a, b, total].filter((one) => one === 'hidden').length).toBeGreaterThan(0)
})

test('P13 a neighbourhood over a border, its sectors and the municipality are one table', () => {
  const own = { neighbourhoodId: 'n1' }
  const raw = [
    people(sector('A'), 3, { within: ['n1', townKey] }),
    people(sector('B'), 40, { within: ['n1', townKey] }),
    people(sector('C'), 12, { within: [townKey] }),
    people(sector('D'), 80, { within: [townKey] }),
    people(own, 43, { within: [townKey] }),
    people(town, 135),
  ]
  const [a, b, c, d, whole, all] = valuesOf(raw)
  expect([a, c, d, all]).toEqual(['hidden', 12, 80, 135])
  expect([b, whole]).toContain('hidden')
})

test('why a figure is missing stays as it was, and zero is shown', () => {
  const raw = (['unknown', 'hidden', 'notApplicable', 'empty', 0] as const).map((value, k) =>
    people(sector(`S${k}`), value),
  )
  expect(valuesOf(raw)).toEqual(['unknown', 'hidden', 'notApplicable', 'empty', 0])
})

test('P13 a share of fewer than twenty people, of few or of all but few is hidden; one of many is shown', () => {
  const share = (value: number, denominator?: number) =>
    people(sector(`${value} ${denominator}`), value, {
      indicator: 'age65Share',
      kind: 'share',
      unit: '%',
      ...(denominator && { denominator }),
    })
  expect(valuesOf([share(50, 19), share(3, 100), share(97, 100), share(25, 100), share(25)])).toEqual([
    'hidden',
    'hidden',
    'hidden',
    25,
    25,
  ])
})

test('medians, means and counts of things pass; a change of few people does not', () => {
  const figure = (kind: RawFigure['kind'], unit: string, value: number) =>
    people(sector(kind + unit), value, { indicator: kind + unit, kind, unit })
  expect(
    valuesOf([
      figure('median', '€', 3),
      figure('mean', '', 2),
      figure('count', 'trees', 2),
      figure('count', 'persons', -3),
    ]),
  ).toEqual([3, 2, 2, 'hidden'])
})

test('P13 a small whole number of which nobody says what it counts is hidden', () => {
  const figure = (value: number, unit = '') => people(sector(`${value}${unit}`), value, { kind: 'unstated', unit })
  expect(valuesOf([figure(3), figure(3.5), figure(30), figure(3, '%')])).toEqual(['hidden', 3.5, 30, 3])
})

test('an estimate is told in whole people, and hidden when it is of few', () => {
  const estimate = (value: number) => people({ neighbourhoodId: `n${value}` }, value, { quality: 'approximate' })
  expect(valuesOf([estimate(41.7), estimate(4.4), estimate(0.2)])).toEqual([42, 'hidden', 0])
})

test('P13 our own counts are hidden under ten', () => {
  expect(valuesOf([people(sector('A'), 9), people(sector('B'), 10)], { rule: sensitiveCounts })).toEqual(['hidden', 10])
})

test('what was found hidden in view of all areas stays so on a page that shows one of them', () => {
  const areas = [sector('A'), sector('B'), sector('C')].map((area, k) =>
    people(area, [3, 40, 12][k] ?? 0, { within: [townKey] }),
  )
  const hidden = hiddenFigures([...areas, people(town, 55)])
  expect(valuesOf(areas.slice(2), { protection: { hidden, estimates: new Map() } })).toEqual(['hidden'])
})

const share = (value: number, more: Partial<RawFigure>) =>
  people(sector('A'), value, { indicator: 'ownShare', kind: 'share', unit: '%', ...more })
const protectedBy = (hidden: readonly string[], estimates: readonly (readonly [string, number])[] = []) => ({
  protection: { hidden: new Set(hidden), estimates: new Map(estimates) },
})

test('P13 a share of which the publisher hides how many are meant is hidden, however many it is of', () => {
  const of = (numerator: RawFigure['value'], denominator: RawFigure['value']) =>
    valuesOf([share(25, { numerator, denominator })], protectedBy([]))
  expect([of(100, 400), of('hidden', 400), of(100, 'hidden')]).toEqual([[25], ['hidden'], ['hidden']])
})

test('P13 a share that was weighed by an estimate with something hidden in it is hidden', () => {
  const weighed = share(25, { weighedBy: ['population\t2024\tn1'] })
  expect(valuesOf([weighed], protectedBy([], [['population\t2024\tn2', 40]]))).toEqual([25])
  expect(valuesOf([weighed], protectedBy([], [['population\t2024\tn1', 40]]))).toEqual(['hidden'])
})

test('P13 of what is told in tens nobody is told the exact count, and of next to nobody no nought', () => {
  const own = { neighbourhoodId: 'n1' }
  const [exact, estimate] = [people(own, 43), people(own, 43.2, { quality: 'approximate' })]
  const beside = (value: number) => protectedBy([], [['population\t2024\tn1', value]])
  expect(valuesOf([exact, estimate], beside(38))).toEqual(['hidden', 40])
  expect(valuesOf([exact, estimate], beside(0.3))).toEqual(['hidden', 'hidden'])
})
