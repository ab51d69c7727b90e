import { attack, ordinaryCounts, type Seen } from '@meernet/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rootOf } from '../linked/part-of-whole.ts'
import type { RawFigure } from '../raw-figure.ts'
import { shownFigures } from '../shown-figures.ts'
import { protectionOf } from './protection.ts'

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

/** A count of which one name of the year may lack areas. */
const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 60 })), {
  minLength: 3,
  maxLength: 5,
})

test.each(['persons', 'households'])(
  'P13 whoever reads a year and its first day as the same %s finds none of few in both',
  (unit) => {
    const lacking = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 })
    fc.assert(
      fc.property(counts, lacking, (values, absent) => {
        const codes = values.map((_, k) => `S${k}`)
        const all = Object.fromEntries(values.map((value, k) => [`S${k}`, value]))
        const total = values.reduce((sum, one) => sum + one, 0)
        const some = Object.fromEntries(Object.entries(all).filter((_, k) => !absent.includes(k)))
        const tables = { '2024': all, '2024-01-01': some }
        const indicator = unit === 'persons' ? 'population' : 'privateHouseholds'
        const figures = Object.entries(tables).flatMap(([period, own]) =>
          people(indicator, period, { ...own, '23003': total }).map((one) => ({ ...one, unit })),
        )
        const hidden = hiddenIn(...figures)
        const seen = Object.entries(tables).flatMap(([period, own]): Seen[] => {
          const untold = hidden(`${indicator}\t${period}`)
          return Object.entries({ ...own, '23003': total }).map(([code, value]) => ({
            at: [code],
            shown: untold.includes(code) ? 'hidden' : value,
          }))
        })
        const areas = [{ id: '23003' }, ...codes.map((id) => ({ id, within: ['23003'] }))]
        const attacker = attack([{ id: 'area', categories: areas }], seen)
        const found = codes.filter((code) => {
          const value = all[code] ?? 0
          return (
            value > 0 && value < ordinaryCounts.hideBelow && Number(attacker?.([code]).most) < ordinaryCounts.hideBelow
          )
        })
        expect(found).toEqual([])
      }),
      { numRuns: 150, seed: 5 },
    )
  },
)

test('P13 a share of the first day of a year is hidden where it is hidden of how many households it is in that year', () => {
  const households = people('privateHouseholds', '2024', { '23003': 84, A: 3, B: 40, C: 41 })
  const shares = people('singleParentShare', '2024-01-01', { B: 25, C: 20 })
  const figures = [
    ...households.map((one) => ({ ...one, unit: 'households' })),
    ...shares.map((one) => ({ ...one, kind: 'share', unit: '%' }) as const),
  ]
  const protection = protectionOf({ figures, divisions: [], peopleIn: () => undefined })
  expect([...protection.hidden]).toContain('privateHouseholds\t2024\tsector 2024 B')
  expect(shownFigures(figures, { protection }).map(({ value }) => value)).toEqual([
    84,
    'hidden',
    'hidden',
    41,
    'hidden',
    20,
  ])
})
