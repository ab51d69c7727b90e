import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HandoverWorld, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { makeMunicipality, makeStaff } from '../../../../tests/support/world.ts'
import { guidanceJobs } from '../jobs.ts'
import { endedHandover, handoverById, handoversTo } from './handover-store.ts'

let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
})
afterAll(() => known.world.close())

test('P9 the receiver sees the handover and nothing of the case or the person behind it', async () => {
  const { world, receiver, shared } = known
  const made = await shared()
  const browser = world.as(receiver)
  expect(await browser.get(`/handovers/${made.id}`).then((page) => page.text())).toContain(
    'Zoekt hulp voor de verwarming.',
  )
  for (const path of [`/cases/${made.caseId}`, made.path, `/people/${made.personId}`])
    expect((await browser.get(path)).status).toBe(404)
  const seen = await world.app.transact(receiver, async (tx) => ({
    events: await tx.db.selectFrom('guidance.case_event').select('id').where('case_id', '=', made.caseId).execute(),
    tasks: await tx.db.selectFrom('guidance.task').select('id').where('case_id', '=', made.caseId).execute(),
    members: await tx.db
      .selectFrom('guidance.case_member')
      .select('user_id')
      .where('case_id', '=', made.caseId)
      .execute(),
    disclosures: await tx.db
      .selectFrom('guidance.disclosure')
      .select('id')
      .where('case_id', '=', made.caseId)
      .execute(),
  }))
  expect(seen).toEqual({ events: [], tasks: [], members: [], disclosures: [] })
})

test('P6 a handover is not seen by another zone, by who is not bound by secrecy, nor by another role', async () => {
  const { world, here, shared } = known
  const made = await shared()
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const strangers = [
    await makeStaff(world, elsewhere, { zoneId: elsewhere.ocmwZone, role: 'socialWorker' }),
    await makeStaff(world, here, { zoneId: here.ocmwZone, role: 'socialWorker', secrecy: 'dutyOfDiscretion' }),
    await makeStaff(world, here, { zoneId: here.ocmwZone, role: 'communityWorker' }),
    await makeStaff(world, here),
  ]
  for (const stranger of strangers) {
    expect(await world.app.transact(stranger, (tx) => handoverById(tx, made.id))).toBeUndefined()
    expect([403, 404]).toContain((await world.as(stranger).get(`/handovers/${made.id}`)).status)
  }
})

test('a waiting time the sender knew is told beside the box, not answered in it', async () => {
  const { reply, current, introduced, receiver, world } = known
  const made = await introduced({ waitingWeeks: '0' })
  const page = await world.as(receiver).get(`/handovers/${made.id}`)
  const text = await page.text()
  expect(text).toContain('Nu bekend: 0 weken. Laat leeg als dat klopt.')
  expect(text).toMatch(/<input[^>]*name="waitingWeeks"[^>]*>/)
  expect(text).not.toMatch(/<input(?=[^>]*name="waitingWeeks")[^>]*value="0"/)
  expect((await reply(made, 'acceptance', { by: 'Nele Ontvanger' })).status).toBe(303)
  expect((await current(made.id)).waitingWeeks).toBe(0)
})

test('a handover is not accepted before the introduction: that is what makes it warm', async () => {
  const { reply, shared } = known
  const made = await shared()
  expect((await reply(made, 'acceptance', { by: 'Nele' })).status).toBe(409)
})

test('a refusal takes the sight away and returns to the person named, on the next working day', async () => {
  const { world, here, lead, receiver, tasksIn, reply, introduced } = known
  world.setNow('2026-12-24T09:00:00Z')
  const made = await introduced()
  const refusal = { by: 'Nele Ontvanger', reason: 'full', words: 'Vanaf maart weer plaats.' }
  expect((await reply(made, 'refusal', refusal)).headers.get('location')).toBe('/handovers')
  expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
  expect(await world.app.transact(receiver, (tx) => handoversTo(tx, here.ocmwZone))).not.toContainEqual(
    expect.objectContaining({ id: made.id }),
  )
  const [task] = await tasksIn(made.caseId)
  expect(task).toMatchObject({
    kind: 'handoverRefused',
    dueOn: '2026-12-28',
    assigneeId: lead.userId,
    handoverId: made.id,
  })
  const page = await world
    .as(lead)
    .get(made.path)
    .then((answer) => answer.text())
  expect(page).toContain('Vanaf maart weer plaats.')
  world.setNow('2026-11-23T08:00:00Z')
})

test('two colleagues of the receiver who answer at once: the second reads that it was answered', async () => {
  const { world, receiver, current, tasksIn, introduced } = known
  const made = await introduced()
  const version = String((await current(made.id)).version)
  const first = await world.as(receiver).post(`/handovers/${made.id}/acceptance`, { version, by: 'Nele' })
  const second = await world.as(receiver).post(`/handovers/${made.id}/refusal`, { version, by: 'Jan', reason: 'full' })
  expect([first.status, second.status]).toEqual([303, 409])
  expect((await tasksIn(made.caseId)).map(({ kind }) => kind)).not.toContain('handoverRefused')
})

test.each([
  ['a colleague refused', 'geweigerd'],
  ['the sender took it back', 'teruggenomen'],
])('whoever answers after %s reads that, and nothing of what was shared', async (_what, word) => {
  const { world, receiver, lead, current, introduced } = known
  const made = await introduced()
  const version = String((await current(made.id)).version)
  const refusal = { version, by: 'Nele', reason: 'full' }
  const first =
    word === 'geweigerd'
      ? await world.as(receiver).post(`/handovers/${made.id}/refusal`, refusal)
      : await world.as(lead).post(`${made.path}/withdrawal`, { version })
  expect(first.status).toBe(303)
  const second = await world.as(receiver).post(`/handovers/${made.id}/acceptance`, { version, by: 'Jan' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain(`De overdracht is intussen afgesloten: ${word}`)
  expect(page).not.toContain('verwarming')
})

test('how a handover ended is told to nobody who could not read it', async () => {
  const { world, here, lead, introduced, current } = known
  const made = await introduced()
  await world.as(lead).post(`${made.path}/withdrawal`, { version: String((await current(made.id)).version) })
  const [elsewhere, zoneId] = [await makeMunicipality(world, 'Verder', '99107'), here.ocmwZone]
  const others = [
    await makeStaff(world, elsewhere, { role: 'socialWorker' }),
    await makeStaff(world, here, { role: 'coordinator' }),
    await makeStaff(world, here, { role: 'matcher', zoneId }),
    await makeStaff(world, here, { role: 'coordinator', zoneId, secrecy: 'dutyOfDiscretion' }),
  ]
  for (const other of others) {
    const told = await world.app.transact(other, (tx) => endedHandover(tx, made.id))
    expect(told, `${other.role} ${other.secrecy}`).toBeUndefined()
  }
})

test('an arrival that the receiver reports settles the check in the case of the sender', async () => {
  const { world, here, tasksIn, reply, introduced } = known
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  expect((await reply(made, 'arrival', { on: '2026-11-23' })).status).toBe(303)
  const jobs = guidanceJobs(world.app)
  await jobs.tasks?.['guidance.followArrival']?.({ municipalityId: here.id, id: made.id })
  const open = (await tasksIn(made.caseId)).filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)
  expect(open).toEqual(['tellBack', 'resultAfterSixWeeks', 'resultAfterSixMonths'])
})

test('P9 the receiver opens a case of its own, in its own zone, with only what was shared', async () => {
  const { world, lead, receiver, reply, introduced } = known
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  const [caseId, personId] = [uuidv7(), uuidv7()]
  expect((await reply(made, 'case', { caseId, personId })).headers.get('location')).toBe(`/cases/${caseId}`)
  expect((await world.as(receiver).get(`/cases/${caseId}`)).status).toBe(200)
  expect((await world.as(lead).get(`/cases/${caseId}`)).status).toBe(404)
  expect((await reply(made, 'case', { caseId: uuidv7(), personId: uuidv7() })).status).toBe(409)
})
