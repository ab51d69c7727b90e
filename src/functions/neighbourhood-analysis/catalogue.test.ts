import { expect, test } from 'vitest'
import { layouts } from '../../registers/published-figures/index.ts'
import { ageAndSexName } from './age-and-sex.ts'
import { catalogueIndicator, indicatorCatalogue, indicatorName, indicatorThemes, publisherOf } from './catalogue.ts'

const keys = indicatorCatalogue.map(({ key }) => key)

/** Domain guide, chapter 15, row by row: `+` higher is better, `-` lower, `0` neither. */
const chapter15 =
  `population 0 | age65Share 0 | age80Share 0 | age0to17Share 0 | singleHouseholdShare 0 | livingAlone65Share 0
  | singleParentShare 0 | originShare 0 | turnoverRate 0 | medianTaxIncome + | increasedReimbursementShare 0 | deprivationIndex -
  | educationalDisadvantage - | livingWagePer1000 0 | energyHardship - | jobseekerShare - | longTermShare - | socialHousingShare 0
  | tenantShare 0 | oldDwellingShare - | gpPer1000 + | careBudgetHeavyPer1000 0 | chronicConditionShare 0 | homeCareUse 0
  | waitingTime - | healthFacilitySatisfaction + | informalCarerShare 0 | likesLivingHere + | satisfiedMunicipality +
  | trustLocalGov + | neighbourContact + | volunteerShare + | loneliness - | greenEnough + | safeCycling + | cleanStreets +
  | crimeRate - | meetingPlaces + | freePlacesShare + | associationsActive + | servicesWalkable + | transitStop +
  | rightsFoundPer100Checks 0 | serviceGap -`
    .split('|')
    .map((row) => row.trim().split(' '))

test.each(chapter15)('%s of chapter 15 is there, and higher is %s', (key, sign) => {
  const words = { '+': 'higherIsBetter', '-': 'lowerIsBetter', '0': 'context' }
  expect(catalogueIndicator(key ?? '')?.direction).toBe(words[sign as keyof typeof words])
})

test('every indicator has one key, and what it is made of or weighted by is there', () => {
  expect(keys.length).toBeGreaterThan(45)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { kind, parts, weight } of indicatorCatalogue) {
    if (parts) {
      expect(catalogueIndicator(parts.numerator)?.kind).toBe(kind === 'mean' ? 'amount' : 'count')
      expect(catalogueIndicator(parts.denominator)?.kind).toBe('count')
    }
    if (weight) expect(catalogueIndicator(weight)?.kind).toBe('count')
  }
})

test('what counts the same people as another indicator is a count as well, and has no other name itself', () => {
  const namesakes = indicatorCatalogue.flatMap(({ key, kind, sameAs }) => (sameAs ? [{ key, kind, sameAs }] : []))
  expect(namesakes.length).toBeGreaterThan(0)
  for (const { key, kind, sameAs } of namesakes) {
    expect([key, kind, catalogueIndicator(sameAs)?.kind]).toEqual([key, 'count', 'count'])
    expect(catalogueIndicator(sameAs)?.sameAs).toBeUndefined()
  }
})

test('a part and the count it is a part of are both counts, and no count is a part of itself', () => {
  const parts = indicatorCatalogue.flatMap(({ key, partOf }) => (partOf ? [{ key, ...partOf }] : []))
  expect(parts.length).toBeGreaterThan(10)
  for (const { key, whole } of parts) {
    expect([key, catalogueIndicator(key)?.kind, catalogueIndicator(whole)?.kind]).toEqual([key, 'count', 'count'])
    const above = (one: string): readonly string[] => [
      one,
      ...parts.flatMap((part) => (part.key === one ? above(part.whole) : [])),
    ]
    expect(new Set(above(key)).size).toBe(above(key).length)
  }
})

test('each theme has indicators, and each indicator a publisher or is counted here', () => {
  for (const theme of indicatorThemes) expect(indicatorCatalogue.some((one) => one.theme === theme)).toBe(true)
  for (const indicator of indicatorCatalogue)
    if (indicator.publisher !== 'own') expect(publisherOf(indicator)?.address).toMatch(/^https:/)
})

test('what a layout calls by a key of the catalogue is of the same kind there', () => {
  const measures = layouts.flatMap(({ measures }) => measures)
  const named = measures.filter(({ indicator, column }) => indicator !== undefined && indicator !== column)
  expect(named.length).toBeGreaterThan(20)
  const byAge = named.filter(({ indicator }) => ageAndSexName(indicator ?? '', 'nl') !== undefined)
  expect(byAge.map(({ kind }) => kind)).toEqual(byAge.map(() => 'count'))
  for (const { indicator, kind } of named.filter((measure) => !byAge.includes(measure)))
    expect([indicator, indicatorCatalogue.find(({ key }) => key === indicator)?.kind]).toEqual([indicator, kind])
})

test('layouts of one name are forms of one publication: a newer file in either brings the older anew', () => {
  const told = layouts.map(({ layout, source, measures }) => ({
    layout,
    publication: JSON.stringify([source, measures.map(({ indicator, unit }) => [indicator, unit])]),
  }))
  for (const one of told)
    expect(told.find(({ layout }) => layout === one.layout)?.publication, one.layout).toBe(one.publication)
})

test('signals for policy about a theme are named after it', () => {
  expect(indicatorName('policySignalsAboutHousing', 'fr', '')).toBe('Signaux pour la politique: Logement')
  expect(indicatorName('policySignalsAboutNothing', 'fr', 'own')).toBe('own')
})

test('an indicator of a publisher keeps its own name', () => {
  expect(indicatorName('medianTaxIncome', 'fr', 'MS_MEDIAN')).toBe('Revenu médian par déclaration')
  expect(indicatorName('v2302_GKO_V', 'nl', 'v2302_GKO_V')).toBe('v2302_GKO_V')
})
