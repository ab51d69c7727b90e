import { describe, expect, test } from 'vitest'
import type { Colleague } from '../../../platform/identity/index.ts'
import { gapsIn } from './holders.ts'
import { canAsk, mayBeSecond } from './second.ts'

const sofie: Colleague = {
  userId: 'sofie',
  membershipId: 'm',
  name: 'Sofie',
  zoneId: 'town',
  role: 'coordinator',
  secrecy: 'professionalSecrecy',
  neighbourhoods: 'all',
  phone: null,
  isOnCall: false,
}
const signal = { zoneId: 'town', neighbourhoodId: 'kouter' }

describe('P6 second is a coordinator of the zone under professional secrecy who covers the place', () => {
  test.each<[string, Partial<Colleague>, boolean]>([
    ['is', {}, true],
    ['covers only that neighbourhood', { neighbourhoods: ['kouter'] }, true],
    ['covers another neighbourhood', { neighbourhoods: ['dorp'] }, false],
    ['works for another controller', { zoneId: 'ocmw' }, false],
    ['has a duty of discretion', { secrecy: 'dutyOfDiscretion' }, false],
    ['whose review date passed', { secrecy: 'none' }, false],
    ['is a social worker', { role: 'socialWorker' }, false],
  ])('who %s', (_, over, may) => {
    expect(mayBeSecond({ ...sofie, ...over }, signal)).toBe(may)
  })

  test('a signal without a known neighbourhood is for whoever covers any', () => {
    expect(mayBeSecond({ ...sofie, neighbourhoods: ['dorp'] }, { ...signal, neighbourhoodId: null })).toBe(true)
  })
})

test.each([
  [undefined, true],
  [{ state: 'asked' as const }, true],
  [{ state: 'declined' as const }, true],
  [{ state: 'taken' as const }, false],
])('after %o asking somebody is possible: %s', (last, may) => {
  expect(canAsk(last)).toBe(may)
})

describe('chapter 16 no card stays without a secrecy holder unseen', () => {
  const place = { ...signal, assigneeId: null }
  test.each([
    ['somebody under secrecy covers the place', [place], [sofie], []],
    ['nobody is a coordinator', [place], [], [{ zoneId: 'town', because: 'nobody' }]],
    [
      'the only one is not bound any more',
      [{ ...place, assigneeId: 'sofie' }],
      [{ ...sofie, secrecy: 'none' as const }],
      [{ zoneId: 'town', because: 'nobody' }],
    ],
    [
      'who has it may not read it, others may',
      [{ ...place, assigneeId: 'bram' }],
      [sofie],
      [{ zoneId: 'town', because: 'assignee' }],
    ],
    ['who has it reads it', [{ ...place, assigneeId: 'sofie' }], [sofie], []],
    [
      'two places have the same gap',
      [place, { ...place, neighbourhoodId: 'dorp' }],
      [],
      [{ zoneId: 'town', because: 'nobody' }],
    ],
  ])('where %s', (_, places, coordinators, gaps) => {
    expect(gapsIn(places, coordinators)).toEqual(gaps)
  })
})
