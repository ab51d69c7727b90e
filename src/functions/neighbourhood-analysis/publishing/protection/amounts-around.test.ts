import { expect, test } from 'vitest'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import { protectionOf } from './protection.ts'

const whole = 'municipality fixed 99999'
const incomeOf = (code: string, value: number, level: 'sector' | 'municipality' = 'sector'): RawFigure => ({
  ...{ indicator: 'taxableIncome', kind: 'amount', unit: '€', period: '2022', value, quality: 'exact' },
  area: { level, edition: level === 'municipality' ? 'fixed' : '2024', code },
  within: level === 'municipality' ? [] : [whole],
})
const figures = [
  incomeOf('99999A001', 61_000),
  incomeOf('99999A002', 4_200_000),
  incomeOf('99999A003', 9_100_000),
  incomeOf('99999', 13_361_000, 'municipality'),
]
const part = (code: string) => ({ code, share: 1, quality: 'exact' as const })
const divisions = [
  {
    ...{ level: 'sector' as const, edition: '2024' },
    parts: new Map([
      ['small', [part('99999A001'), part('99999A002')]],
      ['large', [part('99999A003')]],
    ]),
  },
]
const people = new Map([
  ['sector 2024 99999A001', 3],
  ['sector 2024 99999A002', 180],
  ['sector 2024 99999A003', 410],
])

test('P13 the income of three people does not follow from that of the municipality or neighbourhood and their other areas', () => {
  const { hidden } = protectionOf({ figures, divisions, peopleIn: (area) => people.get(area) })
  const isShown = (one: Pick<RawFigure, 'area'>) =>
    !hidden.has(figureKey({ indicator: 'taxableIncome', period: '2022', ...one }))
  const [three, ...others] = figures
  expect(three && isShown(three)).toBe(false)
  expect(others.map(isShown)).toEqual([true, true, false])
  expect(['small', 'large'].map((neighbourhoodId) => isShown({ area: { neighbourhoodId } }))).toEqual([false, true])
})

test('where no amount is hidden all of them are told', () => {
  const { hidden } = protectionOf({ figures, divisions, peopleIn: () => 200 })
  expect([...hidden]).toEqual([])
})
