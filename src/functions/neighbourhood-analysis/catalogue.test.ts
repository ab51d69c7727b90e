import { expect, test } from 'vitest'
import { layouts } from '../../registers/published-figures/index.ts'
import { indicatorCatalogue, indicatorName } from './catalogue.ts'

const keys = indicatorCatalogue.map(({ key }) => key)

test('every indicator has one key, and shares are made of counts that are there', () => {
  expect(keys.length).toBeGreaterThan(45)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { parts } of indicatorCatalogue)
    if (parts)
      for (const key of [parts.numerator, parts.denominator])
        expect(indicatorCatalogue.find((one) => one.key === key)?.kind).toBe('count')
})

test('what a layout calls by a key of the catalogue is of the same kind there', () => {
  const measures = layouts.flatMap(({ measures }) => measures)
  const named = measures.filter(({ indicator, column }) => indicator !== undefined && indicator !== column)
  expect(named.length).toBeGreaterThan(20)
  for (const { indicator, kind } of named)
    expect([indicator, indicatorCatalogue.find(({ key }) => key === indicator)?.kind]).toEqual([indicator, kind])
})

test('layouts are recognised by their own names, each once', () => {
  const names = layouts.map(({ layout }) => layout)
  expect(new Set(names).size).toBe(names.length)
})

test('an indicator of a publisher keeps its own name', () => {
  expect(indicatorName('medianTaxIncome', 'fr', 'MS_MEDIAN')).toBe('Revenu médian par déclaration')
  expect(indicatorName('v2302_GKO_V', 'nl', 'v2302_GKO_V')).toBe('v2302_GKO_V')
})
