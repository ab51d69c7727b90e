import type { Model } from '@meernet/rights-engine'
import { expect, test } from 'vitest'
import { freshness } from './freshness.ts'
import { belgium } from './index.ts'

const ids = (list: readonly { readonly parameter: string }[]) => list.map(({ parameter }) => parameter)

test('a value is stale from the day of a gap, not before', () => {
  expect(ids(freshness(belgium, '2024-12-31').stale)).not.toContain('verhoogde-tegemoetkoming.year_base')
  const [first] = freshness(belgium, '2025-01-01').stale
  expect(first).toMatchObject({
    parameter: 'verhoogde-tegemoetkoming.year_base',
    since: '2024-01-01',
    value: 25630.67,
    knownUntil: '2024-12-31',
    rights: ['verhoogde-tegemoetkoming'],
  })
})

test('a value past its known end is stale without a row that says so', () => {
  expect(ids(freshness(belgium, '2027-02-28').stale)).not.toContain('index.coefficient')
  expect(ids(freshness(belgium, '2027-03-01').stale)).toContain('index.coefficient')
})

test('a weak source is told apart', () => {
  const { low } = freshness(belgium, '2026-11-21')
  expect(low.find(({ parameter }) => parameter === 'verhoogde-tegemoetkoming.month_base')).toMatchObject({
    since: '2026-09-01',
    confidence: 'low',
  })
  expect(ids(low)).not.toContain('leefloon.category2')
})

test('the round begins with the ceilings of the increased reimbursement, as the facts ask', () => {
  const order = freshness(belgium, '2026-11-21').round.flatMap(({ parameters }) => parameters)
  const place = (id: string) => order.findIndex((parameter) => parameter.startsWith(id))
  expect(place('verhoogde-tegemoetkoming.')).toBe(0)
  expect(place('verwarmingstoelage.')).toBeGreaterThan(place('groeipakket'))
  expect(place('maximumfactuur.')).toBeGreaterThan(place('verwarmingstoelage.'))
  expect(place('pro-deo.')).toBeGreaterThan(place('maximumfactuur.'))
})

test('a value worked out with the index waits for the official one', () => {
  const { derived, round } = freshness(belgium, '2026-11-21')
  expect(ids(derived)).toContain('leefloon.category2')
  expect(ids(freshness(belgium, '2025-02-01').derived)).not.toContain('leefloon.category2')
  expect(round[1]?.parameters.join()).toMatch(/leefloon|igo|ivt/)
})

test('local values are listed and are never stale', () => {
  const { local, stale } = freshness(belgium, '2026-11-21')
  expect(local).toContain('municipality.reference_budget')
  expect(ids(stale).filter((id) => id.startsWith('municipality.'))).toEqual([])
})

test('nothing known at all is stale too', () => {
  const gap = {
    unit: 'eur',
    kind: 'amount',
    rows: [{ from: '2024-01-01', gap: true }],
    source: 's',
    noun: { nl: '', fr: '', en: '' },
  }
  const model = { facts: {}, definitions: {}, rights: {}, parameters: { 'a.b': gap } } as Model
  expect(freshness(model, '2024-01-01').stale).toMatchObject([{ parameter: 'a.b', since: null, value: null }])
  expect(freshness(model, '2023-12-31').stale).toEqual([])
})
