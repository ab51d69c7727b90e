import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { waitingInMunicipalities } from '../waiting.ts'
import { remindOfReview } from './reminding.ts'

let world: World
let here: TestMunicipality
let fatima: StaffActor
let officer: StaffActor
let rita: StaffActor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
let made = 0
beforeEach(async () => {
  made += 1
  here = await makeMunicipality(world, `Hier${made}`, String(99_000 + made))
  fatima = await makeStaff(world, here, { role: 'administrator', secrecy: 'none', name: 'Fatima Yildiz' })
  officer = await makeStaff(world, here, { role: 'dataProtectionOfficer', secrecy: 'none', name: 'Piet Claes' })
  rita = await makeStaff(world, here, { name: 'Rita Maes' })
  world.setNow('2026-11-23T08:00:00Z')
})

const listPath = '/admin/access-list/reviews'
async function begun(by = fatima): Promise<string> {
  const answer = await world.as(by).post(listPath, { id: uuidv7() })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const confirm = (path: string, by: StaffActor, ...whom: readonly StaffActor[]) =>
  world.as(by).post(`${path}/confirmations`, { membershipIds: whom.map(({ membershipId }) => membershipId) })
const close = (path: string) => world.as(fatima).post(`${path}/closing`, {})
const text = async (path: string, by = fatima) => (await world.as(by).get(path)).text()
const waitingFor = (actor: StaffActor) => world.app.transact(actor, waitingInMunicipalities)

test('P18 an administrator looks at everybody’s access, confirms or ends each, and the outcome is kept', async () => {
  const path = await begun()
  expect(await text(path)).toContain('Rita Maes blijft')
  expect((await confirm(path, fatima, rita, fatima)).status).toBe(303)
  const early = await close(path)
  expect(early.status).toBe(409)
  expect(await early.text()).toContain('Eén regel is nog niet bekeken')
  await world.as(fatima).post(`/admin/memberships/${officer.membershipId}/ending`, {})
  expect(await text(path)).toContain('Sluit het nazicht af')
  expect((await close(path)).status).toBe(303)
  const record = await text(path)
  expect(record).toContain('verandert niet meer')
  expect(record).toContain('Beëindigd')
  expect(record).toContain('Fatima Yildiz')
})

test('P18 what somebody might see when it was confirmed stays in the record, whatever changes later', async () => {
  const path = await begun()
  await confirm(path, fatima, rita)
  await world.database.owner
    .updateTable('identity.membership')
    .set({ secrecy_review_on: '2026-01-01' })
    .where('id', '=', rita.membershipId)
    .execute()
  const line = (await text(`${path}/export`)).split('\n').find((one) => one.startsWith('Rita Maes')) ?? ''
  expect(line).toContain('Beroepsgeheim')
  expect(line).toContain('2099-01-01')
})

test('P18 nobody confirms their own access while another administrator can', async () => {
  const omar = await makeStaff(world, here, { role: 'administrator', secrecy: 'none', name: 'Omar' })
  const path = await begun()
  const own = await confirm(path, fatima, fatima)
  expect(own.status).toBe(409)
  expect(await own.text()).toContain('Uw eigen toegang bevestigt een andere beheerder')
  expect((await confirm(path, omar, fatima)).status).toBe(303)
})

test('P18 a second review cannot begin while one is open: it leads to that one', async () => {
  const path = await begun()
  expect(await begun()).toBe(path)
  expect(await text('/admin/access-list')).not.toContain('Begin een nazicht')
})

test('P18 a closed review does not change, and the database says so too', async () => {
  const path = await begun()
  await confirm(path, fatima, rita, fatima, officer)
  await close(path)
  expect((await confirm(path, fatima, rita)).status).toBe(409)
  expect((await close(path)).status).toBe(409)
  const changed = await world.app.transact(fatima, (tx) =>
    tx.db.updateTable('municipalities.access_review_line').set({ decision: 'ended' }).returning('decision').execute(),
  )
  const removed = await world.app.transact(fatima, (tx) =>
    tx.db.deleteFrom('municipalities.access_review').returning('id').execute(),
  )
  expect([changed, removed]).toEqual([[], []])
})

test('P18 the data protection officer reads and exports a review, and decides nothing', async () => {
  const path = await begun()
  expect(await text('/admin/access-list', officer)).toContain(path)
  const page = await text(path, officer)
  expect(page).toContain('Rita Maes')
  expect(page).not.toContain('Bevestig wie blijft')
  expect((await confirm(path, officer, rita)).status).toBe(403)
  const table = await world.as(officer).get(`${path}/export`)
  expect(table.headers.get('content-type')).toContain('text/csv')
  const lines = await world.app.transact(officer, (tx) =>
    tx.db.selectFrom('audit.line').select('action').where('action', '=', 'export access review').execute(),
  )
  expect(lines).toHaveLength(1)
})

test('P18 nobody else sees a review, nor anybody of another municipality', async () => {
  const path = await begun()
  expect((await world.as(rita).get(path)).status).toBe(403)
  const elsewhere = await makeMunicipality(world, `Elders${made}`, String(99_500 + made))
  const stranger = await makeStaff(world, elsewhere, { role: 'administrator', secrecy: 'none' })
  expect((await world.as(stranger).get(path)).status).toBe(404)
})

test('a name that begins like a formula stays text in the table', async () => {
  await makeStaff(world, here, { name: '=HYPERLINK("x")' })
  const path = await begun()
  expect(await text(`${path}/export`)).toContain(`'=HYPERLINK`)
})

test('confirming nobody asks to tick somebody', async () => {
  const path = await begun()
  const page = await world.as(fatima).post(`${path}/confirmations`, {})
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('Vink eerst aan wie blijft')
})

test('P18 a review waits on Vandaag of an administrator: the first at once, the next half a year later', async () => {
  const messages = async () => (await waitingFor(fatima)).map(({ message, dueOn }) => [message, dueOn])
  expect(await messages()).toContainEqual(['municipalities.waiting.accessReview.begin', '2026-11-23'])
  const path = await begun()
  expect(await messages()).toContainEqual(['municipalities.waiting.accessReview.finish', '2026-12-23'])
  await confirm(path, fatima, rita, fatima, officer)
  await close(path)
  expect(await messages()).toEqual([])
  world.setNow('2027-04-30T08:00:00Z')
  expect(await messages()).toContainEqual(['municipalities.waiting.accessReview.begin', '2027-05-24'])
})

test('P22 when a review is due, its administrators get a mail that does not say about what', async () => {
  const waitingJobs = async () => {
    const jobs = await world.database.ownerPool.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'identity.tellColleague' and key like $1",
      [`%${fatima.userId}`],
    )
    return jobs.rowCount
  }
  await remindOfReview(world.app, here.id)
  expect(await waitingJobs()).toBe(1)
})

test('P5 a status of secrecy warns its holder two weeks ahead, and says so when it no longer counts', async () => {
  const own = async (day: string) => {
    await world.database.owner
      .updateTable('identity.membership')
      .set({ secrecy_review_on: day })
      .where('id', '=', rita.membershipId)
      .execute()
    return (await waitingFor(rita)).map(({ message, dueOn }) => [message, dueOn])
  }
  expect(await own('2026-12-08')).toEqual([])
  expect(await own('2026-12-07')).toEqual([['municipalities.waiting.ownReview', '2026-12-07']])
  expect(await own('2026-11-22')).toEqual([['municipalities.waiting.ownReviewPassed', '2026-11-22']])
})

test('P5 an administrator is warned a month ahead of every status that must be looked at again', async () => {
  await world.database.owner
    .updateTable('identity.membership')
    .set({ secrecy_review_on: '2026-12-23' })
    .where('id', '=', rita.membershipId)
    .execute()
  const href = `/admin/memberships/${rita.membershipId}`
  expect(await waitingFor(fatima)).toContainEqual({
    message: 'municipalities.waiting.review',
    href,
    dueOn: '2026-12-23',
  })
})
