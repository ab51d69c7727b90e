import type { Value } from '@meernet/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rendered } from '../../../../tests/support/html.ts'
import { spreadApart } from './line-ends.tsx'
import { SmallMultiples } from './small-multiples.tsx'
import { periodsOf, type TrendPoint, timeScale, unbroken } from './trend.ts'
import { TrendLine } from './trend-line.tsx'

const points = (values: readonly Value[], limits = 0): readonly TrendPoint[] =>
  values.map((value, place) => ({
    at: 2020 + place,
    period: String(2020 + place),
    value,
    text: typeof value === 'number' ? `${value} %` : value,
    ...(limits && typeof value === 'number' ? { low: value - limits, high: value + limits } : {}),
  }))

const trend = (
  <TrendLine
    id="trend"
    title="65 jaar en ouder"
    tableText="Toon als tabel"
    axisText={(number) => `${number} %`}
    lines={[
      { name: 'Molenwijk', look: 'own', points: points([10, 12, 'hidden', 15, 16], 2) },
      { name: 'Netegem', look: 'beside', points: points([11, 11, 12, 'unknown', 13]) },
    ]}
    words={{ period: 'Jaar', interval: 'tussen', intervalText: (low, high) => `${low}–${high}` }}
  />
)

test('a line is broken where a figure is missing, never drawn through it', () => {
  expect(
    unbroken(points([1, 2, 'hidden', 4, 'unknown', 'empty', 7])).map((piece) => piece.map(({ value }) => value)),
  ).toEqual([[1, 2], [4], [7]])
  const own = rendered(trend, 'path').filter(
    ({ attributes }) => attributes.class === 'trend-path' && !attributes.d?.includes('h'),
  )
  expect(own.map(({ attributes }) => attributes.d)).toEqual([
    'M0 450L250 450L500 400',
    'M1000 350',
    'M0 500L250 400',
    'M750 250L1000 200',
  ])
})

test('at the end of a line stands the last year, also when it is hidden, and never the figure of the year before', () => {
  const lines = [{ name: 'Molenwijk', look: 'own' as const, points: points([10, 12, 'hidden']) }]
  const ended = <TrendLine {...trend.props} lines={lines} />
  expect(rendered(ended, 'text').map(({ text }) => text)).toContain('Molenwijkhidden')
  expect(rendered(ended, 'strong').map(({ text }) => text)).toEqual(['hidden'])
})

test('a year whose figure is hidden is hatched and says so', () => {
  const gap = rendered(trend, 'rect').find(({ attributes }) => attributes.class === 'trend-gap')
  expect(gap).toMatchObject({ text: '2022: hidden', attributes: { x: '50%', fill: 'url(#trend-hidden)' } })
})

test('the table has all periods, all lines and the limits', () => {
  expect(rendered(trend, 'th').map(({ text }) => text)).toEqual([
    'Jaar',
    'Molenwijk',
    'Netegem',
    'tussen',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ])
  expect(
    rendered(trend, 'td')
      .map(({ text }) => text)
      .slice(6, 9),
  ).toEqual(['hidden', '12 %', ''])
  expect(rendered(trend, 'td')[2]?.text).toBe('8–12')
})

test('the key says what the band is, when there is one', () => {
  expect(rendered(trend, 'li').map(({ text }) => text)).toEqual(['Molenwijk 16 %', 'Netegem 13 %', 'tussen'])
  const sure = <TrendLine {...trend.props} lines={[{ name: 'Netegem', look: 'own', points: points([1, 2]) }]} />
  expect(rendered(sure, 'li').map(({ text }) => text)).toEqual(['Netegem 2 %'])
})

test('periods stand where they lie in time, also when years are missing between them', () => {
  const uneven = [2011, 2021, 2023].map((at) => ({ at, period: String(at), value: 1, text: '1' }))
  expect(uneven.map(({ at }) => timeScale(uneven)(at))).toEqual([0, 10 / 12, 1])
  expect(timeScale(uneven.slice(0, 1))(2011)).toBe(0.5)
  expect(periodsOf([{ points: uneven.slice(1) }, { points: uneven }]).map(({ at }) => at)).toEqual([2011, 2021, 2023])
})

test('names at the ends of lines keep their order and never lie over each other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 5 }), (places) => {
      const moved = spreadApart(places, 42, 240)
      const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place)
      const inOrder = order.map(({ at }) => moved[at] ?? 0)
      for (const [at, place] of inOrder.entries())
        if (at > 0) expect(place - (inOrder[at - 1] ?? 0)).toBeGreaterThanOrEqual(42)
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(10)
    }),
  )
})

test('names that are far enough apart stay at their lines', () => {
  expect(spreadApart([200, 30, 120], 42, 240)).toEqual([200, 30, 120])
})

test('small pictures share one scale, so that the same height is the same figure', () => {
  const small = (
    <SmallMultiples
      id="small"
      title="65 jaar en ouder"
      tableText="Toon als tabel"
      axisText={String}
      items={[
        { key: 'a', name: 'Molenwijk', points: points([10, 10]) },
        { key: 'b', name: 'Heide', points: points([40, 10]) },
      ]}
      words={{ item: 'Buurt', period: 'Jaar' }}
    />
  )
  const drawn = rendered(small, 'path').filter(({ attributes }) => attributes.class === 'trend-path')
  expect(drawn.map(({ attributes }) => attributes.d)).toEqual(['M0 750L1000 750', 'M0 0L1000 750'])
  expect(rendered(small, 'td').map(({ text }) => text)).toEqual(['10 %', '10 %', '40 %', '10 %'])
})
