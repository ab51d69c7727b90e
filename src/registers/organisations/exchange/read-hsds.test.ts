import { expect, test } from 'vitest'
import { listQueryFrom } from './api-query.ts'
import { readHsds } from './read-hsds.ts'

const here = { language: 'nl', neighbourhoods: [], today: '2026-11-23' } as const
const [id, organization_id] = ['0190a1b2-0000-7000-8000-000000000001', '0190a1b2-0000-7000-8000-000000000002']
const service = { id, organization_id, name: 'Huiswerkhulp', status: 'active' }
const read = (more: object) => readHsds({ contents: [{ ...service, ...more }] }, here)

test.each(['constructor', 'toString', 'open'])('"%s" is no status of a service', (status) => {
  expect(read({ status })).toMatchObject({
    services: [],
    problems: [{ path: 'contents[0].status', expected: expect.stringContaining('one of: active') }],
  })
})

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T23:30:00', '2026-11-20'],
  ['2026-11-20T23:30:00Z', '2026-11-21'],
  ['2026-07-20T22:30:00+00:00', '2026-07-21'],
  ['2026-11-20T00:30:00+05:30', '2026-11-19'],
])('what was changed on %s was changed here on %s', (last_modified, day) => {
  expect(read({ last_modified }).services).toMatchObject([{ verifiedOn: day }])
  expect(listQueryFrom({ modified_after: last_modified })).toMatchObject({ query: { modified_after: day } })
})

test('a moment that does not exist is no day', () => {
  expect(read({ last_modified: '2026-11-20T25:99:00Z' }).problems).toMatchObject([
    { path: 'contents[0].last_modified' },
  ])
})

test('the day on which the waiting time was asked is a day, so that the same file again changes nothing', () => {
  const attribute = (code: string, value: string) => ({ value, taxonomy_term: { taxonomy: 'Meernet', code } })
  const attributes = [attribute('waitingWeeks', '3'), attribute('waitingMeasuredOn', '2026-11-20T10:00:00Z')]
  expect(read({ attributes }).services).toMatchObject([{ waitingWeeks: 3, waitingMeasuredOn: '2026-11-20' }])
})

test('a text in another language that is too long is left out, and said to be', () => {
  const text = (code: string, value: string) => ({ value, taxonomy_term: { taxonomy: 'Meernet', code } })
  const attributes = [text('text:fr:description', 'é'.repeat(2001)), text('text:fr:conditions', 'Pour tous')]
  const { services, leftOut, problems } = read({ attributes })
  expect(problems).toEqual([])
  expect(services[0]?.texts).toEqual([{ language: 'fr', conditions: 'Pour tous' }])
  expect(leftOut).toContainEqual({ path: 'contents[].attributes[]', times: 1 })
})
