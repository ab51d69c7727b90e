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
import { countedFor, reimbursementsOf } from './reimbursement-store.ts'

let world: World
let municipality: TestMunicipality
let writer: StaffActor
let reader: StaffActor
let elsewhere: StaffActor
let administrator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  municipality = await makeMunicipality(world)
  writer = await makeStaff(world, municipality, { role: 'partnerCoordinator' })
  reader = await makeStaff(world, municipality)
  elsewhere = await makeStaff(world, municipality, { role: 'partnerCoordinator', zoneId: municipality.ocmwZone })
  administrator = await makeStaff(world, municipality, { role: 'administrator', secrecy: 'none' })
})
beforeEach(() => world.setNow('2026-11-23T08:00:00Z'))
afterAll(() => world.close())

const path = (id: string) => `/volunteers/${id}/reimbursements`
const row = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  day: '2026-11-20',
  kind: 'lumpSum',
  activity: 'ordinary',
  amount: '20',
  ...over,
})
const declaration = { year: '2026', version: '0', elsewhere: 'none' }

/** A volunteer with a declaration for 2026; with `userId` the file belongs to that account. */
async function volunteer({ guide = writer, userId = '' } = {}): Promise<string> {
  const file = { id: uuidv7(), name: 'Mia Claes', birthYear: '1960', tasks: ['homeVisit'], userId }
  expect((await world.as(guide).post('/volunteers', file)).status).toBe(303)
  expect((await world.as(guide).post(`${path(file.id)}/declaration`, declaration)).status).toBe(303)
  return file.id
}
const visitor = () => makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
const note = (id: string, over: Record<string, string> = {}, as = writer) => world.as(as).post(path(id), row(over))
const noted = async (id: string, year = 2026) => {
  const rows = await world.app.transact(writer, (tx) => reimbursementsOf(tx, id, year))
  return rows.map(({ day, amountCents, travelCents }) => [day, amountCents, travelCents])
}
/** Fills the year up to `cents` below the ceiling of 2026. */
async function fillYear(id: string, cents: number): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, place) => ({ place, amount: 3000 }))
  const rest = 176_083 - cents - 39 * 3000
  await world.database.owner
    .insertInto('volunteers.reimbursement')
    .values(
      rows.map(({ place, amount }) => ({
        municipality_id: municipality.id,
        id: uuidv7(),
        zone_id: writer.zoneId,
        volunteer_id: id,
        day: `2026-0${1 + (place % 9)}-${10 + Math.floor(place / 9)}`,
        kind: 'lumpSum',
        activity: 'ordinary',
        amount_cents: place === 39 ? rest : amount,
        travel_hectometres: 0,
        travel_cents: 0,
        noted_at: world.now(),
      })),
    )
    .execute()
}

test('a reimbursement is noted with travel at the rate of that day, and stands in the year', async () => {
  const id = await volunteer()
  expect((await note(id, { means: 'bicycle', kilometres: '12,3' })).status).toBe(303)
  expect(await noted(id)).toEqual([['2026-11-20', 2000, 455]])
  const page = await (await world.as(writer).get(path(id))).text()
  expect(page).toContain('24,55')
  expect(page).toContain('1.760,83')
})

test('sending the same form twice notes it once', async () => {
  const id = await volunteer()
  const form = row()
  await world.as(writer).post(path(id), form)
  expect((await world.as(writer).post(path(id), form)).status).toBe(303)
  expect(await noted(id)).toHaveLength(1)
})

test('one cent above the year ceiling nothing is noted, travel neither, and what was typed stays', async () => {
  const id = await volunteer()
  await fillYear(id, 2000)
  const refused = await note(id, { amount: '20,01', means: 'bicycle', kilometres: '5' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Niets genoteerd: dat jaar kan er nog')
  expect(page).toContain('value="20,01"')
  expect(await noted(id)).toHaveLength(40)
  expect((await note(id, { amount: '20,00', means: 'bicycle', kilometres: '5' })).status).toBe(303)
  expect(await noted(id)).toHaveLength(41)
})

test('two reimbursements at one moment never pass a ceiling together', async () => {
  const id = await volunteer()
  await fillYear(id, 2000)
  const answers = await Promise.all([note(id, { day: '2026-11-19' }), note(id, { day: '2026-11-20' })])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('organisations here count together for the same person: by day and by year', async () => {
  const account = await visitor()
  const here = await volunteer({ userId: account.userId })
  await makeStaff(world, municipality, { userId: account.userId, role: 'visitor', zoneId: municipality.ocmwZone })
  const there = await volunteer({ guide: elsewhere, userId: account.userId })
  expect((await note(here, { amount: '30' })).status).toBe(303)
  expect((await note(there, { amount: '14,03' }, elsewhere)).status).toBe(422)
  expect((await note(there, { amount: '14,02' }, elsewhere)).status).toBe(303)
  const page = await (await world.as(elsewhere).get(path(there))).text()
  expect(page).toContain('Forfaits van andere organisaties in Meernet')
  expect((await note(there, { kind: 'realCosts', isProven: 'yes' }, elsewhere)).status).toBe(422)
})

test('what was cancelled no longer counts, and stays readable', async () => {
  const id = await volunteer()
  const form = row({ amount: '44,02' })
  await world.as(writer).post(path(id), form)
  expect((await note(id, { amount: '1' })).status).toBe(422)
  expect((await world.as(writer).post(`${path(id)}/${form.id}/cancellation`, {})).status).toBe(303)
  expect((await note(id, { amount: '1' })).status).toBe(303)
  expect(await (await world.as(writer).get(path(id))).text()).toContain('Ingetrokken')
  expect((await world.as(writer).post(`${path(id)}/${form.id}/cancellation`, {})).status).toBe(409)
})

test('without a declaration nothing is noted; a declaration given in between is not overwritten', async () => {
  const file = { id: uuidv7(), name: 'Zonder Verklaring', birthYear: '1960' }
  await world.as(writer).post('/volunteers', file)
  const refused = await note(file.id)
  expect([refused.status, (await refused.text()).includes('Vraag eerst de verklaring')]).toEqual([422, true])
  const declare = (version: string) =>
    world.as(writer).post(`${path(file.id)}/declaration`, { ...declaration, version })
  expect((await declare('0')).status).toBe(303)
  expect((await declare('0')).status).toBe(409)
  expect((await declare('1')).status).toBe(303)
})

test('four fifths of a ceiling give a warning that stays on the page', async () => {
  const id = await volunteer()
  await fillYear(id, 36_000)
  expect(await (await world.as(reader).get(path(id))).text()).not.toContain('Vier vijfde van een plafond')
  await note(id, { amount: '10' })
  expect(await (await world.as(reader).get(path(id))).text()).toContain('Vier vijfde van een plafond')
})

test('on New Year’s Eve the year turns at midnight in Brussels, and 2027 waits for its amounts', async () => {
  const id = await volunteer()
  world.setNow('2026-12-31T22:59:59Z')
  expect((await note(id, { day: '2026-12-31', amount: '44,02' })).status).toBe(303)
  const early = await note(id, { day: '2027-01-01', amount: '1' })
  expect([early.status, (await early.text()).includes('Die dag moet nog komen')]).toEqual([422, true])
  world.setNow('2026-12-31T23:00:00Z')
  const closed = await note(id, { day: '2027-01-01', amount: '1' })
  expect([closed.status, (await closed.text()).includes('De bedragen van 2027 zijn nog niet ingevuld')]).toEqual([
    422,
    true,
  ])
  expect((await note(id, { day: '2026-12-31', amount: '0,01' })).status).toBe(422)
  expect((await note(id, { day: '2026-12-30', amount: '44,02' })).status).toBe(303)
  const counted = await world.app.transact(writer, (tx) => countedFor(tx, id, '2027-01-01'))
  expect(counted).toMatchObject({ dayCents: 0, yearCents: 0 })
})

test('whoever came from the volunteers goes back there from the amounts; an administrator has no such list', async () => {
  const seen = async (actor: StaffActor) => (await world.as(actor).get('/volunteers/amounts')).text()
  expect(await seen(writer)).toContain('Terug naar de vrijwilligers')
  expect(await seen(reader)).toContain('Terug naar de vrijwilligers')
  expect(await seen(administrator)).not.toContain('Terug naar de vrijwilligers')
})

test('an administrator enters the amounts of 2027, which opens that year; 2026 cannot be changed', async () => {
  world.setNow('2027-01-02T09:00:00Z')
  const as = world.as(administrator)
  const amounts = { year: '2027', day: '45,00', whole: '1.800', source: 'proef' }
  expect((await as.post('/volunteers/amounts', amounts)).status).toBe(422)
  expect((await as.post('/volunteers/amounts', { ...amounts, whole: '1800', year: '2026' })).status).toBe(422)
  expect((await as.post('/volunteers/amounts', { ...amounts, whole: '1800' })).status).toBe(303)
  const id = await volunteer()
  await world.as(writer).post(`${path(id)}/declaration`, { ...declaration, year: '2027' })
  expect((await note(id, { day: '2027-01-02', amount: '45,01' })).status).toBe(422)
  expect((await note(id, { day: '2027-01-02', amount: '45,00' })).status).toBe(303)
})

test('a year, an amount or a distance that cannot be is refused in words, an address that does not exist is not found', async () => {
  const amounts = { year: '2024', day: '45', whole: '1800', source: 'proef' }
  const as = world.as(administrator)
  expect((await as.post('/volunteers/amounts', amounts)).status).toBe(422)
  expect((await as.post('/volunteers/amounts', { ...amounts, year: '2030', day: '1700' })).status).toBe(422)
  const id = await volunteer()
  expect((await note(id, { kind: 'realCosts', isProven: 'yes', means: 'bicycle', kilometres: '99999' })).status).toBe(
    422,
  )
  expect((await world.as(writer).post(`${path(id)}/nothing/cancellation`, {})).status).toBe(404)
})

test('rates a kilometre do not overlap', async () => {
  const as = world.as(administrator)
  const rate = { means: 'car', from: '2026-03-01', until: '2026-06-30', rate: '0,4300', rateSource: 'proef' }
  expect((await as.post('/volunteers/travel-rates', rate)).status).toBe(422)
  expect((await as.post('/volunteers/travel-rates', { ...rate, from: '2026-01-01' })).status).toBe(422)
  expect((await as.post('/volunteers/travel-rates', { ...rate, from: '2026-04-01' })).status).toBe(303)
  const id = await volunteer()
  expect((await note(id, { day: '2026-05-01', means: 'car', kilometres: '10' })).status).toBe(303)
  expect((await note(id, { day: '2026-07-01', means: 'car', kilometres: '10' })).status).toBe(422)
})

test('chapter 16, reimbursement: a partner’s coordinator writes in the own organisation, a coordinator under secrecy reads', async () => {
  const id = await volunteer()
  expect((await world.as(reader).get(path(id))).status).toBe(200)
  expect((await note(id, {}, reader)).status).toBe(403)
  expect((await world.as(elsewhere).get(path(id))).status).toBe(404)
  expect((await note(id, {}, elsewhere)).status).toBe(404)
  for (const role of [
    'visitor',
    'matcher',
    'communityWorker',
    'socialWorker',
    'frontlineProfessional',
    'steeringGroup',
    'policyMaker',
    'dataProtectionOfficer',
    'administrator',
  ] as const) {
    const other = await makeStaff(world, municipality, { role, secrecy: 'dutyOfDiscretion' })
    expect([role, (await world.as(other).get(path(id))).status]).toEqual([role, 403])
    expect([role, (await note(id, {}, other)).status]).toEqual([role, 403])
  }
  const plain = await makeStaff(world, municipality, { secrecy: 'dutyOfDiscretion' })
  expect((await world.as(plain).get(path(id))).status).toBe(403)
})

test('chapter 16, reimbursement: the database refuses what the pages refuse', async () => {
  const id = await volunteer()
  await note(id)
  const other = await visitor()
  const seen = (actor: StaffActor) => world.app.transact(actor, (tx) => reimbursementsOf(tx, id, 2026))
  expect([await seen(other), await seen(elsewhere)]).toEqual([[], []])
  expect(await seen(reader)).toHaveLength(1)
  const sums = await world.app.transact(other, (tx) => countedFor(tx, id, '2026-11-20'))
  expect(sums).toMatchObject({ yearCents: 0, isInSeveral: false })
  const asReader = world.app.transact(reader, (tx) =>
    tx.db.updateTable('volunteers.reimbursement').set({ amount_cents: 1 }).where('volunteer_id', '=', id).execute(),
  )
  expect((await asReader)[0]?.numUpdatedRows).toBe(0n)
})

test('a volunteer sees, prints and declares the own, and nobody else’s', async () => {
  const mia = await visitor()
  const id = await volunteer({ userId: mia.userId })
  await note(id, { amount: '31,50' })
  const as = world.as(mia)
  expect(await (await as.get('/my-volunteering/reimbursements')).text()).toContain('31,50')
  expect(await (await as.get('/my-volunteering/reimbursements/print')).text()).toContain('31,50')
  const declared = { ...declaration, version: '1', elsewhere: 'lumpSum', lumpSum: '1.750' }
  expect((await as.post('/my-volunteering/reimbursements/declaration', declared)).status).toBe(422)
  const answer = await as.post('/my-volunteering/reimbursements/declaration', { ...declared, lumpSum: '1750' })
  expect(answer.status).toBe(303)
  expect((await note(id, { day: '2026-11-18', amount: '1' })).status).toBe(422)
  const stranger = await visitor()
  expect((await world.as(stranger).get('/my-volunteering/reimbursements')).status).toBe(404)
})

test('P17 noting a reimbursement leaves a line in the audit log without an amount', async () => {
  const id = await volunteer()
  await note(id)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['action', 'details'])
    .where('subject_id', '=', id)
    .where('action', 'like', '%reimbursement%')
    .orderBy('sequence')
    .execute()
  expect(lines.map(({ action }) => action)).toEqual(['keep reimbursement declaration', 'note reimbursement'])
  expect(lines.map(({ details }) => details)).toEqual([{}, {}])
})
