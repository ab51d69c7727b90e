import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HandoverWorld, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { makeStaff } from '../../../../tests/support/world.ts'

let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
})
afterAll(() => known.world.close())

test('a handover that was to return to a colleague who left the case returns to the lead, never to nobody', async () => {
  const { world, here, lead } = known
  const colleague = await makeStaff(world, here)
  const made = await known.proposed()
  await world.as(lead).post(`/cases/${made.caseId}/members`, { userId: colleague.userId })
  const id = uuidv7()
  const proposal = {
    id,
    receiver: `zone:${here.ocmwZone}`,
    personName: 'Fatima',
    reachBy: '0470 12 34 56',
    text: 'Verwarming.',
    returnsTo: colleague.userId,
  }
  expect((await world.as(lead).post(`/cases/${made.caseId}/handovers`, proposal)).status).toBe(303)
  await world.as(lead).post(`/cases/${made.caseId}/members/removal`, { userId: colleague.userId })
  expect((await known.current(id)).returnsTo).toBe(lead.userId)
})

test('a handover returns to somebody who works on the case', async () => {
  const { world, here, lead } = known
  const stranger = await makeStaff(world, here)
  const { caseId } = await known.proposed()
  const answer = await world.as(lead).post(`/cases/${caseId}/handovers`, {
    id: uuidv7(),
    receiver: `zone:${here.ocmwZone}`,
    personName: 'Fatima',
    reachBy: '0470 12 34 56',
    text: 'Verwarming.',
    returnsTo: stranger.userId,
  })
  expect(answer.status).toBe(409)
})

test('nobody was introduced or arrived on a day that has still to come', async () => {
  const made = await known.shared()
  expect((await known.act(made, 'introduction', { how: 'phone', on: '2026-11-24' })).status).toBe(409)
  expect((await known.act(made, 'introduction', { how: 'phone', on: '2026-11-23' })).status).toBe(303)
  await known.reply(made, 'acceptance', { by: 'Nele' })
  expect((await known.reply(made, 'arrival', { on: '2026-11-24' })).status).toBe(409)
  expect((await known.act(made, 'arrival', { on: '2026-11-24' })).status).toBe(409)
  expect((await known.act(made, 'arrival', { on: '2026-11-23' })).status).toBe(303)
})

test('P2 a step taken while the agreement is taken back never leaves the handover open on the other side', async () => {
  const { world, lead, receiver } = known
  for (let round = 0; round < 6; round += 1) {
    const made = await known.shared()
    const version = String((await known.current(made.id)).version)
    await Promise.all([
      world.as(lead).post(`${made.path}/introduction`, { version, how: 'phone', on: '2026-11-23' }),
      world.as(lead).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'phone' }),
    ])
    expect((await known.current(made.id)).state).toBe('withdrawn')
    expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).not.toBe(200)
  }
})
