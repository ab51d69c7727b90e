import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCase, makePerson } from '../../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { type CaseProgressed, caseProgressed, type PolicySignalNoted, policySignalNoted } from '../events.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { caseById } from './case-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
let colleague: StaffActor
const progressed: CaseProgressed[] = []
const noted: PolicySignalNoted[] = []
const asProgram = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(here.id, 'test'), work)
const versionOf = async (caseId: string) => String((await asProgram((tx) => caseById(tx, caseId)))?.version)

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here, { name: 'Sofie Trekker' })
  colleague = await makeStaff(world, here, { name: 'Anna Collega' })
  world.app.events.subscribe(caseProgressed, async (_tx, event) => void progressed.push(event))
  world.app.events.subscribe(policySignalNoted, async (_tx, event) => void noted.push(event))
})
afterAll(() => world.close())

test('a signal that becomes a case has the opener as lead, a legal ground and a sender who hears it was taken up', async () => {
  const { caseId, signalId, personId } = await makeCase(world, lead)
  expect(
    await world
      .as(lead)
      .get(`/cases/${caseId}`)
      .then((page) => page.text()),
  ).toContain('Sofie Trekker')
  expect(progressed).toContainEqual({ caseId, signalId, progress: 'takenUp' })
  const grounds = await world.database.owner
    .selectFrom('agreements.legal_ground')
    .select(['kind', 'purpose'])
    .where('person_id', '=', personId)
    .execute()
  expect(grounds).toEqual([{ kind: 'publicTask', purpose: 'guidance' }])
})

test('opening the case of the same signal twice gives one case', async () => {
  const { caseId, personId, signalId, zoneId } = await makeCase(world, lead)
  const { openCaseFromSignal } = await import('./case-actions.ts')
  const again = { signalId, caseId, personId, zoneId, neighbourhoodId: null, openedBy: lead.userId }
  await world.app.transact(lead, (tx) => openCaseFromSignal(tx, again))
  const rows = await world.database.owner.selectFrom('guidance.case').select('id').where('id', '=', caseId).execute()
  expect(rows).toHaveLength(1)
})

test('somebody who comes to the counter gets a case without a card', async () => {
  const id = uuidv7()
  const browser = world.as(lead)
  const sent = { id, newPersonId: uuidv7(), givenName: 'Luc', familyName: 'Balie', title: 'Papieren' }
  expect((await browser.post('/cases', sent)).status).toBe(303)
  expect((await browser.post('/cases', sent)).headers.get('location')).toBe(`/cases/${id}`)
  expect(await browser.get('/cases').then((page) => page.text())).toContain('Luc Balie')
})

test('a social worker opens a case for somebody new and then sees that person, and no others', async () => {
  const worker = await makeStaff(world, here, { role: 'socialWorker' })
  const stranger = await makePerson(world, lead)
  const [id, newPersonId] = [uuidv7(), uuidv7()]
  const opened = await world.as(worker).post('/cases', { id, newPersonId, givenName: 'Mia', familyName: 'Loket' })
  expect(opened.status).toBe(303)
  expect((await world.as(worker).get(`/people/${newPersonId}`)).status).toBe(200)
  expect((await world.as(worker).get(`/people/${stranger}`)).status).toBe(404)
})

test('a new case without a name comes back with what was typed', async () => {
  const answer = await world
    .as(lead)
    .post('/cases', { id: uuidv7(), newPersonId: uuidv7(), familyName: 'Alleen Familie' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Alleen Familie')
})

test('a case goes step by step to its end, and the sender, policy and the person hear of it', async () => {
  const { caseId, signalId } = await makeCase(world, lead)
  const browser = world.as(lead)
  const act = async (path: string, form: Record<string, string | readonly string[]>) =>
    (await browser.post(`/cases/${caseId}${path}`, { version: await versionOf(caseId), ...form })).status
  expect(await act('/state', { state: 'exploring' })).toBe(303)
  expect(await act('/state', { state: 'planned' })).toBe(409)
  expect(await act('/goals', { id: uuidv7(), words: 'Ik wil mijn huis warm krijgen.' })).toBe(303)
  expect(await act('/state', { state: 'planned' })).toBe(303)
  expect(await act('/state', { state: 'inProgress' })).toBe(303)
  expect(await act('/facts', { id: uuidv7(), domain: 'housing', kind: 'action', text: 'Premie aangevraagd.' })).toBe(
    303,
  )
  expect(await act('/state', { state: 'resultCheck' })).toBe(303)
  const result = { id: uuidv7(), domain: 'housing', kind: 'result', reached: 'right', text: 'Premie toegekend.' }
  expect(await act('/facts', result)).toBe(303)
  const closing = { id: uuidv7(), signalId: uuidv7(), outcome: 'resultReached', preventable: 'no' }
  expect(await act('/closing', closing)).toBe(409)
  expect(await act('/rights-check', { state: 'done' })).toBe(303)
  const policy = {
    preventable: 'yes',
    theme: 'housing',
    causeType: 'waitingTime',
    competentLevel: 'municipality',
    groups: ['poverty'],
    description: 'Wie een premie vraagt, wacht een jaar op antwoord.',
  }
  expect(await act('/closing', { ...closing, ...policy })).toBe(303)
  expect(progressed).toContainEqual({ caseId, signalId, progress: 'closed' })
  expect(noted.at(-1)).toMatchObject({
    causeType: 'waitingTime',
    competentLevel: 'municipality',
    noteBy: lead.userId,
    caseClosedOn: '2026-11-23',
  })
  const tasks = await asProgram((tx) => tasksOf(tx, caseId))
  expect(tasks.map(({ kind, dueOn, assigneeId }) => [kind, dueOn, assigneeId])).toEqual([
    ['tellBack', '2026-11-30', lead.userId],
  ])
  expect(await act('/reopening', { reason: 'De persoon belde opnieuw.' })).toBe(303)
  expect((await asProgram((tx) => caseById(tx, caseId)))?.state).toBe('exploring')
})

test('P14 the name of the person does not go to policy', async () => {
  const { caseId } = await makeCase(world, lead)
  const browser = world.as(lead)
  await browser.post(`/cases/${caseId}/rights-check`, { version: '1', state: 'declined' })
  const answer = await browser.post(`/cases/${caseId}/closing`, {
    id: uuidv7(),
    signalId: uuidv7(),
    version: '2',
    outcome: 'personStopped',
    preventable: 'yes',
    theme: 'housing',
    causeType: 'rule',
    competentLevel: 'federal',
    description: 'Fatima kreeg geen antwoord.',
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Fatima kreeg geen antwoord.')
})

test('the question for policy has to be answered', async () => {
  const { caseId } = await makeCase(world, lead)
  const form = { id: uuidv7(), signalId: uuidv7(), version: '1', outcome: 'moved' }
  expect((await world.as(lead).post(`/cases/${caseId}/closing`, form)).status).toBe(422)
  expect((await world.as(lead).post(`/cases/${caseId}/closing`, { ...form, preventable: 'yes' })).status).toBe(422)
})

test('P3 a national number in a note is refused, and the note comes back', async () => {
  const { caseId } = await makeCase(world, lead)
  const answer = await world.as(lead).post(`/cases/${caseId}/notes`, { id: uuidv7(), text: 'Nummer 85.07.30-033.28' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('85.07.30-033.28')
})

test('who acts on an old page gets 409 and reads what the colleague did', async () => {
  const { caseId } = await makeCase(world, lead)
  await world.as(lead).post(`/cases/${caseId}/members`, { userId: colleague.userId })
  expect((await world.as(colleague).post(`/cases/${caseId}/state`, { version: '1', state: 'exploring' })).status).toBe(
    303,
  )
  const late = await world.as(lead).post(`/cases/${caseId}/rights-check`, { version: '1', state: 'offered' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('Anna Collega')
  expect(page).toContain('nieuwe stap')
})

test('P6 a supervisor or coordinator who is not in the case finds nothing of it', async () => {
  const { caseId, personId } = await makeCase(world, lead)
  const pages = ['', '/plan', '/notes', '/tasks', '/timeline', '/handovers', '/handovers/new', '/closing']
  for (const page of pages) expect((await world.as(colleague).get(`/cases/${caseId}${page}`)).status).toBe(404)
  expect((await world.as(colleague).post(`/cases/${caseId}/notes`, { id: uuidv7(), text: 'x' })).status).toBe(404)
  const person = await world
    .as(colleague)
    .get(`/people/${personId}`)
    .then((answer) => answer.text())
  expect(person).not.toContain(caseId)
})

test('P6 a member who leaves the case loses sight of it, and what they had to do goes to the lead', async () => {
  const { caseId } = await makeCase(world, lead)
  await world.as(lead).post(`/cases/${caseId}/members`, { userId: colleague.userId })
  const task = { id: uuidv7(), words: 'Attest opvragen', dueOn: '2026-11-27', assigneeId: colleague.userId }
  expect((await world.as(lead).post(`/cases/${caseId}/tasks`, task)).status).toBe(303)
  expect((await world.as(colleague).get(`/cases/${caseId}`)).status).toBe(200)
  await world.as(lead).post(`/cases/${caseId}/members/removal`, { userId: colleague.userId })
  expect((await world.as(colleague).get(`/cases/${caseId}`)).status).toBe(404)
  const [left] = await asProgram((tx) => tasksOf(tx, caseId))
  expect(left?.assigneeId).toBe(lead.userId)
})

test('P6 who loses professional secrecy loses sight of the case at once', async () => {
  const { caseId } = await makeCase(world, lead)
  const seen = await world.app.transact({ ...lead, secrecy: 'dutyOfDiscretion' }, (tx) => caseById(tx, caseId))
  expect(seen).toBeUndefined()
})

test('a colleague who is not bound by professional secrecy, or works elsewhere, cannot join a case', async () => {
  const { caseId } = await makeCase(world, lead)
  const discreet = await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' })
  const elsewhere = await makeStaff(world, here, { zoneId: here.ocmwZone, role: 'socialWorker' })
  for (const { userId } of [discreet, elsewhere])
    expect((await world.as(lead).post(`/cases/${caseId}/members`, { userId })).status).toBe(409)
})

test('nobody puts themselves in a case that exists, not even past the pages', async () => {
  const { caseId, zoneId } = await makeCase(world, lead)
  const { addMembers } = await import('./member-store.ts')
  const push = world.app.transact(colleague, (tx) =>
    addMembers(tx, [{ caseId, zoneId, userId: colleague.userId, isLead: false, addedBy: colleague.userId }]),
  )
  await expect(push).rejects.toThrow(/row-level security/)
})

test('P17 every page of a case that is opened leaves a line with its reason', async () => {
  const { caseId, personId } = await makeCase(world, lead)
  for (const page of ['', '/plan', '/notes', '/timeline']) await world.as(lead).get(`/cases/${caseId}${page}`)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['reason', 'person_id', 'actor_user_id'])
    .where('action', '=', 'read case')
    .where('subject_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  expect(lines.map(({ reason }) => reason)).toEqual(['overview', 'plan', 'notes', 'timeline'])
  expect(lines.every((line) => line.person_id === personId && line.actor_user_id === lead.userId)).toBe(true)
})

test('P23 title, notes, goals and facts are not readable in the database', async () => {
  const { caseId } = await makeCase(world, lead)
  const browser = world.as(lead)
  await browser.post(`/cases/${caseId}/title`, { version: '1', title: 'Geheimwoord titel' })
  await browser.post(`/cases/${caseId}/notes`, { id: uuidv7(), text: 'Geheimwoord notitie' })
  await browser.post(`/cases/${caseId}/goals`, {
    id: uuidv7(),
    words: 'Geheimwoord doel',
    firstStep: 'Geheimwoord stap',
  })
  await browser.post(`/cases/${caseId}/facts`, {
    id: uuidv7(),
    domain: 'school',
    kind: 'explored',
    text: 'Geheimwoord feit',
  })
  const { owner } = world.database
  const stored = [
    await owner.selectFrom('guidance.case').selectAll().where('id', '=', caseId).execute(),
    await owner.selectFrom('guidance.note').selectAll().where('case_id', '=', caseId).execute(),
    await owner.selectFrom('guidance.goal').selectAll().where('case_id', '=', caseId).execute(),
    await owner.selectFrom('guidance.domain_fact').selectAll().where('case_id', '=', caseId).execute(),
  ].flat()
  expect(stored.length).toBe(4)
  const bytes = stored
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString() : String(value)))
  expect(bytes.filter((text) => text.includes('Geheimwoord'))).toEqual([])
  const page = await browser.get(`/cases/${caseId}/plan`).then((answer) => answer.text())
  expect(page).toContain('Geheimwoord doel')
})

test('P11 a meeting in which the person was named needs a legal basis', async () => {
  const { caseId } = await makeCase(world, lead)
  const meeting = { id: uuidv7(), heldOn: '2026-11-20', participants: 'CAW, OCMW', minutes: 'Samen bezoeken.' }
  const post = (form: Record<string, string>) => world.as(lead).post(`/cases/${caseId}/meetings`, form)
  expect((await post({ ...meeting, withIdentity: 'yes' })).status).toBe(422)
  expect((await post({ ...meeting, withIdentity: 'yes', basis: 'sharedSecrecy' })).status).toBe(303)
  expect((await post({ ...meeting, id: uuidv7() })).status).toBe(303)
})
