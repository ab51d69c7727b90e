import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAgreement, makeCase } from '../../../../tests/support/guidance.ts'
import { type HandoverWorld, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { makeStaff, mondayMorning } from '../../../../tests/support/world.ts'
import { type CaseProgressed, caseProgressed } from '../events.ts'
import { fiveChecks } from './five-checks.ts'

const progressed: CaseProgressed[] = []
let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
  known.world.app.events.subscribe(caseProgressed, async (_tx, event) => void progressed.push(event))
})
afterAll(() => known.world.close())

test('a handover goes from proposal to result, and the sender of the card hears that it was followed', async () => {
  const { world, lead, current, tasksIn, act, reply, introduced } = known
  const made = await introduced()
  expect((await reply(made, 'acceptance', { by: 'Nele Ontvanger', waitingWeeks: '6' })).status).toBe(303)
  expect(await current(made.id)).toMatchObject({
    state: 'accepted',
    arrivalDueOn: '2026-12-07',
    waitingWeeks: 6,
    bridgingSince: '2026-11-23',
    answeredBy: 'Nele Ontvanger',
  })
  expect((await tasksIn(made.caseId)).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ['tellBack', '2026-11-30'],
    ['arrivalCheck', '2026-12-07'],
  ])
  world.setNow('2026-12-04T08:00:00Z')
  expect((await act(made, 'arrival', { on: '2026-12-04' })).status).toBe(303)
  const after = await tasksIn(made.caseId)
  const open = after.filter(({ doneAt }) => doneAt === null).map(({ kind, dueOn }) => [kind, dueOn])
  expect(open).toEqual([
    ['tellBack', '2026-11-30'],
    ['resultAfterSixWeeks', '2027-01-15'],
    ['resultAfterSixMonths', '2027-06-04'],
  ])
  expect(progressed).toContainEqual(expect.objectContaining({ caseId: made.caseId, progress: 'followed' }))
  expect((await act(made, 'outcome', { outcome: 'rightGranted', words: 'De premie is er.' })).status).toBe(303)
  expect(await current(made.id)).toMatchObject({ state: 'outcome', bridgingUntil: '2026-12-04' })
  const page = await world
    .as(lead)
    .get(made.path)
    .then((answer) => answer.text())
  expect(page).toContain('De premie is er.')
  expect(page).toContain('11 dagen overbrugging')
  world.setNow(mondayMorning)
})

describe('P7 sharing asks five checks and an agreement for this receiver', () => {
  test.each(fiveChecks)('without "%s" nothing is shared', async (left) => {
    const { world, lead, receiver, current, act, proposed } = known
    const made = await proposed()
    const agreementId = await makeAgreement(world, lead, made.personId)
    const checks = fiveChecks.filter((check) => check !== left)
    expect((await act(made, 'agreement', { checks, agreementId })).status).toBe(409)
    expect(await current(made.id)).toMatchObject({ state: 'proposed', agreementId: null })
    expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
  })

  test('an agreement of somebody else, or for others, is refused', async () => {
    const { world, lead, act, proposed } = known
    const made = await proposed()
    const other = await makeCase(world, lead)
    const ofOther = await makeAgreement(world, lead, other.personId)
    const forSender = await makeAgreement(world, lead, made.personId, { toWhom: ['sender'] })
    for (const agreementId of [ofOther, forSender])
      expect((await act(made, 'agreement', { checks: fiveChecks, agreementId })).status).toBe(409)
  })

  test('who chooses no agreement gets the page back', async () => {
    const { act, proposed } = known
    const made = await proposed()
    expect((await act(made, 'agreement', { checks: fiveChecks })).status).toBe(422)
  })
})

test('P9 crossing to another controller leaves a disclosure that names agreement and legal ground', async () => {
  const { world, here, lead, shared } = known
  const made = await shared()
  const row = await world.database.owner
    .selectFrom('guidance.disclosure as d')
    .innerJoin('agreements.legal_ground as g', 'g.id', 'd.legal_ground_id')
    .selectAll('d')
    .select('g.purpose')
    .where('d.handover_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    zone_id: here.municipalityZone,
    receiver_zone_id: here.ocmwZone,
    agreement_id: made.agreementId,
    purpose: 'guidance',
    by_user: lead.userId,
  })
  const change = world.database.owner.updateTable('guidance.disclosure').set({ by_user: uuidv7() }).execute()
  await expect(change).rejects.toThrow(/kept for good/)
})

test('who does not arrive comes back to the person named', async () => {
  const { world, lead, receiver, tasksIn, act, reply, introduced } = known
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  expect((await act(made, 'no-show')).status).toBe(303)
  const open = (await tasksIn(made.caseId)).filter(({ doneAt }) => doneAt === null)
  expect(open.map(({ kind, assigneeId }) => [kind, assigneeId])).toContainEqual(['handoverNoShow', lead.userId])
  expect(open.map(({ kind }) => kind)).not.toContain('arrivalCheck')
  expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
})

test('P2 taking an agreement back stops what was not accepted yet, at once, whoever notes it', async () => {
  const { world, here, lead, receiver, current, tasksIn, introduced } = known
  const made = await introduced()
  const colleague = await makeStaff(world, here)
  const answer = await world.as(colleague).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'phone' })
  expect(answer.status).toBe(303)
  expect((await current(made.id)).state).toBe('withdrawn')
  expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
  const [task] = await tasksIn(made.caseId)
  expect(task).toMatchObject({ kind: 'agreementWithdrawn', assigneeId: lead.userId })
})

test('P2 taking an agreement back does not undo what was accepted', async () => {
  const { world, lead, current, reply, introduced } = known
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  await world.as(lead).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'faceToFace' })
  expect((await current(made.id)).state).toBe('accepted')
})

test('a case does not close while a handover is under way', async () => {
  const { world, lead, shared } = known
  const made = await shared()
  await world.as(lead).post(`/cases/${made.caseId}/rights-check`, { version: '1', state: 'done' })
  const closing = { id: uuidv7(), signalId: uuidv7(), version: '2', outcome: 'personStopped', preventable: 'no' }
  expect((await world.as(lead).post(`/cases/${made.caseId}/closing`, closing)).status).toBe(409)
})

test('a proposal to nobody comes back with what was typed', async () => {
  const { world, lead } = known
  const { caseId } = await makeCase(world, lead)
  const answer = await world.as(lead).post(`/cases/${caseId}/handovers`, {
    id: uuidv7(),
    receiver: 'other',
    personName: 'Fatima',
    reachBy: '0470 12 34 56',
    text: 'Blijft staan.',
    returnsTo: lead.userId,
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Blijft staan.')
})
