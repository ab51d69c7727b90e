import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import { freeFile, freezeFile } from '../../../tests/support/frozen-volunteers.ts'
import { doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { signalsByNeighbourhood } from '../../functions/detection/index.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What the officer gives to let data go. */
const freeing = { version: '1', because: 'settled', isTold: 'yes' }

test('P16 no work of the night touches, counts or reminds of frozen data; when they are let go it goes on', async () => {
  const place = await makeMunicipality(world)
  const coordinator = await makeStaff(world, place)
  const officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  const browser = world.as(coordinator)
  await browser.post('/substitutes/head-of-service', { head: coordinator.userId })
  const first = await fileCard(world, place, { wish: 'Samen naar de bibliotheek.' })
  const { personId, caseId } = await openCaseOfCard(world, coordinator, first.cardId)
  const waiting = await fileCard(world, place, { wish: 'Iemand voor de tuin.' })
  const { owner } = world.database
  await owner.updateTable('detection.signal').set({ person_id: personId }).where('id', '=', waiting.cardId).execute()
  const task = { id: uuidv7(), words: 'Bellen', dueOn: '2026-11-25', assigneeId: coordinator.userId }
  expect((await browser.post(`/cases/${caseId}/tasks`, task)).status).toBe(303)

  const request = { id: uuidv7(), personId, kind: 'restrict', channel: 'desk', receivedOn: '2026-11-23' }
  expect((await browser.post('/rights', { ...request, identityChecked: 'known' })).status).toBe(303)
  expect((await browser.post(`/rights/${request.id}/freezing`, {})).status).toBe(303)
  const before = await held()
  world.setNow('2027-01-04T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await held()).toEqual(before)
  expect(await counted()).toBe(0)

  expect((await world.as(officer).post(`/rights/${request.id}/freeing`, freeing)).status).toBe(303)
  await doWorkOfTheClock(world, place.id)
  const after = await held()
  expect(after.signals.find(({ id }) => id === waiting.cardId)).toMatchObject({ escalated: 'headOfService' })
  expect(after.tasks.find(({ id }) => id === task.id)?.reminded_on).toBe('2027-01-04')
  expect(await counted()).toBe(2)

  /** What is kept of them in case and card, as it stands. */
  async function held() {
    const inCase = owner.selectFrom('guidance.task').selectAll().where('case_id', '=', caseId).orderBy('id')
    const ofPerson = owner.selectFrom('detection.signal').selectAll().where('person_id', '=', personId).orderBy('id')
    return { tasks: await inCase.execute(), signals: await ofPerson.execute() }
  }

  /** Cards of that year in the figures of our own work. */
  async function counted(): Promise<number> {
    const program = systemActor(place.id, 'count the cards of a year')
    const counts = await world.app.transact(program, (tx) => signalsByNeighbourhood(tx, 2026))
    return counts.reduce((sum, { count }) => sum + count, 0)
  }
})

test('P16 no work of the night touches a frozen volunteer, and nothing of them is proposed for deletion; when the file is let go it is', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const place = await makeMunicipality(world, 'Verder', '99110')
  const coordinator = await makeStaff(world, place)
  const officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const partner = await makeStaff(world, place, { role: 'partnerCoordinator', secrecy: 'none' })
  const { owner } = world.database
  const volunteerId = uuidv7()
  const base = `/volunteers/${volunteerId}`
  await post(coordinator, '/volunteers', {
    id: volunteerId,
    name: 'Rita Vos',
    birthYear: '1960',
    userId: visitor.userId,
  })
  await post(coordinator, `${base}/debriefs`, {})
  await post(partner, `${base}/reimbursements/declaration`, { year: '2026', version: '0', elsewhere: 'none' })
  const paid = { id: uuidv7(), day: '2026-11-20', kind: 'lumpSum', activity: 'ordinary', amount: '20' }
  await post(partner, `${base}/reimbursements`, paid)
  await post(coordinator, `${base}/ending`, {})
  await call(place, visitor.userId)
  await owner
    .updateTable('identity.membership')
    .set({ ended_at: world.now() })
    .where('account_id', '=', visitor.userId)
    .execute()
  for (const series of waitingSeries) await decideTerm(place, series)
  const requestId = await freezeFile(world, coordinator, volunteerId)
  const answer = { version: '1', outcome: 'done', answer: 'Bevroren.' }
  await post(coordinator, `/rights/${requestId}/answer`, answer)

  const before = await held(volunteerId)
  world.setNow('2030-01-04T08:00:00Z')
  await doWorkOfTheClock(world, place.id)
  expect(await held(volunteerId)).toEqual(before)
  expect(await proposedFor(place)).toEqual([])

  await freeFile(world, officer, requestId)
  await doWorkOfTheClock(world, place.id)
  expect(await proposedFor(place)).toEqual([...waitingSeries].toSorted())

  async function held(id: string) {
    const file = await owner.selectFrom('volunteers.volunteer').selectAll().where('id', '=', id).execute()
    const talks = await owner.selectFrom('volunteers.debrief').selectAll().where('volunteer_id', '=', id).execute()
    const accounts = await owner
      .selectFrom('volunteers.reimbursement')
      .selectAll()
      .where('volunteer_id', '=', id)
      .execute()
    return { file, talks, accounts }
  }
})

/** What could be proposed for deletion of a volunteer. */
const waitingSeries = [
  'accounts of staff and volunteers',
  'calls of visitors',
  'requests about own data',
  'volunteer reimbursements',
  'volunteers',
] as const

const post = async (actor: StaffActor, path: string, form: Record<string, string>) =>
  expect((await world.as(actor).post(path, form)).status, path).toBe(303)

/** A year as term of a series. */
async function decideTerm(place: TestMunicipality, series: string): Promise<void> {
  const administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
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
}

/** A call of a visitor, long ago by the time the term is over. */
async function call(place: TestMunicipality, visitorId: string): Promise<void> {
  await world.database.owner
    .insertInto('detection.visit_call')
    .values({
      municipality_id: place.id,
      id: uuidv7(),
      zone_id: place.municipalityZone,
      kind: 'help',
      visitor_id: visitorId,
      called_at: world.now(),
    })
    .execute()
}

/** The series of which something is proposed for deletion, in order. */
async function proposedFor(place: TestMunicipality): Promise<readonly string[]> {
  const rows = await world.database.owner
    .selectFrom('retention.proposal')
    .select('series')
    .where('municipality_id', '=', place.id)
    .execute()
  return rows.map(({ series }) => series).toSorted()
}
