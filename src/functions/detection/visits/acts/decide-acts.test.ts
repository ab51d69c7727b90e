import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { decideActs, type Situation, type VisitFacts } from './decide-acts.ts'
import { readActs } from './read-acts.ts'
import type { VisitAct } from './visit-act.ts'

const now = new Date('2026-11-23T12:00:00Z')
const door = {
  id: uuidv7(),
  roundId: uuidv7(),
  zoneId: uuidv7(),
  campaignId: uuidv7(),
  addressId: uuidv7(),
  isOptedOut: false,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  endedOn: null,
  isStarted: true,
}
const visitId = uuidv7()
const noted: VisitFacts = {
  id: visitId,
  roundAddressId: door.id,
  visitorId: 'anna',
  outcome: 'notNow',
  sentence: null,
  wantsReturnOn: null,
  visitedAt: now,
  handedOverAt: now,
  version: 1,
}

function situation(over: Partial<Omit<Situation, 'doors'>> & { door?: Partial<typeof door> } = {}): Situation {
  const { door: changed, ...rest } = over
  return {
    now,
    timeZone: 'Europe/Brussels',
    visitorId: 'anna',
    isCoordinator: false,
    roundIds: new Set([door.roundId]),
    doors: new Map([[door.id, { ...door, ...changed }]]),
    visits: new Map(),
    outings: [],
    ...rest,
  }
}
const visit = (over: { at?: string; visitId?: string } = {}): Extract<VisitAct, { kind: 'recordVisit' }> => ({
  id: uuidv7(),
  kind: 'recordVisit',
  at: over.at ?? '2026-11-23T10:00:00.000Z',
  visitId: over.visitId ?? uuidv7(),
  body: { roundAddressId: door.id, outcome: 'pleasantTalk' },
})
const correction = (over: { basedOn?: number } = {}): VisitAct => ({
  id: uuidv7(),
  kind: 'correctVisit',
  at: now.toISOString(),
  visitId,
  ...over,
  body: { outcome: 'pleasantTalk', sentence: 'Graag wat meer gezelschap.' },
})
const reasons = (found: Situation, act: VisitAct) => decideActs(found, [act]).refused.map(({ reason }) => reason)

test.each([
  ['a door of one’s own round, in time', situation(), visit(), []],
  ['a door that is not on one’s rounds', { ...situation(), doors: new Map() }, visit(), ['notYourRound']],
  [
    'a door that was handed back',
    situation({ door: { roundId: null as unknown as string } }),
    visit(),
    ['notYourRound'],
  ],
  ['an address that wants no visit', situation({ door: { isOptedOut: true } }), visit(), ['optedOut']],
  ['before the campaign began', situation(), visit({ at: '2026-10-31T10:00:00.000Z' }), ['campaignNotRunning']],
  ['after the campaign ended', situation({ door: { endsOn: '2026-11-22' } }), visit(), ['campaignNotRunning']],
  ['a campaign that was not started', situation({ door: { isStarted: false } }), visit(), ['campaignNotRunning']],
])('%s', (_words, found, act, expected) => {
  expect(reasons(found, act)).toEqual(expected)
})

test('a phone that was off when the campaign ended still hands in what was done before', () => {
  const ended = situation({ now: new Date('2026-12-04T09:00:00Z') })
  expect(reasons(ended, visit({ at: '2026-11-30T15:00:00.000Z' }))).toEqual([])
})

test('a phone whose clock runs ahead counts as now', () => {
  const { visits } = decideActs(situation(), [visit({ at: '2026-11-23T18:00:00.000Z' })])
  expect(visits[0]?.visitedAt).toEqual(now)
})

test('acts of one visit build on each other in the order sent', () => {
  const { applied, visits } = decideActs(situation(), [
    visit({ visitId }),
    correction({ basedOn: 1 }),
    correction({ basedOn: 2 }),
  ])
  expect(applied).toHaveLength(3)
  expect(visits).toMatchObject([{ id: visitId, version: 3, outcome: 'pleasantTalk' }])
})

test('a correction of what somebody else changed meanwhile is refused', () => {
  const found = situation({ visits: new Map([[visitId, { ...noted, version: 4 }]]) })
  expect(reasons(found, correction({ basedOn: 3 }))).toEqual(['changedMeanwhile'])
})

test('P8 a visitor may correct a note for 24 hours after handing it over, a coordinator longer', () => {
  const dayOld = { ...noted, handedOverAt: new Date(now.getTime() - 24 * 3_600_000) }
  const almost = { ...noted, handedOverAt: new Date(now.getTime() - 24 * 3_600_000 + 1000) }
  const visits = (visitNoted: VisitFacts) => ({ visits: new Map([[visitId, visitNoted]]) })
  expect(reasons(situation(visits(almost)), correction())).toEqual([])
  expect(reasons(situation(visits(dayOld)), correction())).toEqual(['handedOver'])
  expect(reasons(situation({ ...visits(dayOld), isCoordinator: true }), correction())).toEqual([])
})

test('a refused act does not stop the ones after it', () => {
  const bad = visit({ at: '2026-10-01T10:00:00.000Z' })
  const { applied, refused } = decideActs(situation(), [bad, visit(), visit()])
  expect([applied.length, refused.length]).toEqual([2, 1])
})

test('an alarm is never refused, whatever became of the round', () => {
  const nothing = { ...situation(), doors: new Map(), roundIds: new Set<string>() }
  const alarm: VisitAct = { id: uuidv7(), kind: 'raiseAlarm', at: now.toISOString(), body: { roundId: uuidv7() } }
  expect(decideActs(nothing, [alarm]).calls).toEqual([alarm])
})

test('somebody who sets out is expected back within hours, and is back after checking out', () => {
  const checkIn: VisitAct = {
    id: uuidv7(),
    kind: 'checkIn',
    at: '2026-11-23T09:00:00.000Z',
    body: { roundId: door.roundId, expectedBackAt: '2026-11-25T09:00:00.000Z' },
  }
  const checkOut: VisitAct = { id: uuidv7(), kind: 'checkOut', at: now.toISOString(), body: { roundId: door.roundId } }
  const { outings } = decideActs(situation(), [checkIn, checkOut])
  expect(outings).toMatchObject([{ expectedBackAt: new Date('2026-11-23T21:00:00Z'), backAt: now }])
})

test('an act that cannot be read is set apart with its reason; its neighbours are read', () => {
  const withNumber = { ...visit(), body: { roundAddressId: door.id, outcome: 'notNow', sentence: '85.07.30-033.28' } }
  const read = readActs([visit(), { id: uuidv7(), kind: 'dance' }, withNumber, 'nonsense'])
  expect(read.map((item) => (item.kind === 'unreadable' ? item.reason : item.kind))).toEqual([
    'read',
    'malformed',
    'numberInText',
    'nameless',
  ])
})

test('P20 no act carries a score, a group or a rank', () => {
  const keys = Object.keys(visit().body).concat(Object.keys(noted))
  expect(keys.filter((key) => /score|rank|risk|group|colour/i.test(key))).toEqual([])
})
