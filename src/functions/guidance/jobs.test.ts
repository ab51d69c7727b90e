import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgreement, makeCase } from '../../../tests/support/guidance.ts'
import { doWaitingJobs } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { guidanceJobs } from './jobs.ts'
import { addTasks, tasksOf } from './tasks/task-store.ts'
import { waitingInGuidance } from './waiting.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here)
})
afterAll(() => world.close())

const jobs = () => guidanceJobs(world.app)
const run = (name: string) => jobs().recurring?.[name]?.task(here.id)
const addTask = (caseId: string, dueOn: string) =>
  world.app.transact(lead, (tx) =>
    addTasks(tx, [{ caseId, zoneId: lead.zoneId, kind: 'own', words: 'Geheime taak', dueOn, assigneeId: lead.userId }]),
  )
const queued = async () => {
  const { rows } = await world.database.ownerPool.query(
    "select count(*)::int as count from graphile_worker.jobs where task_identifier = 'identity.tellColleague'",
  )
  return (rows[0] as { count: number }).count
}

test('P22 somebody with something due is mailed once, and the mail says nothing', async () => {
  const { caseId } = await makeCase(world, lead)
  await addTask(caseId, '2026-11-20')
  await addTask(caseId, '2026-11-23')
  await addTask(caseId, '2026-11-24')
  await run('guidance.remind')
  expect(await queued()).toBe(1)
  await doWaitingJobs(world)
  expect(world.mail).toHaveLength(1)
  expect(world.mail[0]).toMatchObject({ to: `${lead.userId}@test.example`, subject: 'Er is een bericht voor u' })
  expect(world.mail[0]?.text).toContain('http://localhost/today')
  expect(world.mail[0]?.text).not.toContain('taak')
  await run('guidance.remind')
  expect(await queued()).toBe(0)
})

test('two weeks before an agreement ends the lead of the open case is asked to talk about it, once', async () => {
  const { caseId, personId } = await makeCase(world, lead)
  await makeAgreement(world, lead, personId, { validUntil: '2026-12-07' })
  await run('guidance.endAgreements')
  await run('guidance.endAgreements')
  const tasks = await world.app.transact(systemActor(here.id, 'test'), (tx) => tasksOf(tx, caseId))
  expect(tasks.map(({ kind, dueOn, assigneeId }) => [kind, dueOn, assigneeId])).toEqual([
    ['agreementExpires', '2026-12-07', lead.userId],
  ])
})

test('an agreement of which the night of two weeks before was missed, or that was given for less, is announced all the same', async () => {
  const { caseId, personId } = await makeCase(world, lead)
  await makeAgreement(world, lead, personId, { validUntil: '2026-12-01' })
  await makeAgreement(world, lead, personId, { validUntil: '2026-11-22' })
  await makeAgreement(world, lead, personId, { validUntil: '2026-12-08' })
  await run('guidance.endAgreements')
  const tasks = await world.app.transact(systemActor(here.id, 'test'), (tx) => tasksOf(tx, caseId))
  expect(tasks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['agreementExpires', '2026-12-01']])
})

test('what waits names nobody, and several tasks of one day are one line', async () => {
  const other = await makeStaff(world, here)
  const { caseId } = await makeCase(world, other)
  await world.app.transact(other, (tx) =>
    addTasks(
      tx,
      ['2026-11-23', '2026-11-23', '2026-11-25'].map((dueOn) => ({
        caseId,
        zoneId: other.zoneId,
        kind: 'own' as const,
        words: 'Fatima bellen',
        dueOn,
        assigneeId: other.userId,
      })),
    ),
  )
  const waiting = await world.app.transact(other, waitingInGuidance)
  expect(waiting).toEqual([
    { message: 'guidance.waiting.own', values: { count: 2 }, href: '/cases', dueOn: '2026-11-23' },
    { message: 'guidance.waiting.own', values: { count: 1 }, href: `/cases/${caseId}/tasks`, dueOn: '2026-11-25' },
  ])
  const visitor = await makeStaff(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect(await world.app.transact(visitor, waitingInGuidance)).toEqual([])
})
