import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgreement } from '../../../../tests/support/guidance.ts'
import { type HandoverWorld, type MadeHandover, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { makeStaff } from '../../../../tests/support/world.ts'
import { waitingInGuidance } from '../waiting.ts'
import { fiveChecks } from './five-checks.ts'

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

test('until a handover is answered, the one it returns to reads what is still to be done and by when', async () => {
  const { world, here, lead } = known
  const linesOf = async (made: MadeHandover, reader = lead) => {
    const lines = await world.app.transact(reader, waitingInGuidance)
    return lines.filter(({ href }) => href === made.path).map(({ message, dueOn }) => [message, dueOn])
  }
  const made = await known.proposed()
  expect(await linesOf(made)).toEqual([['guidance.waiting.handover.proposed', '2026-12-07']])
  const agreementId = await makeAgreement(world, lead, made.personId)
  await known.act(made, 'agreement', { checks: fiveChecks, agreementId })
  expect(await linesOf(made)).toEqual([['guidance.waiting.handover.agreed', '2026-12-07']])
  await known.act(made, 'introduction', { how: 'phone', on: '2026-11-20' })
  expect(await linesOf(made)).toEqual([['guidance.waiting.handover.introduced', '2026-12-04']])
  const colleague = await makeStaff(world, here)
  await world.as(lead).post(`/cases/${made.caseId}/members`, { userId: colleague.userId })
  expect(await linesOf(made, colleague)).toEqual([])
  await known.reply(made, 'acceptance', { by: 'Nele' })
  expect((await linesOf(made)).map(([message]) => message)).not.toContain('guidance.waiting.handover.introduced')
  expect((await linesOf(made)).map(([message]) => message)).toContain('guidance.waiting.arrivalCheck')
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
