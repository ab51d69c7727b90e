import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freezeFile } from '../../../../tests/support/frozen-volunteers.ts'
import { makeRound, type TestRound } from '../../../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'
import type { ActsAnswer } from './acts/visit-act.ts'
import type { RoundsAnswer } from './phone/rounds-answer.ts'

let world: World
let round: TestRound
beforeAll(async () => {
  world = await openWorld()
  round = await makeRound(world, await makeMunicipality(world), { doors: 4 })
  await freezeFile(world, round.coordinator, round.volunteer)
})
afterAll(() => world.close())

const at = '2026-11-23T07:30:00.000Z'
const doorOf = (index: number) => ({ roundAddressId: round.doors[index]?.id })
async function send(acts: readonly object[]): Promise<ActsAnswer['answers']> {
  const sent = await world.as(round.visitor).postJson('/api/visits/acts', { visitor: round.visitor.userId, acts })
  return ((await sent.json()) as ActsAnswer).answers
}
const owner = () => world.database.owner
const ofFile = (table: 'volunteers.debrief' | 'volunteers.refused_address') =>
  owner().selectFrom(table).select('volunteer_id').where('volunteer_id', '=', round.volunteer).execute()

test('P16 the phone of a frozen visitor gets no round at its next contact, and is told since when', async () => {
  const answer = (await (await world.as(round.visitor).get('/api/visits/rounds')).json()) as RoundsAnswer
  expect(answer.rounds).toEqual([])
  expect(answer.visitor.frozenSince).toBe('2026-11-23')
})

test('what the phone of a frozen visitor still carries of residents is taken in, not lost', async () => {
  const visitId = uuidv7()
  const body = { ...doorOf(0), outcome: 'pleasantTalk' }
  const [answer] = await send([{ id: uuidv7(), kind: 'recordVisit', at, visitId, body }])
  expect(answer?.status).toBe('applied')
  expect(await owner().selectFrom('detection.visit').select('id').where('id', '=', visitId).execute()).toHaveLength(1)
})

test('P16 an alarm of a frozen visitor is answered, owes the other of the pair a talk, and changes nothing in the frozen file', async () => {
  const [answer] = await send([{ id: uuidv7(), kind: 'raiseAlarm', at, body: { roundId: round.round } }])
  expect(answer?.status).toBe('applied')
  expect(await owner().selectFrom('volunteers.debrief').select('id').execute()).toHaveLength(1)
  expect(await ofFile('volunteers.debrief')).toEqual([])
})

test('P16 a door that a frozen visitor hands back waits for another pair, and is not noted in the frozen file', async () => {
  const [answer] = await send([{ id: uuidv7(), kind: 'refuseAddress', at, body: doorOf(1) }])
  expect(answer?.status).toBe('applied')
  const door = await owner()
    .selectFrom('detection.round_address')
    .select('round_id')
    .where('id', '=', round.doors[1]?.id ?? '')
    .executeTakeFirst()
  expect(door?.round_id).toBeNull()
  expect(await ofFile('volunteers.refused_address')).toEqual([])
})
