import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCase } from '../../../../tests/support/guidance.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { caseById, saveCase } from '../cases/case-store.ts'
import { closingGroundOf } from '../cases/closing-store.ts'
import { eventsOf } from '../cases/event-store.ts'
import { tasksOf } from '../tasks/task-store.ts'
import { beginToFollow } from './actions.ts'
import { followedRightsOf } from './followed-right-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here, { name: 'Sofie Trekker' })
})
afterAll(() => world.close())

const asProgram = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(here.id, 'test'), work)
const rightsOf = (caseId: string) => asProgram((tx) => followedRightsOf(tx, caseId))
const openTasks = async (caseId: string) =>
  (await asProgram((tx) => tasksOf(tx, caseId)))
    .filter(({ doneAt }) => doneAt === null)
    .map(({ kind, dueOn }) => [kind, dueOn])

/** A case of `lead` in which these rights are followed. */
async function follow(...rights: readonly string[]) {
  const { caseId } = await makeCase(world, lead)
  const at = new Date('2026-11-20T09:00:00Z')
  await world.app.transact(lead, (tx) => beginToFollow(tx, { caseId, rights, by: lead.userId, at }))
  const [first] = await rightsOf(caseId)
  const list = `/cases/${caseId}/rights/followed`
  const one = `${list}/${first?.id}`
  const post = (path: string, form: Record<string, string>) => world.as(lead).post(path, form)
  return {
    caseId,
    list,
    one,
    note: (form: Record<string, string>) => post(`${one}/outcome`, { version: '1', ...form }),
    setTerm: (form: Record<string, string>) => post(`${one}/term`, { version: '1', ...form }),
    add: (rightId: string) => post(list, { id: uuidv7(), rightId }),
  }
}

test('a right is followed once in a case, however often a check finds it', async () => {
  const { caseId, note } = await follow('leefloon')
  await note({ state: 'doesNotWant' })
  const again = await world.app.transact(lead, (tx) =>
    beginToFollow(tx, {
      caseId,
      rights: ['leefloon', 'igo', 'igo'],
      by: lead.userId,
      at: new Date('2026-11-21T09:00:00Z'),
    }),
  )
  expect(again).toEqual(['igo'])
  expect((await rightsOf(caseId)).map(({ rightId, standing }) => [rightId, standing.state])).toEqual([
    ['leefloon', 'doesNotWant'],
    ['igo', 'worthAsking'],
  ])
})

test('the page says what to ask of whom, with which papers', async () => {
  const { list } = await follow('verwarmingstoelage')
  const page = await world.as(lead).get(list)
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(text).toContain('Vraag Verwarmingstoelage aan het OCMW van uw gemeente')
  expect(text).toContain('De factuur of het bonnetje van de brandstof')
  expect(text).toContain('Er is een termijn')
})

test('a right is asked, granted with its amount, and shown as such on the timeline', async () => {
  const { caseId, note, one, list } = await follow('igo')
  expect((await note({ state: 'asked', askedOn: '2026-11-23' })).status).toBe(303)
  expect(await openTasks(caseId)).toEqual([['lookForAnswer', '2026-12-24']])
  const form = { state: 'granted', askedOn: '2026-11-01', answeredOn: '2026-11-20', amount: '1.102,47', per: 'month' }
  expect((await note({ version: '2', ...form })).status).toBe(303)
  const [right] = await rightsOf(caseId)
  expect(right?.standing).toEqual({
    state: 'granted',
    askedOn: '2026-11-01',
    answeredOn: '2026-11-20',
    obtained: { cents: 110247, per: 'month' },
  })
  expect(await openTasks(caseId)).toEqual([])
  expect(await (await world.as(lead).get(list)).text()).toContain('1.102,47')
  expect(await (await world.as(lead).get(one)).text()).toContain('value="1102,47"')
  const events = await asProgram((tx) => eventsOf(tx, caseId))
  expect(events.map(({ kind, value }) => [kind, value]).filter(([kind]) => kind?.startsWith('right'))).toEqual([
    ['rightGranted', 'igo'],
    ['rightAsked', 'igo'],
    ['rightWorthAsking', 'igo'],
  ])
  const timeline = await (await world.as(lead).get(`/cases/${caseId}/timeline`)).text()
  expect(timeline).toContain('recht verkregen: Inkomensgarantie voor ouderen')
})

test('the first page of a case says how its rights stand', async () => {
  const { caseId, note } = await follow('igo', 'leefloon')
  await note({ state: 'doesNotWant' })
  const page = await (await world.as(lead).get(`/cases/${caseId}`)).text()
  expect(page).toContain('1\u00a0nog te vragen · 1\u00a0niet gewenst')
  const { caseId: other } = await makeCase(world, lead)
  expect(await (await world.as(lead).get(`/cases/${other}`)).text()).not.toContain('Opgevolgde rechten')
})

test('what a right brought and why somebody does not want it are sealed in the database', async () => {
  const { caseId, note } = await follow('igo')
  const words = 'Wil eerst met de dochter praten.'
  await note({ state: 'granted', answeredOn: '2026-11-20', amount: '210', per: 'year', words })
  const row = await world.database.owner
    .selectFrom('guidance.followed_right')
    .select(['amount_cents', 'words'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  expect(row.amount_cents?.toString()).not.toContain('21000')
  expect(row.words?.toString()).not.toContain('dochter')
  expect((await rightsOf(caseId))[0]?.words).toBe(words)
})

test('a refusal needs its day and its reason, and what was typed stays', async () => {
  const { note, caseId } = await follow('leefloon')
  const refused = await note({ state: 'refused', words: 'Brief van de dienst.' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('href="#f-answeredOn"')
  expect(text).toContain('href="#f-refusalReason"')
  expect(text).toContain('Brief van de dienst.')
  expect((await rightsOf(caseId))[0]?.standing.state).toBe('worthAsking')
})

test('an amount that is none, or without how it is paid, is asked again', async () => {
  const { note } = await follow('igo')
  const granted = { state: 'granted', answeredOn: '2026-11-20' }
  expect(await (await note({ ...granted, amount: 'veel', per: 'year' })).text()).toContain('Geef een bedrag')
  expect((await note({ ...granted, amount: '210' })).status).toBe(422)
  expect((await note(granted)).status).toBe(303)
})

test('what belongs to another answer than the chosen one is not looked at', async () => {
  const { note, caseId } = await follow('igo')
  expect((await note({ state: 'doesNotWant', amount: 'veel', answeredOn: '2026-11-20', per: 'year' })).status).toBe(303)
  expect((await rightsOf(caseId))[0]?.standing).toEqual({ state: 'doesNotWant' })
})

test('who came second sees who was first', async () => {
  const { note } = await follow('igo')
  expect((await note({ state: 'doesNotWant' })).status).toBe(303)
  const second = await note({ state: 'asked', askedOn: '2026-11-20' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Sofie Trekker was u voor (recht niet gewenst')
})

test('who mends a mistake after a colleague was first writes over nothing, and reads what stands now', async () => {
  const { note, caseId } = await follow('igo')
  expect((await note({ state: 'doesNotWant', words: 'Liever zonder papieren.' })).status).toBe(303)
  const granted = { state: 'granted', answeredOn: '2026-11-20', amount: '210' }
  const again = await note(granted)
  expect([again.status, (await again.text()).includes('name="version" value="1"')]).toEqual([422, true])
  const second = await note({ ...granted, per: 'year' })
  expect([second.status, (await second.text()).includes('Liever zonder papieren.')]).toEqual([409, true])
  expect((await rightsOf(caseId))[0]?.standing).toEqual({ state: 'doesNotWant' })
})

test('an answer is never taken back to no answer; asked again it is followed again', async () => {
  const { note, add, caseId } = await follow('verwarmingstoelage')
  await note({ state: 'granted', answeredOn: '2026-11-20', amount: '210', per: 'once' })
  expect((await note({ version: '2', state: 'worthAsking' })).status).toBe(409)
  expect((await add('verwarmingstoelage')).status).toBe(303)
  expect((await rightsOf(caseId)).map(({ standing }) => standing.state)).toEqual(['granted', 'worthAsking'])
  expect((await add('verwarmingstoelage')).status).toBe(409)
})

test('a right that is not in the catalogue cannot be followed', async () => {
  const { add } = await follow()
  expect((await add('gratis-bier')).status).toBe(422)
})

test('the term of the heating allowance is worked out from the delivery, and its task comes two weeks before', async () => {
  const { caseId, setTerm, note } = await follow('verwarmingstoelage')
  expect(await openTasks(caseId)).toEqual([])
  expect((await setTerm({ day: '2026-11-01' })).status).toBe(303)
  expect((await rightsOf(caseId))[0]?.askBy).toBe('2026-12-31')
  expect(await openTasks(caseId)).toEqual([['askRight', '2026-12-17']])
  expect((await setTerm({ version: '2', day: '2026-11-11' })).status).toBe(303)
  expect(await openTasks(caseId)).toEqual([['askRight', '2026-12-27']])
  await note({ version: '3', state: 'asked', askedOn: '2026-11-23' })
  expect(await openTasks(caseId)).toEqual([['lookForAnswer', '2026-12-24']])
})

test('the water tariff has its term from the beginning, and who asks in time is reminded no more', async () => {
  const { caseId, note } = await follow('sociaal-tarief-water')
  expect(await openTasks(caseId)).toEqual([['askRight', '2026-12-17']])
  await note({ state: 'doesNotWant' })
  expect(await openTasks(caseId)).toEqual([])
})

test('only members of the case see what became of its rights', async () => {
  const { list, one } = await follow('igo')
  const others = [
    await makeStaff(world, here, { name: 'Anna Collega' }),
    await makeStaff(world, here, { role: 'socialWorker', zoneId: here.ocmwZone }),
  ]
  for (const other of others) for (const path of [list, one]) expect((await world.as(other).get(path)).status).toBe(404)
  const visitor = await makeStaff(world, here, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect((await world.as(visitor).get(list)).status).toBe(403)
})

test('a right of one case is not found in another', async () => {
  const { one } = await follow('igo')
  const { caseId } = await makeCase(world, lead)
  const elsewhere = one.replace(/\/cases\/[^/]+/, `/cases/${caseId}`)
  expect((await world.as(lead).get(elsewhere)).status).toBe(404)
})

test('a case closes once each right that was found has an answer, and no is one', async () => {
  const { caseId, note } = await follow('igo')
  const versionOf = async () => String((await asProgram((tx) => caseById(tx, caseId)))?.version)
  await asProgram(async (tx) => {
    const care = (await caseById(tx, caseId)) ?? expect.unreachable('the case')
    await saveCase(tx, care, care.version, { rightsCheck: { state: 'done', reason: null } })
  })
  const closing = async () => ({
    ...{ id: uuidv7(), signalId: uuidv7(), version: await versionOf() },
    ...{ outcome: 'personStopped', preventable: 'no' },
  })
  const page = await (await world.as(lead).get(`/cases/${caseId}/closing`)).text()
  expect(page).toContain('Rechten die nog niet gevraagd zijn')
  expect((await world.as(lead).post(`/cases/${caseId}/closing`, await closing())).status).toBe(409)
  const answered = await note({ state: 'doesNotWant', from: 'closing' })
  expect(answered.headers.get('location')).toBe(`/cases/${caseId}/closing`)
  expect((await world.as(lead).post(`/cases/${caseId}/closing`, await closing())).status).toBe(303)
})

test('an answer that comes after the case was closed is still noted, and leaves no task', async () => {
  const { caseId, note } = await follow('igo')
  await note({ state: 'asked', askedOn: '2026-11-20' })
  await world.database.owner.updateTable('guidance.case').set({ state: 'closed' }).where('id', '=', caseId).execute()
  expect((await note({ version: '2', state: 'granted', answeredOn: '2026-11-22' })).status).toBe(303)
  expect(await openTasks(caseId)).toEqual([])
})

test('a right that was obtained is a result of the case', async () => {
  const { caseId, note } = await follow('igo')
  await note({ state: 'granted', answeredOn: '2026-11-22' })
  expect(await asProgram((tx) => closingGroundOf(tx, caseId))).toEqual({
    results: ['right'],
    handoversUnderWay: 0,
    rightsNotAsked: 0,
  })
})

test('a day that is known gives a right its term from the beginning', async () => {
  const { caseId } = await makeCase(world, lead)
  const days = { 'dwelling.lease_signed_on': '2026-11-30' }
  const at = new Date('2026-11-20T09:00:00Z')
  const rights = ['huurwaarborglening', 'igo']
  await world.app.transact(lead, (tx) => beginToFollow(tx, { caseId, rights, by: lead.userId, at, days }))
  expect((await rightsOf(caseId)).map(({ askBy }) => askBy)).toEqual(['2027-02-28', null])
  expect(await openTasks(caseId)).toEqual([['askRight', '2027-02-14']])
})

test('a term on a day that nobody means is asked again', async () => {
  const { setTerm, caseId } = await follow('verwarmingstoelage')
  expect((await setTerm({ day: '9999-12-31' })).status).toBe(422)
  expect((await setTerm({ day: '0206-11-01' })).status).toBe(422)
  expect(await openTasks(caseId)).toEqual([])
})
