import { expect, test } from 'vitest'
import { protectionOf } from '../protection/protection.ts'
import { figureKey, type RawFigure } from '../raw-figure.ts'
import { countsBehindShares } from './counts-behind-shares.ts'

const town = 'municipality 2024 23003'
const figure = (indicator: string, kind: RawFigure['kind'], unit: string, code: string, value: number): RawFigure => ({
  ...{ indicator, kind, unit, value, period: '2024', quality: 'exact' },
  area:
    code === town
      ? { level: 'municipality', edition: '2024', code: '23003' }
      : { level: 'sector', edition: '2024', code },
  within: code === town ? [] : [town],
})
const areas = ['A', 'B', 'C', town] as const
/** A share of households, in A, B, C and the municipality, of so many households each. */
const shared = (indicator: string, shares: readonly number[], unit = '%'): readonly RawFigure[] =>
  areas.map((area, k) => figure(indicator, unit === '‰' ? 'rate' : 'share', unit, area, shares[k] ?? 0))
const counted = (indicator: string, counts: readonly number[]): readonly RawFigure[] =>
  areas.map((area, k) => figure(indicator, 'count', 'persons', area, counts[k] ?? 0))
const hiddenAmong = (figures: readonly RawFigure[]) => {
  const { hidden } = protectionOf({ figures, divisions: [], peopleIn: () => undefined })
  return figures
    .filter((one) => hidden.has(figureKey(one)))
    .map(({ indicator, area }) => `${indicator} ${'code' in area ? area.code : ''}`)
}

test('P13 a share that tells a small count is hidden, and a second one from which the municipality would tell it', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020])
  const hidden = hiddenAmong([...households, ...shared('singleParentShare', [2.5, 9.5, 8, 8])])
  expect(hidden).toContain('singleParentShare A')
  expect(hidden.length).toBe(2)
})

test('P13 a share that is published of sectors only is not told by the municipality that is put together of them', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020])
  const ofSectors = shared('singleParentShare', [2.5, 9.5, 8, 8]).slice(0, 3)
  const { hidden } = protectionOf({
    ...{ figures: [...households, ...ofSectors], divisions: [], peopleIn: () => undefined },
  })
  const areas = [...hidden].flatMap((key) => (key.startsWith('singleParentShare') ? [key.split('\t')[2]] : []))
  expect(areas).toContain('sector 2024 A')
  expect(areas.length).toBeGreaterThan(1)
})

test('P13 a municipality put together of its sectors is the one of which the households are published', () => {
  const households = counted('privateHouseholds', [14, 19, 45, 78])
  const ofSectors = shared('singleParentShare', [85.7, 40, 20, 0]).slice(0, 3)
  const hidden = hiddenAmong([...households, ...ofSectors])
  // Two of A have no child, so how many have must not follow either.
  expect(hidden).toContain('singleParentShare A')
  expect(countsBehindShares(ofSectors, households).find(({ toldAt }) => toldAt)?.count.area).toMatchObject({
    code: '23003',
  })
})

test('P13 a share of fewer than twenty households is hidden wherever it is looked up', () => {
  const households = counted('privateHouseholds', [15, 400, 500, 915])
  expect(hiddenAmong([...households, ...shared('singleParentShare', [40, 30, 30, 30])])).toContain(
    'singleParentShare A',
  )
})

test('P13 a share is held against the households of the nearest year until those of its own are published', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020]).map((one) => ({ ...one, period: '2022' }))
  const shares = shared('singleParentShare', [2.5, 9.5, 8, 8])
  const hidden = hiddenAmong([...households, ...shares])
  expect(hidden).toContain('singleParentShare A')
  expect(hidden.length).toBeGreaterThan(1)
  expect(hiddenAmong(shares)).toEqual([])
})

test('P13 of several years of households the nearest says how many a share is of', () => {
  const inYear = (period: string, counts: readonly number[]) =>
    counted('privateHouseholds', counts).map((one) => ({ ...one, period }))
  const [few, many] = [
    [120, 400, 500, 1020],
    [1200, 4000, 5000, 10200],
  ]
  const shares = shared('singleParentShare', [2.5, 9.5, 8, 8])
  expect(hiddenAmong([...inYear('2023', few), ...inYear('2019', many), ...shares])).toContain('singleParentShare A')
  expect(hiddenAmong([...inYear('2023', many), ...inYear('2019', few), ...shares])).toEqual([])
})

test('P13 an estimated share of a neighbourhood with a hidden sector in it is hidden', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020])
  const part = (code: string, share: number) =>
    ({ code, share, quality: share === 1 ? 'exact' : 'approximate' }) as const
  const parts = new Map([
    ['drawn', [part('A', 1), part('B', 0.5)]],
    ['far', [part('C', 0.5)]],
  ])
  const { hidden } = protectionOf({
    figures: [...households, ...shared('singleParentShare', [2.5, 9.5, 8, 8])],
    divisions: [{ level: 'sector', edition: '2024', parts }],
    peopleIn: () => undefined,
  })
  expect(hidden).toContain('singleParentShare\t2024\tdrawn')
  const isFarHidden = hidden.has('singleParentShare\t2024\tfar')
  expect(isFarHidden).toBe(hidden.has('singleParentShare\t2024\tsector 2024 C'))
})

test('P13 a share of nearly all of them tells of the few others', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020])
  expect(hiddenAmong([...households, ...shared('tenantShare', [97.5, 40, 50, 51.6])])).toContain('tenantShare A')
})

test('P13 so many per thousand people are protected like a share of them', () => {
  const people = counted('population', [900, 800, 700, 2400])
  const hidden = hiddenAmong([...people, ...shared('livingWagePer1000', [2.2, 30, 40, 22.5], '‰')])
  expect(hidden).toContain('livingWagePer1000 A')
  expect(hidden.length).toBeGreaterThan(1)
})

test('P13 two shares of the same households are protected beside each other', () => {
  const households = counted('privateHouseholds', [100, 400, 500, 1000])
  const single = shared('singleHouseholdShare', [58, 40, 40, 41.8])
  const parents = shared('singleParentShare', [40, 30, 30, 31])
  expect(hiddenAmong([...households, ...single, ...parents]).some((one) => one.endsWith('A'))).toBe(true)
})

test('of the municipality the count is what its areas come to, whatever its share was rounded to', () => {
  const households = counted('privateHouseholds', [120, 400, 500, 1020])
  const behind = countsBehindShares(shared('singleParentShare', [2.5, 9.5, 8, 8]), households)
  expect(behind.map(({ count }) => count.value)).toEqual([3, 38, 40, 81])
  expect(
    behind.every(({ share, count }) => share === 'singleParentShare' && count.indicator === 'singleParentHouseholds'),
  ).toBe(true)
})

test('a share of buildings, and one of which it is not known of how many, tells no count of people', () => {
  const buildings = areas.map((area) => figure('buildings', 'count', 'buildings', area, 100))
  expect(countsBehindShares(shared('oldDwellingShare', [3, 3, 3, 3]), buildings)).toEqual([])
  expect(countsBehindShares(shared('tenantShare', [3, 3, 3, 3]), [])).toEqual([])
})
