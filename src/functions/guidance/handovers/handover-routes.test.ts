import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAgreement, makeCase } from '../../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Mail } from '../../../platform/mail/index.ts'
import { waitingMail } from '../../../platform/mail/outgoing-store.ts'
import { type CaseProgressed, caseProgressed } from '../events.ts'
import { guidanceJobs } from '../jobs.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { fiveChecks } from './five-checks.ts'
import { type Handover, handoverById, handoversTo } from './handover-store.ts'
import { linkOf } from './link-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
let receiver: StaffActor
const progressed: CaseProgressed[] = []
const asProgram = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(here.id, 'test'), work)

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here, { name: 'Sofie Trekker' })
  receiver = await makeStaff(world, here, { name: 'Nele Ontvanger', role: 'socialWorker', zoneId: here.ocmwZone })
  world.app.events.subscribe(caseProgressed, async (_tx, event) => void progressed.push(event))
})
afterAll(() => world.close())

type Made = { readonly caseId: string; readonly personId: string; readonly id: string; readonly path: string }
const current = async (id: string): Promise<Handover> => {
  const handover = await asProgram((tx) => handoverById(tx, id))
  if (!handover) throw new Error('there is no such handover')
  return handover
}
const tasksIn = (caseId: string) => asProgram((tx) => tasksOf(tx, caseId))
const act = async ({ id, path }: Made, part: string, form: Record<string, string | readonly string[]> = {}) =>
  world.as(lead).post(`${path}/${part}`, { version: String((await current(id)).version), ...form })
const reply = async ({ id }: Made, part: string, form: Record<string, string> = {}, actor = receiver) =>
  world.as(actor).post(`/handovers/${id}/${part}`, { version: String((await current(id)).version), ...form })

async function proposed(over: Record<string, string> = {}): Promise<Made> {
  const { caseId, personId } = await makeCase(world, lead)
  const id = uuidv7()
  const answer = await world.as(lead).post(`/cases/${caseId}/handovers`, {
    id,
    receiver: `zone:${here.ocmwZone}`,
    personName: 'Fatima El Amrani',
    reachBy: '0470 12 34 56',
    text: 'Zoekt hulp voor de verwarming.',
    returnsTo: lead.userId,
    ...over,
  })
  expect(answer.status).toBe(303)
  return { caseId, personId, id, path: `/cases/${caseId}/handovers/${id}` }
}

async function shared(over: Record<string, string> = {}): Promise<Made & { readonly agreementId: string }> {
  const made = await proposed(over)
  const agreementId = await makeAgreement(world, lead, made.personId)
  expect((await act(made, 'agreement', { checks: fiveChecks, agreementId })).status).toBe(303)
  return { ...made, agreementId }
}

async function introduced(over: Record<string, string> = {}) {
  const made = await shared(over)
  expect((await act(made, 'introduction', { how: 'together', on: '2026-11-23' })).status).toBe(303)
  return made
}

test('a handover goes from proposal to result, and the sender of the card hears that it was followed', async () => {
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
})

describe('P7 sharing asks five checks and an agreement for this receiver', () => {
  test.each(fiveChecks)('without "%s" nothing is shared', async (left) => {
    const made = await proposed()
    const agreementId = await makeAgreement(world, lead, made.personId)
    const checks = fiveChecks.filter((check) => check !== left)
    expect((await act(made, 'agreement', { checks, agreementId })).status).toBe(409)
    expect(await current(made.id)).toMatchObject({ state: 'proposed', agreementId: null })
    expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
  })

  test('an agreement of somebody else, or for others, is refused', async () => {
    const made = await proposed()
    const other = await makeCase(world, lead)
    const ofOther = await makeAgreement(world, lead, other.personId)
    const forSender = await makeAgreement(world, lead, made.personId, { toWhom: ['sender'] })
    for (const agreementId of [ofOther, forSender])
      expect((await act(made, 'agreement', { checks: fiveChecks, agreementId })).status).toBe(409)
  })

  test('who chooses no agreement gets the page back', async () => {
    const made = await proposed()
    expect((await act(made, 'agreement', { checks: fiveChecks })).status).toBe(422)
  })
})

test('P9 crossing to another controller leaves a disclosure that names agreement and legal ground', async () => {
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

test('P9 the receiver sees the handover and nothing of the case or the person behind it', async () => {
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

test('a handover is not accepted before the introduction: that is what makes it warm', async () => {
  const made = await shared()
  expect((await reply(made, 'acceptance', { by: 'Nele' })).status).toBe(409)
})

test('a refusal takes the sight away and returns to the person named, on the next working day', async () => {
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
  const made = await introduced()
  const version = String((await current(made.id)).version)
  const first = await world.as(receiver).post(`/handovers/${made.id}/acceptance`, { version, by: 'Nele' })
  const second = await world.as(receiver).post(`/handovers/${made.id}/refusal`, { version, by: 'Jan', reason: 'full' })
  expect([first.status, second.status]).toEqual([303, 409])
  expect((await tasksIn(made.caseId)).map(({ kind }) => kind)).not.toContain('handoverRefused')
})

test('who does not arrive comes back to the person named', async () => {
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  expect((await act(made, 'no-show')).status).toBe(303)
  const open = (await tasksIn(made.caseId)).filter(({ doneAt }) => doneAt === null)
  expect(open.map(({ kind, assigneeId }) => [kind, assigneeId])).toContainEqual(['handoverNoShow', lead.userId])
  expect(open.map(({ kind }) => kind)).not.toContain('arrivalCheck')
  expect((await world.as(receiver).get(`/handovers/${made.id}`)).status).toBe(404)
})

test('an arrival that the receiver reports settles the check in the case of the sender', async () => {
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  expect((await reply(made, 'arrival', { on: '2026-11-23' })).status).toBe(303)
  const jobs = guidanceJobs({ owner: world.database.owner, ...world.app, clock: () => world.now(), address: () => '' })
  await jobs.tasks?.['guidance.followArrival']?.({ municipalityId: here.id, id: made.id })
  const open = (await tasksIn(made.caseId)).filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)
  expect(open).toEqual(['tellBack', 'resultAfterSixWeeks', 'resultAfterSixMonths'])
})

test('P9 the receiver opens a case of its own, in its own zone, with only what was shared', async () => {
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  const [caseId, personId] = [uuidv7(), uuidv7()]
  expect((await reply(made, 'case', { caseId, personId })).headers.get('location')).toBe(`/cases/${caseId}`)
  expect((await world.as(receiver).get(`/cases/${caseId}`)).status).toBe(200)
  expect((await world.as(lead).get(`/cases/${caseId}`)).status).toBe(404)
  expect((await reply(made, 'case', { caseId: uuidv7(), personId: uuidv7() })).status).toBe(409)
})

test('P2 taking an agreement back stops what was not accepted yet, at once, whoever notes it', async () => {
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
  const made = await introduced()
  await reply(made, 'acceptance', { by: 'Nele' })
  await world.as(lead).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'faceToFace' })
  expect((await current(made.id)).state).toBe('accepted')
})

test('a case does not close while a handover is under way', async () => {
  const made = await shared()
  await world.as(lead).post(`/cases/${made.caseId}/rights-check`, { version: '1', state: 'done' })
  const closing = { id: uuidv7(), signalId: uuidv7(), version: '2', outcome: 'personStopped', preventable: 'no' }
  expect((await world.as(lead).post(`/cases/${made.caseId}/closing`, closing)).status).toBe(409)
})

test('a proposal to nobody comes back with what was typed', async () => {
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

describe('a receiver without account', () => {
  const other = { receiver: 'other', organisationName: 'Huis van de Maan', receiverEmail: 'onthaal@maan.example' }
  const linkFor = async (made: Made) => {
    const link = await asProgram((tx) => linkOf(tx, made.id))
    if (!link?.secret) throw new Error('there is no link')
    return { path: `/in/${here.slug}/handover/${link.secret.token}`, ...link.secret }
  }
  const withCookie = (answer: Response) => ({ cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' })
  /** Posts as a browser that holds the cookie of the link. */
  const postWith = (path: string, headers: Record<string, string>, form: Record<string, string>) =>
    world.app.web.request(`http://localhost${path}`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { ...headers, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    })

  test('reads and accepts with link and code, and the mail says nothing', async () => {
    const made = await introduced(other)
    expect((await act(made, 'link')).status).toBe(303)
    const { path, code } = await linkFor(made)
    const opening = await world
      .as()
      .get(path)
      .then((page) => page.text())
    expect(opening).not.toContain('Fatima')
    const opened = await world.as().post(path, { code: `${code.slice(0, 4)} ${code.slice(4)}` })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly/)
    const cookie = withCookie(opened)
    expect(
      await world
        .as()
        .get(path, cookie)
        .then((page) => page.text()),
    ).toContain('Zoekt hulp voor de verwarming.')
    const version = String((await current(made.id)).version)
    const yes = await postWith(`${path}/acceptance`, cookie, { version, by: 'Onthaal Huis van de Maan' })
    expect(yes.status).toBe(303)
    expect((await current(made.id)).state).toBe('accepted')
    world.setNow('2026-12-08T08:00:00Z')
    expect(
      await world
        .as()
        .get(path, cookie)
        .then((page) => page.text()),
    ).not.toContain('Fatima')
    world.setNow('2026-11-23T08:00:00Z')
  })

  test('who has the link and not the code gets five tries, and then not even the right code helps', async () => {
    const made = await shared(other)
    await act(made, 'link')
    const { path, code } = await linkFor(made)
    const wrong = code === '00000000' ? '00000001' : '00000000'
    for (let tries = 1; tries <= 4; tries += 1) expect((await world.as().post(path, { code: wrong })).status).toBe(422)
    expect((await world.as().post(path, { code: wrong })).status).toBe(410)
    expect((await world.as().post(path, { code })).status).toBe(410)
    expect((await world.as().get(path)).status).toBe(410)
  })

  test('a link that was used does not open again for somebody else', async () => {
    const made = await shared(other)
    await act(made, 'link')
    const { path, code } = await linkFor(made)
    expect((await world.as().post(path, { code })).status).toBe(303)
    expect((await world.as().post(path, { code })).status).toBe(410)
    const page = await world.as().get(path)
    expect(page.status).toBe(410)
    expect(await page.text()).not.toContain('Fatima')
  })

  test('a link is over after seven days', async () => {
    const made = await shared(other)
    await act(made, 'link')
    const { path, code } = await linkFor(made)
    world.setNow('2026-11-30T08:00:01Z')
    expect((await world.as().post(path, { code })).status).toBe(410)
    world.setNow('2026-11-23T08:00:00Z')
  })

  test('an invented link says the same as one that ended', async () => {
    expect((await world.as().get(`/in/${here.slug}/handover/${'a'.repeat(43)}`)).status).toBe(410)
  })

  test('a refusal by link ends the reading and returns to the person named', async () => {
    const made = await introduced(other)
    await act(made, 'link')
    const { path, code } = await linkFor(made)
    const cookie = withCookie(await world.as().post(path, { code }))
    const version = String((await current(made.id)).version)
    const no = await postWith(`${path}/refusal`, cookie, { version, by: 'Onthaal', reason: 'outOfArea' })
    expect(no.status).toBe(200)
    expect(
      await world
        .as()
        .get(path, cookie)
        .then((page) => page.text()),
    ).not.toContain('Fatima')
    expect((await tasksIn(made.caseId)).map(({ kind }) => kind)).toContain('handoverRefused')
  })

  test('P2 the link dies when the agreement is taken back', async () => {
    const made = await shared(other)
    await act(made, 'link')
    const { path, code } = await linkFor(made)
    await world.as(lead).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'phone' })
    expect((await world.as().post(path, { code })).status).toBe(410)
  })

  test('P22 the mail with the link names nobody and nothing, and does not carry the code', async () => {
    const made = await shared(other)
    await act(made, 'link')
    const { code } = await linkFor(made)
    const mail = await lastMail()
    expect(mail.to).toBe('onthaal@maan.example')
    expect(mail.subject).toBe('Er is een bericht voor u')
    expect(mail.text).toContain(`/in/${here.slug}/handover/`)
    for (const secret of [code, 'Fatima', 'verwarming', 'Maan']) expect(mail.text).not.toContain(secret)
  })
})

/** The mail queued last, as it will leave. */
async function lastMail(): Promise<Mail> {
  const row = await world.database.owner
    .selectFrom('platform.outgoing_mail')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const mail = await waitingMail(world.database.owner, world.vault, row.id)
  if (!mail) throw new Error('the mail left already')
  return mail
}
