import { expect, test } from 'vitest'
import { rootOf } from './linked/part-of-whole.ts'
import { protectionOf } from './protection.ts'
import type { RawFigure } from './raw-figure.ts'

const town = 'municipality 2024 23003'
const people = (indicator: string, period: string, counts: Readonly<Record<string, number>>): readonly RawFigure[] =>
  Object.entries(counts).map(([code, value]) => ({
    ...{ indicator, kind: 'count', unit: 'persons', period, quality: 'exact', value },
    area: { level: code === '23003' ? 'municipality' : 'sector', edition: '2024', code },
    within: code === '23003' ? [] : [town],
  }))
const hiddenIn = (...figures: readonly RawFigure[]) => {
  const { hidden } = protectionOf({ figures, divisions: [], peopleIn: () => undefined })
  return (series: string) =>
    [...hidden].filter((key) => key.startsWith(`${series}\t`)).map((key) => key.split(' ').at(-1))
}
const sectors = { A: 3, B: 12, C: 40, '23003': 55 }

test('P13 people counted under two names are hidden in the same sectors', () => {
  const other = { A: 3, B: 12, C: 40, D: 6, '23003': 61 }
  const alone = hiddenIn(...people('population', '2024', sectors))('population\t2024')
  const aloneToo = hiddenIn(...people('population', '2024', other))('population\t2024')
  // One would hide B beside A, the other D, and B told by the other tells of A in the first.
  expect([alone, aloneToo]).toEqual([expect.arrayContaining(['A', 'B']), expect.arrayContaining(['A', 'D'])])
  const hidden = hiddenIn(...people('population', '2024', sectors), ...people('taxResidents', '2024', other))
  expect(hidden('population\t2024')).toEqual(hidden('taxResidents\t2024'))
  expect(hidden('population\t2024').length).toBeGreaterThan(1)
  expect(rootOf('taxResidents')).toBe(rootOf('population'))
})

test('P13 a year and its first day are the same people, and so are its first day and the last of the year before', () => {
  const days = ['2024', '2024-01-01', '2023-12-31']
  const hidden = hiddenIn(
    ...days.flatMap((day, k) => people('population', day, { ...sectors, D: 5 + k, '23003': 60 + k })),
  )
  const areas = days.map((day) => hidden(`population\t${day}`).toSorted())
  expect(areas[0]).toContain('A')
  expect(areas[1]).toEqual(areas[0])
  expect(areas[2]).toEqual(areas[0])
})

test('births of a day are not those of its year', () => {
  const born = (period: string, counts: Readonly<Record<string, number>>) =>
    people('births', period, counts).map((one) => ({ ...one, unit: 'births' }))
  const hidden = hiddenIn(...born('2024-01-01', { '23003': 2 }), ...born('2024', { '23003': 120 }))
  expect(hidden('births\t2024')).toEqual([])
})
