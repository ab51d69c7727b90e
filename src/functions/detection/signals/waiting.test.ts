import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { actOnSignal } from './actions.ts'
import { waitingInSignals } from './waiting.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
/** Every test has a municipality of its own, so that it counts only its own cards. */
let places = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T08:00:00Z')
  places += 1
  place = await makeMunicipality(world, `Testgem${places}`, String(99100 + places))
  coordinator = await makeStaff(world, place)
})

/** What waits for `actor`, as message and count. */
const waitingFor = async (actor: StaffActor) =>
  (await world.app.transact(actor, waitingInSignals)).map(({ message, values }) => [message, values?.count])

test('nothing waits while there are no cards', async () => {
  expect(await waitingFor(coordinator)).toEqual([])
})

test('an urgent card waits for the coordinator as an alarm of today that nobody took up', async () => {
  await fileCard(world, place, { urgency: 'urgent' })
  expect(await waitingFor(coordinator)).toEqual([
    ['detection.waiting.alarms', 1],
    ['detection.waiting.today', 1],
    ['detection.waiting.nobody', 1],
  ])
})

test('a promise that passed waits as too late since the day of the oldest, and cards of nobody without a day', async () => {
  await fileCard(world, place)
  await fileCard(world, place, { urgency: 'urgent' })
  world.setNow('2026-12-20T08:00:00Z')
  const waiting = await world.app.transact(coordinator, waitingInSignals)
  expect(waiting.map(({ message, values, dueOn }) => [message, values?.count, dueOn])).toEqual([
    ['detection.waiting.alarms', 1, '2026-11-23'],
    ['detection.waiting.overdue', 2, '2026-11-23'],
    ['detection.waiting.nobody', 2, undefined],
  ])
})

test('somebody who must hear back waits for the coordinator', async () => {
  const { signalId } = await fileCard(world, place)
  await openCaseOfCard(world, coordinator, signalId)
  expect(await waitingFor(coordinator)).toEqual([['detection.waiting.tellBack.whoFollows', undefined]])
})

test('lines about different cards say which: the day it came in, and never a name', async () => {
  const { signalId } = await fileCard(world, place, { name: 'Georgette Maes' })
  await openCaseOfCard(world, coordinator, signalId)
  const page = await (await world.as(coordinator).get('/today')).text()
  expect(page).toContain('kaartje van 23 november 2026')
  expect(page).not.toContain('Georgette')
})

test('who sent a card hears during a week that it went on, and not before', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const { signalId } = await fileCard(world, place, { source: 'visitor', senderUserId: visitor.userId })
  expect(await waitingFor(visitor)).toEqual([])
  const act = { signalId, version: 1, move: { kind: 'acknowledge' } } as const
  await actOnSignal({ transact: world.app.transact }, coordinator, act)
  expect(await waitingFor(visitor)).toEqual([['detection.waiting.moved', 1]])
  world.setNow('2026-12-02T08:00:00Z')
  expect(await waitingFor(visitor)).toEqual([])
})

test('P6 cards of one zone wait for nobody of another zone and for no administrator', async () => {
  await fileCard(world, place, { urgency: 'urgent' })
  const others = [
    await makeStaff(world, place, { zoneId: place.ocmwZone }),
    await makeStaff(world, place, { role: 'administrator', secrecy: 'none' }),
    await makeStaff(world, place, { secrecy: 'dutyOfDiscretion' }),
  ]
  for (const other of others) expect(await waitingFor(other)).toEqual([])
})
