import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { askAboutData } from '../../functions/detection/my-card/actions.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { CopyFile } from './copy-of-data.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let officer: StaffActor
let administrator: StaffActor
let personId: string
let caseId: string
let cardId: string
let second: StaffActor

beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
  const card = await fileCard(world, place, { wish: 'Samen naar de bibliotheek.', filledInBy: 'buurvrouw Els' })
  const opened = await openCaseOfCard(world, coordinator, card.cardId)
  personId = opened.personId
  caseId = opened.caseId
  cardId = card.cardId
  second = await makeStaff(world, place)
})
afterAll(() => world.close())

async function register(kind: string, over: Record<string, string> = {}): Promise<string> {
  const id = uuidv7()
  const { status } = await world.as(coordinator).post('/rights', {
    id,
    personId,
    kind,
    channel: 'desk',
    receivedOn: '2026-11-23',
    identityChecked: 'known',
    ...over,
  })
  expect(status).toBe(303)
  return id
}

/** What the officer gives to let data go. */
const freeing = { version: '1', because: 'settled', isTold: 'yes' }

test('P16 a request at the desk is noted and waits for the coordinator and the data protection officer with its month', async () => {
  const id = await register('view')
  for (const actor of [coordinator, officer]) {
    const today = await (await world.as(actor).get('/today')).text()
    expect(today).toContain(`/rights/${id}`)
    const page = await (await world.as(actor).get(`/rights/${id}`)).text()
    expect(page).toContain('23 december 2026')
  }
})

test('P16 the copy holds what every module keeps, says why and how long, and leaves others out', async () => {
  const id = await register('copy')
  const file = (await (await world.as(coordinator).get(`/rights/${id}/held.json`)).json()) as CopyFile
  const tables = new Set(file.records.map(({ table }) => table))
  expect([...tables]).toEqual(
    expect.arrayContaining([
      'people.person',
      'detection.referral_card',
      'guidance.case',
      'agreements.sharing_agreement',
    ]),
  )
  const whole = JSON.stringify(file)
  expect(whole).toContain('Samen naar de bibliotheek.')
  expect(whole).not.toContain('buurvrouw Els')
  expect(file.records.every(({ purpose, retention }) => purpose !== '' && retention.series !== '')).toBe(true)
  expect(file.whoLooked.length).toBeGreaterThan(0)
  expect(file.leftOut).toContain('colleagues')
})

test('P16 the copy is printed in the language of the person', async () => {
  const id = await register('copy')
  const paper = await (await world.as(coordinator).get(`/rights/${id}/held/print?lang=ar`)).text()
  expect(paper).toContain('dir="rtl"')
  expect(paper).toContain('ما نحتفظ به عنك')
  expect(paper).toContain('Samen naar de bibliotheek.')
  const screen = await (await world.as(coordinator).get(`/rights/${id}/held`)).text()
  expect(screen).not.toContain('resident.held.')
})

test('P17 opening a copy leaves a line that its person sees', async () => {
  const id = await register('copy')
  await world.as(coordinator).get(`/rights/${id}/held`)
  const log = await (await world.as(officer).get('/audit?action=open%20copy%20of%20data')).text()
  expect(log).toContain(id.slice(-12))
})

test('P16 all that is held opens only under an open request to see or to have a copy', async () => {
  const id = await register('complain')
  expect((await world.as(coordinator).get(`/rights/${id}/held`)).status).toBe(404)
  const view = await register('view')
  expect((await world.as(officer).get(`/rights/${view}/held.json`)).status).toBe(404)
  expect((await world.as(administrator).get(`/rights/${view}/held.json`)).status).toBe(403)
  const answer = { version: '1', outcome: 'done', answer: 'Samen bekeken aan het loket.' }
  expect((await world.as(coordinator).post(`/rights/${view}/answer`, answer)).status).toBe(303)
  expect((await world.as(coordinator).get(`/rights/${view}/held`)).status).toBe(404)
  expect(await (await world.as(coordinator).get(`/rights/${view}`)).text()).toContain('Samen bekeken aan het loket.')
})

test('P16 the term is made longer once, with a reason, to three months', async () => {
  const id = await register('correct')
  const reason = { version: '1', reason: 'De dienst moet het archief nakijken.' }
  expect((await world.as(coordinator).post(`/rights/${id}/extension`, { version: '1', reason: '' })).status).toBe(422)
  expect((await world.as(coordinator).post(`/rights/${id}/extension`, reason)).status).toBe(303)
  expect(await (await world.as(coordinator).get(`/rights/${id}`)).text()).toContain('23 februari 2027')
  const again = await world.as(coordinator).post(`/rights/${id}/extension`, { ...reason, version: '2' })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('De termijn werd al eens verlengd')
})

test('two who answer one request: the second sees who was first, and gets back what they wrote', async () => {
  const id = await register('complain')
  const answer = { version: '1', outcome: 'done', answer: 'Besproken.' }
  expect((await world.as(coordinator).post(`/rights/${id}/answer`, answer)).status).toBe(303)
  // Reading it meanwhile is not what changed it.
  expect(await (await world.as(officer).get(`/rights/${id}`)).text()).toContain('Besproken.')
  const late = await world.as(officer).post(`/rights/${id}/answer`, { ...answer, answer: 'Anders besproken.' })
  expect(late.status).toBe(409)
  const said = await late.text()
  expect(said).toContain(coordinator.name)
  expect(said).toContain('Anders besproken.')
  expect(said).toContain(`href="/rights/${id}"`)
})

test('who freezes what a colleague froze a moment before is told so', async () => {
  const id = await register('restrict')
  expect((await world.as(coordinator).post(`/rights/${id}/freezing`, {})).status).toBe(303)
  const late = await world.as(second).post(`/rights/${id}/freezing`, {})
  expect([late.status, (await late.text()).includes(coordinator.name)]).toEqual([409, true])
  expect((await world.as(officer).post(`/rights/${id}/freeing`, freeing)).status).toBe(303)
})

test('P16 frozen data are read by nobody, until the data protection officer lets them go', async () => {
  const view = await register('view')
  const id = await register('restrict')
  expect((await world.as(coordinator).post(`/rights/${id}/freezing`, {})).status).toBe(303)
  const frozen = await world.as(coordinator).get(`/people/${personId}`)
  const said = await frozen.text()
  expect(said).not.toContain('Georgette')
  expect(said).toContain('bevroren')
  const helper = await world.as(coordinator).get(`/cases/${caseId}`)
  expect(helper.status).toBe(423)
  expect(await helper.text()).toContain('Ze zijn bevroren sinds 23 november 2026.')
  expect((await world.as(second).get(`/cases/${caseId}`)).status).toBe(404)
  const card = await world.as(second).get(`/inbox/${cardId}`)
  expect([card.status, (await card.text()).includes('Georgette')]).toEqual([423, false])
  const found = await (await world.as(second).get('/people?q=Georgette+Maes')).text()
  expect(found).toContain('Eén resultaat is bevroren')
  expect(found).not.toContain(`/people/${personId}`)
  expect(await (await world.as(second).get('/people?q=Georges')).text()).not.toContain('bevroren')
  const elsewhere = await makeStaff(world, place, { zoneId: place.ocmwZone })
  expect(await (await world.as(elsewhere).get('/people?q=Georgette+Maes')).text()).not.toContain('bevroren')
  const tables = [
    'people.person',
    'guidance.case',
    'guidance.case_event',
    'guidance.case_member',
    'detection.signal',
    'detection.referral_card',
    'agreements.sharing_agreement',
    'people.name_word',
  ] as const
  for (const table of tables) {
    const rows = await world.app.transact(coordinator, (tx) => tx.db.selectFrom(table).selectAll().execute())
    expect(rows, table).toEqual([])
  }
  const refused = await world.as(coordinator).post(`/rights/${id}/freeing`, {})
  expect([refused.status, (await refused.text()).includes('Alleen de functionaris')]).toEqual([409, true])
  const read = await world.as(officer).get(`/rights/${view}/held.json`)
  expect(await read.text()).toContain('Georgette')
  expect((await world.as(coordinator).get(`/rights/${view}/held.json`)).status).toBe(404)
  expect((await world.as(officer).post(`/rights/${id}/freeing`, freeing)).status).toBe(303)
  expect(await (await world.as(coordinator).get(`/people/${personId}`)).text()).toContain('Georgette')
})

test('P16 letting frozen data go asks a reason and that the person was told, also after the answer, and stays on the request', async () => {
  const id = await register('restrict')
  await world.as(coordinator).post(`/rights/${id}/freezing`, {})
  const answer = { version: '1', outcome: 'done', answer: 'Bevroren tot het is nagekeken.' }
  expect((await world.as(coordinator).post(`/rights/${id}/answer`, answer)).status).toBe(303)
  expect(await (await world.as(officer).get(`/rights/${id}`)).text()).toContain(`action="/rights/${id}/freeing"`)
  const untold = await world.as(officer).post(`/rights/${id}/freeing`, { version: '2', because: 'settled' })
  expect([untold.status, (await untold.text()).includes('Zeg het eerst aan de persoon')]).toEqual([422, true])
  const { isTold } = freeing
  expect((await world.as(officer).post(`/rights/${id}/freeing`, { version: '2', isTold })).status).toBe(422)
  const late = await world.as(officer).post(`/rights/${id}/freeing`, { ...freeing, version: '1' })
  expect(late.status).toBe(409)
  const freed = await world
    .as(officer)
    .post(`/rights/${id}/freeing`, { ...freeing, version: '2', because: 'askedBack' })
  expect(freed.status).toBe(303)
  const page = await (await world.as(coordinator).get(`/rights/${id}`)).text()
  expect(page).toContain('23 november 2026: De persoon vraagt het zelf')
  const log = await world.database.owner
    .selectFrom('audit.line')
    .select(['action', 'reason', 'actor_user_id'])
    .where('subject_id', '=', id)
    .where('action', '=', 'free data of person')
    .executeTakeFirstOrThrow()
  expect(log).toEqual({ action: 'free data of person', reason: 'askedBack', actor_user_id: officer.userId })
  expect((await world.as(coordinator).post(`/rights/${id}/freezing`, {})).status).toBe(400)
})

test('P16 whoever asked to freeze can ask more: the coordinator notes it without seeing the data', async () => {
  const id = await register('restrict')
  await world.as(coordinator).post(`/rights/${id}/freezing`, {})
  const page = await (await world.as(coordinator).get(`/people/${personId}`)).text()
  expect(page).toContain(`/rights/new?person=${personId}`)
  const form = await (await world.as(coordinator).get(`/rights/new?person=${personId}`)).text()
  expect(form).toContain('Iemand van wie de gegevens bevroren zijn')
  expect(form).not.toContain('Georgette')
  const copy = await register('copy')
  expect((await world.as(coordinator).get(`/rights/${copy}/held`)).status).toBe(404)
  expect(await (await world.as(officer).get(`/rights/${copy}/held`)).text()).toContain('Georgette')
  expect((await world.as(officer).post(`/rights/${id}/freeing`, freeing)).status).toBe(303)
})

test('P16 of somebody who is not in the register the page says what to do instead of freezing', async () => {
  const id = await register('restrict', { personId: '', asker: 'Een collega, 011 00 00 01' })
  const page = await (await world.as(coordinator).get(`/rights/${id}`)).text()
  expect(page).toContain('Meernet kan hier nog niets bevriezen')
  expect(page).not.toContain('/freezing')
})

test('P16 who asks something with the code of a card, without an account, gets an answer within a month too', async () => {
  const { cardId } = await fileCard(world, place, { wish: 'Iemand voor de tuin.' })
  const asked = await askAboutData({ transact: world.app.transact }, place.id, cardId, {
    kind: 'correct',
    text: 'Mijn telefoon is veranderd.',
  })
  expect(asked).toBe(true)
  const { id } = await world.database.owner
    .selectFrom('rights.request')
    .select('id')
    .where('card_id', '=', cardId)
    .executeTakeFirstOrThrow()
  const page = await (await world.as(coordinator).get(`/rights/${id}`)).text()
  expect(page).toContain('Mijn telefoon is veranderd.')
  expect(page).toContain('met de code van een kaartje')
  expect(await (await world.as(officer).get('/today')).text()).toContain(`/rights/${id}`)
})

test('P16 visits are stopped for an objection, and for no other request', async () => {
  const id = await register('object')
  expect((await world.as(coordinator).post(`/rights/${id}/objection`, {})).status).toBe(303)
  const other = await register('correct')
  expect((await world.as(coordinator).post(`/rights/${other}/objection`, {})).status).toBe(400)
})

test('somebody of another data zone finds no request', async () => {
  const id = await register('view')
  const other = await makeStaff(world, place, { zoneId: place.ocmwZone })
  expect((await world.as(other).get(`/rights/${id}`)).status).toBe(404)
})
