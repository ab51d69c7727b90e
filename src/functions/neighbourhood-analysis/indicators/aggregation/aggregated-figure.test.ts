import type { Value } from '@meernet/statistics'
import { describe, expect, test } from 'vitest'
import { definitionOf } from '../definition.ts'
import { aggregatedFigure } from './aggregated-figure.ts'
import type { AreaInParts } from './area-in-parts.ts'
import { type KnownFigure, knownFigures } from './known-figures.ts'

const sector = { level: 'sector', edition: '2024' } as const
const wijk = { level: 'neighbourhood', edition: '2025', code: '72043W01' } as const

/** Figures as `[indicator, code, value]`, of Statbel in 2023 and of sectors unless the code is a neighbourhood's. */
const known = (...rows: readonly (readonly [string, string, Value, string?, string?])[]) =>
  knownFigures(
    rows.map(([indicator, code, value, period = '2023', source = 'Statbel']): KnownFigure => {
      const area = code.includes('W') ? { ...wijk, code } : { ...sector, code }
      return { indicator, ...area, value, period, source, datasetId: `${source} ${indicator}` }
    }),
  )

const twoSectors: AreaInParts = {
  own: [wijk],
  divisions: [
    {
      ...sector,
      parts: [
        { code: '72025A00-', share: 1, quality: 'exact' },
        { code: '72025A01-', share: 1, quality: 'exact' },
      ],
    },
  ],
}
const halfOfSecond: AreaInParts = {
  own: [],
  divisions: [
    {
      ...sector,
      parts: [
        { code: '72025A00-', share: 1, quality: 'exact' },
        { code: '72025A01-', share: 0.5, quality: 'approximate' },
      ],
    },
  ],
}
const figure = (indicator: string, figures: ReturnType<typeof known>, area = twoSectors, sources?: readonly string[]) =>
  aggregatedFigure({ definition: definitionOf(indicator), area, period: '2023', sources }, figures, definitionOf)

describe('counts', () => {
  test('of sectors are added up, and that is exact when they lie whole in the neighbourhood', () => {
    const added = figure('population', known(['population', '72025A00-', 812], ['population', '72025A01-', 0]))
    expect(added).toMatchObject({ value: 812, quality: 'exact', way: 'added' })
  })

  test('of a sector that is cut count by its doors, and that is approximate', () => {
    const added = figure(
      'population',
      known(['population', '72025A00-', 812], ['population', '72025A01-', 100]),
      halfOfSecond,
    )
    expect(added).toMatchObject({ value: 862, quality: 'approximate' })
  })

  test.each([['unknown'], ['hidden']] as const)('with one that is %s have no sum', (missing) => {
    const added = figure('population', known(['population', '72025A00-', 812], ['population', '72025A01-', missing]))
    expect(added?.value).toBe('unknown')
  })

  test('of which one sector is not in the file have no sum: it may not be taken for zero', () => {
    expect(figure('population', known(['population', '72025A00-', 812]))?.value).toBe('unknown')
  })

  test('published for exactly the neighbourhood go before their sum', () => {
    const both = known(
      ['population', '72043W01', 900],
      ['population', '72025A00-', 812],
      ['population', '72025A01-', 80],
    )
    expect(figure('population', both)).toMatchObject({ value: 900, way: 'published' })
  })

  test('that the publisher hides stay hidden, whatever the sectors would tell', () => {
    const both = known(['births', '72043W01', 'hidden'], ['births', '72025A00-', 3], ['births', '72025A01-', 4])
    expect(figure('births', both)?.value).toBe('hidden')
  })

  test('that the publisher does not know for the neighbourhood are put together of its sectors', () => {
    const both = known(['births', '72043W01', 'unknown'], ['births', '72025A00-', 30], ['births', '72025A01-', 40])
    expect(figure('births', both)).toMatchObject({ value: 70, way: 'added' })
  })
})

describe('shares', () => {
  test('are divided out of their counts when those are there', () => {
    const counts = known(
      ['population65plus', '72025A00-', 200],
      ['population65plus', '72025A01-', 10],
      ['population', '72025A00-', 800],
      ['population', '72025A01-', 200],
      ['age65Share', '72025A00-', 25],
      ['age65Share', '72025A01-', 5],
    )
    expect(figure('age65Share', counts)).toMatchObject({
      value: 21,
      quality: 'exact',
      way: 'divided',
      numerator: 210,
      denominator: 1000,
    })
  })

  test('are else weighted by what they are of, never simply averaged, and that is approximate', () => {
    const shares = known(
      ['singleHouseholdShare', '72025A00-', 40],
      ['singleHouseholdShare', '72025A01-', 10],
      ['privateHouseholds', '72025A00-', 100],
      ['privateHouseholds', '72025A01-', 300],
    )
    expect(figure('singleHouseholdShare', shares)).toMatchObject({
      value: 17.5,
      quality: 'approximate',
      way: 'weighted',
      denominator: 400,
    })
  })

  test('without anything to weigh by are unknown', () => {
    const shares = known(['singleHouseholdShare', '72025A00-', 40], ['singleHouseholdShare', '72025A01-', 10])
    expect(figure('singleHouseholdShare', shares)?.value).toBe('unknown')
  })

  test('of which a small part is hidden lie between limits, when these are near each other', () => {
    const shares = (hidden: number) =>
      known(
        ['singleHouseholdShare', '72025A00-', 40],
        ['singleHouseholdShare', '72025A01-', 'hidden'],
        ['privateHouseholds', '72025A00-', 1000],
        ['privateHouseholds', '72025A01-', hidden],
      )
    const { value, between = [0, 0] } = figure('singleHouseholdShare', shares(30)) ?? {}
    expect(value).toBe('unknown')
    expect(between.map((limit) => limit.toFixed(1))).toEqual(['38.8', '41.7'])
    expect(figure('singleHouseholdShare', shares(500))?.between).toBeUndefined()
  })

  test('P13 lie between no limits that are told when few people are in it, or all but few', () => {
    const betweenOf = (share: number) =>
      figure(
        'singleHouseholdShare',
        known(
          ['singleHouseholdShare', '72025A00-', share],
          ['singleHouseholdShare', '72025A01-', 'hidden'],
          ['privateHouseholds', '72025A00-', 1000],
          ['privateHouseholds', '72025A01-', 30],
        ),
      )?.between
    expect([betweenOf(1), betweenOf(99)]).toEqual([undefined, undefined])
    expect(betweenOf(3)?.map((limit) => limit.toFixed(1))).toEqual(['2.9', '5.8'])
  })

  test('P13 of a neighbourhood that is just one sector are those of the sector, and hidden with it', () => {
    const parts = [{ code: '72025A00-', share: 1, quality: 'exact' }] as const
    const shares = known(['singleHouseholdShare', '72025A00-', 40])
    const of = figure('singleHouseholdShare', shares, { own: [], divisions: [{ ...sector, parts }] })
    expect(of).toMatchObject({ value: 40, quality: 'exact', at: { ...sector, code: '72025A00-' } })
  })

  test('are weighted by the count of the nearest year, three years away at most', () => {
    const shares = (year: string) =>
      known(
        ['tenantShare', '72025A00-', 40],
        ['tenantShare', '72025A01-', 10],
        ['privateHouseholds', '72025A00-', 100, year],
        ['privateHouseholds', '72025A01-', 100, year],
      )
    expect(figure('tenantShare', shares('2020'))?.value).toBe(25)
    expect(figure('tenantShare', shares('2019'))?.value).toBe('unknown')
  })

  test('of nobody do not apply', () => {
    const counts = known(
      ['population65plus', '72025A00-', 0],
      ['population65plus', '72025A01-', 0],
      ['population', '72025A00-', 0],
      ['population', '72025A01-', 0],
    )
    expect(figure('age65Share', counts)?.value).toBe('notApplicable')
  })

  test('as published know the counts they were made of', () => {
    const all = known(
      ['age65Share', '72043W01', 21.5],
      ['population', '72043W01', 400],
      ['population65plus', '72043W01', 86],
    )
    expect(figure('age65Share', all)).toMatchObject({ value: 21.5, numerator: 86, denominator: 400 })
  })
})

describe('what cannot be put together', () => {
  test('a median is never averaged: it lies between the least and the largest', () => {
    const medians = known(['medianTaxIncome', '72025A00-', 24_000], ['medianTaxIncome', '72025A01-', 31_000])
    expect(figure('medianTaxIncome', medians)).toMatchObject({
      value: 'unknown',
      between: [24_000, 31_000],
      way: 'notAveraged',
    })
  })

  test('an index and what its publisher does not state are unknown', () => {
    for (const indicator of ['taxIncomeQuartileDifference', 'of_swing'])
      expect(figure(indicator, known([indicator, '72025A00-', 4], [indicator, '72025A01-', 6]))?.value).toBe('unknown')
  })

  test('figures of two publishers are not added to each other', () => {
    const two = known(['jobseekers', '72025A00-', 20], ['jobseekers', '72025A01-', 10, '2023', 'Actiris'])
    expect(figure('jobseekers', two)?.value).toBe('unknown')
  })

  test('an instrument of one region is not put together across its border', () => {
    const across: AreaInParts = {
      own: [],
      divisions: [
        {
          ...sector,
          parts: [
            { code: '23088A00-', share: 1, quality: 'exact' },
            { code: '21004A00-', share: 1, quality: 'exact' },
          ],
        },
      ],
    }
    const rows = (indicator: string) =>
      known(
        [indicator, '23088A00-', 20],
        [indicator, '21004A00-', 30],
        ['population', '23088A00-', 10],
        ['population', '21004A00-', 10],
      )
    expect(figure('volunteerShare', rows('volunteerShare'), across)?.value).toBe('unknown')
    expect(figure('originShare', rows('originShare'), across)?.value).toBe(25)
  })

  test('nothing is known of an indicator that is not loaded, nor from other sources than asked', () => {
    const all = known(['population', '72043W01', 900])
    expect(figure('births', all)).toBeUndefined()
    expect(figure('population', all, twoSectors, ['IBSA'])).toBeUndefined()
  })
})
