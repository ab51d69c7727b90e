import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCase } from '../../../../tests/support/guidance.ts'
import { doWorkOfTheClock } from '../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { heirOf } from './left-cases.ts'
import { leadOf } from './member-store.ts'

describe('who answers for a case whose lead left', () => {
  const worker = (userId: string, over: object = {}) =>
    ({ userId, name: userId, zoneId: 'ocmw', role: 'socialWorker', neighbourhoods: 'all', ...over }) as const
  const left = { zoneId: 'ocmw', neighbourhoodId: 'kouter', memberIds: ['gone', 'dirk'] }
  test.each([
    ['the member who is longest in it', [worker('an', { role: 'coordinator' }), worker('dirk')], 'dirk'],
    ['a coordinator before a social worker', [worker('an'), worker('bo', { role: 'coordinator' })], 'bo'],
    ['the first by name', [worker('cas'), worker('bo')], 'bo'],
    ['nobody of another zone', [worker('an', { zoneId: 'municipality' })], undefined],
    ['nobody of other neighbourhoods', [worker('an', { neighbourhoods: ['dorp'] })], undefined],
  ])('is %s', (_who, workers, expected) => {
    expect(heirOf(left, workers)).toBe(expected)
  })
})

let world: World
let here: TestMunicipality
let lead: StaffActor
let places = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  places += 1
  here = await makeMunicipality(world, `Blijf${places}`, String(96100 + places))
  lead = await makeStaff(world, here, { role: 'socialWorker', name: 'Zoë Vertrekt' })
})

const night = () => doWorkOfTheClock(world, here.id)
const leaderOf = (caseId: string) => world.app.transact(systemActor(here.id, 'test'), (tx) => leadOf(tx, caseId))
const leaves = ({ membershipId }: StaffActor) =>
  world.database.owner
    .updateTable('identity.membership')
    .set({ ended_at: world.now() })
    .where('id', '=', membershipId)
    .execute()
/** A case with a task of its lead. */
async function caseWithTask() {
  const { caseId } = await makeCase(world, lead)
  const task = { id: uuidv7(), words: 'Attest opvragen', dueOn: '2026-11-27', assigneeId: lead.userId }
  expect((await world.as(lead).post(`/cases/${caseId}/tasks`, task)).status).toBe(303)
  return caseId
}

test('a case whose only member left goes with what is to be done to a coordinator of the zone', async () => {
  const caseId = await caseWithTask()
  const coordinator = await makeStaff(world, here, { name: 'Ann Blijft' })
  await leaves(lead)
  expect((await world.as(coordinator).get(`/cases/${caseId}`)).status).toBe(404)
  await night()
  expect((await world.as(coordinator).get(`/cases/${caseId}`)).status).toBe(200)
  expect(await leaderOf(caseId)).toBe(coordinator.userId)
  const [task] = await world.app.transact(coordinator, (tx) => tasksOf(tx, caseId))
  expect(task?.assigneeId).toBe(coordinator.userId)
})

test('while there is nobody who may be in it, the case waits until there is', async () => {
  const caseId = await caseWithTask()
  await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' })
  await leaves(lead)
  await night()
  expect(await leaderOf(caseId)).toBe(lead.userId)
  const coordinator = await makeStaff(world, here)
  await night()
  expect(await leaderOf(caseId)).toBe(coordinator.userId)
})

test('a case whose lead is there is left alone, and so is one that is closed', async () => {
  const caseId = await caseWithTask()
  await makeStaff(world, here)
  await night()
  expect(await leaderOf(caseId)).toBe(lead.userId)
  const closed = await makeCase(world, lead)
  const form = { id: uuidv7(), signalId: uuidv7(), version: '2', outcome: 'unreachable', preventable: 'no' }
  await world.as(lead).post(`/cases/${closed.caseId}/rights-check`, { version: '1', state: 'declined' })
  expect((await world.as(lead).post(`/cases/${closed.caseId}/closing`, form)).status).toBe(303)
  await leaves(lead)
  await night()
  expect(await leaderOf(closed.caseId)).toBe(lead.userId)
})
