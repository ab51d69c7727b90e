import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import { applyJournal, readJournal } from './journal-file.ts'
import type { SeriesName } from './series.ts'

const deletionsFile = join(mkdtempSync(join(tmpdir(), 'meernet-deletions-')), 'deletions.jsonl')
let world: World
let place: TestMunicipality
let coordinator: StaffActor
let second: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  world = await openWorld({ deletionsFile })
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  second = await makeStaff(world, place)
  administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
})
afterAll(() => world.close())

const post = async (actor: StaffActor, path: string, form: Record<string, string | readonly string[]>) =>
  expect((await world.as(actor).post(path, form)).status, path).toBe(303)

/** Decides a term of a year for one series, lets the night propose on that day, and has two people delete it. */
async function deleteInTwoSteps(series: SeriesName, on: string): Promise<string> {
  await post(administrator, '/retention/rules', {
    id: uuidv7(),
    series,
    count: '1',
    unit: 'Y',
    reference: 'Selectielijst 4.2',
    motivation: 'Niet langer nodig.',
    decidedBy: 'college',
    decidedOn: '2026-01-15',
  })
  world.setNow(on)
  await doWorkOfTheClock(world, place.id)
  const { id } = await world.database.owner
    .selectFrom('retention.proposal')
    .select('id')
    .where('series', '=', series)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  await post(coordinator, `/retention/proposals/${id}/check`, { version: '1' })
  await post(second, `/retention/proposals/${id}/approval`, { version: '2' })
  await doWaitingJobs(world)
  return id
}

const certificate = async (id: string) => (await world.as(administrator).get(`/retention/certificates/${id}`)).text()

/** In how many rows of which tables some text or identifier stands, over the whole database. */
async function whereIs(what: string): Promise<Readonly<Record<string, number>>> {
  const { owner } = world.database
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`.execute(owner)
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.raw(name)} as one where to_jsonb(one)::text ilike ${`%${what}%`}`.execute(
      owner,
    )
    if ((rows[0]?.count ?? 0) > 0) found[name] = rows[0]?.count ?? 0
  }
  return found
}

test('P15 of somebody in guidance nothing is left after deletion but the proof of it, in no table of the database', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const card = await fileCard(world, place, { wish: 'Iemand om mee te wandelen.' })
  const { personId, caseId } = await openCaseOfCard(world, coordinator, card.cardId)
  expect(Object.keys(await whereIs(personId)).length).toBeGreaterThan(3)
  expect(Object.keys(await whereIs('Georgette')).length).toBeGreaterThan(0)
  const { owner } = world.database
  await owner.updateTable('guidance.case').set({ state: 'closed' }).where('id', '=', caseId).execute()
  await owner.deleteFrom('guidance.task').where('case_id', '=', caseId).execute()
  await deleteInTwoSteps('people in guidance', '2029-01-10T08:00:00Z')
  const proof = ['audit.line', 'retention.deletion', 'retention.proposal_item']
  for (const id of [personId, caseId, card.cardId])
    expect(Object.keys(await whereIs(id)).filter((name) => !proof.includes(name))).toEqual([])
  expect(await whereIs('Georgette')).toEqual({})
})

test('P15 what began again between the check and the deletion stays, and the proposal says why', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const request = {
    id: uuidv7(),
    kind: 'complain',
    channel: 'desk',
    receivedOn: '2026-11-20',
    identityChecked: 'known',
  }
  await post(coordinator, '/rights', { ...request, asker: 'Omer Claes, 011 00 00 09' })
  const answer = { version: '1', outcome: 'done', answer: 'Besproken.' }
  await post(coordinator, `/rights/${request.id}/answer`, answer)
  await post(administrator, '/retention/rules', {
    id: uuidv7(),
    series: 'requests about own data',
    count: '1',
    unit: 'Y',
    reference: 'Selectielijst 4.3',
    motivation: 'Niet langer nodig.',
    decidedBy: 'college',
    decidedOn: '2026-01-15',
  })
  world.setNow('2029-02-10T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  const { owner } = world.database
  const { id } = await owner
    .selectFrom('retention.proposal')
    .select('id')
    .where('series', '=', 'requests about own data')
    .executeTakeFirstOrThrow()
  await post(coordinator, `/retention/proposals/${id}/check`, { version: '1' })
  await owner.updateTable('rights.request').set({ answered_on: '2029-02-09' }).where('id', '=', request.id).execute()
  await post(second, `/retention/proposals/${id}/approval`, { version: '2' })
  await doWaitingJobs(world)
  expect(await owner.selectFrom('rights.request').select('id').where('id', '=', request.id).execute()).toHaveLength(1)
  expect(await (await world.as(administrator).get(`/retention/proposals/${id}`)).text()).toContain(
    'Toch niet afgesloten',
  )
})

test('P15 requests about own data go a term after their answer, and an open one never', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const form = { kind: 'complain', channel: 'desk', receivedOn: '2026-11-20', identityChecked: 'known' }
  const open = uuidv7()
  await post(coordinator, '/rights', { ...form, id: open, asker: 'Omer Claes, 011 00 00 09' })
  await deleteInTwoSteps('requests about own data', '2031-02-10T08:00:00Z')
  const left = await world.database.owner.selectFrom('rights.request').select('id').execute()
  expect(left.map(({ id }) => id)).toEqual([open])
})

test('P15 a volunteer who left goes with wishes, talks and training; the name stays beside what was paid back until that may go', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const guide = await makeStaff(world, place, { role: 'partnerCoordinator' })
  const [paid, unpaid] = [uuidv7(), uuidv7()]
  for (const [id, name] of [
    [paid, 'Rachel Paeps'],
    [unpaid, 'Fons Wauters'],
  ] as const) {
    await post(guide, '/volunteers', { id, name, birthYear: '1960', tasks: ['homeVisit'], phone: '0470 11 22 33' })
    await post(guide, `/volunteers/${id}/reimbursements/declaration`, { year: '2026', version: '0', elsewhere: 'none' })
    await post(guide, `/volunteers/${id}/contacts`, { on: '2026-11-20' })
  }
  const row = { id: uuidv7(), day: '2026-11-20', kind: 'lumpSum', activity: 'ordinary', amount: '20' }
  await post(guide, `/volunteers/${paid}/reimbursements`, row)
  for (const id of [paid, unpaid]) await post(guide, `/volunteers/${id}/ending`, {})
  const written = await certificate(await deleteInTwoSteps('volunteers', '2028-02-10T08:00:00Z'))
  expect(written).toContain('volunteers.contact')
  expect(await whereIs('Fons Wauters')).toEqual({})
  expect(await whereIs('Rachel Paeps')).toEqual({ 'volunteers.volunteer': 1 })
  expect(await whereIs('0470 11 22 33')).toEqual({})
  expect(Object.keys(await whereIs(row.id))).toContain('volunteers.reimbursement')
  await deleteInTwoSteps('volunteer reimbursements', '2028-03-10T08:00:00Z')
  expect(await whereIs('Rachel Paeps')).toEqual({})
  expect(await whereIs(row.id)).not.toHaveProperty('volunteers.reimbursement')
})

test('P15 what was paid back this year does not go by a term that began when the year ended', async () => {
  world.setNow('2028-06-01T08:00:00Z')
  const guide = await makeStaff(world, place, { role: 'partnerCoordinator' })
  const id = uuidv7()
  await post(guide, '/volunteers', { id, name: 'Jeanne Smets', birthYear: '1960', tasks: ['homeVisit'] })
  await world.database.owner
    .insertInto('volunteers.reimbursement')
    .values({
      municipality_id: place.id,
      id: uuidv7(),
      zone_id: place.municipalityZone,
      volunteer_id: id,
      day: '2028-01-02',
      kind: 'lumpSum',
      activity: 'ordinary',
      amount_cents: 2000,
      travel_hectometres: 0,
      travel_cents: 0,
      noted_at: world.now(),
    })
    .execute()
  const proposed = () =>
    world.database.owner
      .selectFrom('retention.proposal')
      .select('id')
      .where('series', '=', 'volunteer reimbursements')
      .where('state', '=', 'proposed')
      .execute()
  world.setNow('2029-12-31T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await proposed()).toEqual([])
  world.setNow('2030-01-01T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await proposed()).toHaveLength(1)
})

test('P15 an account of somebody who left is emptied; one that works elsewhere, or came back, is not', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const gone = await makeStaff(world, place, { role: 'visitor', name: 'Sander Verhoeven' })
  const busy = await makeStaff(world, place, { role: 'visitor', name: 'Inge Daems' })
  await makeStaff(world, elsewhere, { userId: busy.userId, role: 'visitor', name: 'Inge Daems' })
  const { owner } = world.database
  await owner
    .updateTable('identity.membership')
    .set({ ended_at: world.now(), phone: '0470 00 11 22' })
    .where('id', 'in', [gone.membershipId, busy.membershipId])
    .execute()
  const written = await certificate(await deleteInTwoSteps('accounts of staff and volunteers', '2028-04-10T08:00:00Z'))
  expect(written).toContain('identity.account')
  expect(await whereIs('Sander Verhoeven')).toEqual({})
  expect(await whereIs('Inge Daems')).toHaveProperty('identity.account')
  const { name, email } = await owner
    .selectFrom('identity.account')
    .select(['name', 'email'])
    .where('id', '=', gone.userId)
    .executeTakeFirstOrThrow()
  expect([name, email]).toEqual(['–', `${gone.userId}@erased.invalid`])
  expect(Object.keys(await whereIs(gone.userId))).toContain('identity.membership')
})

test('P23 an account that an older backup opens again is emptied again', async () => {
  const { owner } = world.database
  const journal = await readJournal(deletionsFile)
  const accounts = journal.entries.flatMap((one) =>
    'certificate' in one && one.certificate.series === 'accounts of staff and volunteers' ? one.subjectIds : [],
  )
  expect(accounts).toHaveLength(1)
  await owner
    .updateTable('identity.account')
    .set({ name: 'Sander Verhoeven', email: 'sander@test.example' })
    .where('id', 'in', accounts)
    .execute()
  await owner.updateTable('identity.membership').set({ ended_at: null }).where('account_id', 'in', accounts).execute()
  await applyJournal(world.app.transact, journal, new Set([place.id]))
  expect(await whereIs('sander')).toEqual({})
  const open = await owner
    .selectFrom('identity.membership')
    .select('id')
    .where('account_id', 'in', accounts)
    .where('ended_at', 'is', null)
    .execute()
  expect(open).toEqual([])
})

test('P15 a safety concern goes a term after both decided the same; one that is not decided stays', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const worker = await makeStaff(world, place, { role: 'socialWorker' })
  const note = async (content: string) => {
    const { cardId } = await fileCard(world, place)
    const form = { id: uuidv7(), about: 'adult', firstUserId: coordinator.userId, secondUserId: worker.userId, content }
    await post(coordinator, `/inbox/${cardId}/safety-concern`, form)
    return form.id
  }
  const [decided, open] = [await note('Zij zei dat hij haar slaat.'), await note('Hij kreeg al dagen geen eten.')]
  await post(coordinator, `/safety-concerns/${decided}/decision`, { version: '1', decision: 'followTogether' })
  await post(worker, `/safety-concerns/${decided}/decision`, { version: '2', decision: 'followTogether' })
  await post(coordinator, `/safety-concerns/${open}/decision`, { version: '1', decision: 'followTogether' })
  const written = await certificate(await deleteInTwoSteps('safety concerns', '2028-05-10T08:00:00Z'))
  expect(written).toContain('detection.safety_concern')
  const left = await world.database.owner.selectFrom('detection.safety_concern').select('id').execute()
  expect(left.map(({ id }) => id)).toEqual([open])
})
