import { expect, test } from 'vitest'
import { carriedTo } from './carried-parts.ts'

const of2025 = [
  { code: '72043A001', share: 1, quality: 'exact' },
  { code: '72043A002', share: 0.5, quality: 'approximate' },
] as const

test('sectors of 2025 are carried to those of 2024 they came from', () => {
  const ways = [
    { from: '72025A00-', to: '72043A001', share: 1, quality: 'exact' },
    { from: '72025A01-', to: '72043A001', share: 0.4, quality: 'approximate' },
    { from: '72025A01-', to: '72043A002', share: 0.6, quality: 'approximate' },
    { from: '72025A09-', to: '72043A099', share: 1, quality: 'exact' },
  ] as const
  expect(carriedTo(of2025, { ways, short: new Set(['72043A099']) })).toEqual([
    { code: '72025A00-', share: 1, quality: 'exact' },
    { code: '72025A01-', share: 0.7, quality: 'approximate' },
  ])
})

test('a part to which nothing leads because nobody lives there takes nothing away', () => {
  const ways = [{ from: '72025A00-', to: '72043A001', share: 1, quality: 'exact' }] as const
  expect(carriedTo(of2025, { ways, short: new Set() })).toEqual([{ code: '72025A00-', share: 1, quality: 'exact' }])
})

test('a part of which something may be missing makes all of it unknown', () => {
  const ways = [{ from: '72025A00-', to: '72043A001', share: 1, quality: 'exact' }] as const
  expect(carriedTo(of2025, { ways, short: new Set(['72043A002']) })).toEqual([])
})

test.each([
  ['approximate', 'exact'],
  ['exact', 'approximate'],
] as const)('an area that is %s in a part that is %s is approximate', (ofStep, ofPart) => {
  const ways = [{ from: '72025A00-', to: '72043A001', share: 1, quality: ofStep }] as const
  const parts = [{ code: '72043A001', share: 1, quality: ofPart }] as const
  expect(carriedTo(parts, { ways, short: new Set() }).map(({ quality }) => quality)).toEqual(['approximate'])
})
