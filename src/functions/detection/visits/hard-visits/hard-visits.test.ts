import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRound, type TestRound } from '../../../../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../../../../../tests/support/world.ts'

let world: World
let round: TestRound
beforeAll(async () => {
  world = await openWorld()
  round = await makeRound(world, await makeMunicipality(world), { doors: 4 })
})
afterAll(() => world.close())

const send = (acts: readonly unknown[]) =>
  world.as(round.visitor).postJson('/api/visits/acts', { visitor: round.visitor.userId, acts })
const owed = () =>
  world.database.owner
    .selectFrom('volunteers.debrief')
    .select(['volunteer_id', 'origin', 'visited_on', 'due_at'])
    .orderBy('due_at')
    .execute()

test('a pleasant visit owes nobody a talk', async () => {
  const body = { roundAddressId: round.doors[0]?.id, outcome: 'pleasantTalk' }
  await send([{ id: uuidv7(), kind: 'recordVisit', at: '2026-11-23T07:20:00.000Z', visitId: uuidv7(), body }])
  expect(await owed()).toEqual([])
})

test('an alarm at a door owes both of the pair a talk within 48 hours of it; a second alarm that day owes no more', async () => {
  const body = { roundAddressId: round.doors[1]?.id, outcome: 'alarm' }
  const visit = { id: uuidv7(), kind: 'recordVisit', at: '2026-11-23T07:30:00.000Z', visitId: uuidv7(), body }
  await send([visit])
  await send([
    visit,
    { id: uuidv7(), kind: 'raiseAlarm', at: '2026-11-23T07:40:00.000Z', body: { roundId: round.round } },
  ])
  const talks = await owed()
  expect(new Set(talks.map(({ volunteer_id }) => volunteer_id)).size).toBe(2)
  expect(talks.map(({ origin, visited_on, due_at }) => [origin, visited_on, due_at.toISOString()])).toEqual([
    ['alarm', '2026-11-23', '2026-11-25T07:30:00.000Z'],
    ['alarm', '2026-11-23', '2026-11-25T07:30:00.000Z'],
  ])
})

test('the coordinator sees both talks on Vandaag', async () => {
  const page = await (await world.as(round.coordinator).get('/today')).text()
  expect(page).toContain('2 vrijwilligers hebben een gesprek tegoed na een zwaar bezoek')
})
