import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import { createPerson } from '../../registers/people/index.ts'
import type { CopyFile } from './copy-of-data.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let worker: StaffActor

beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  worker = await makeStaff(world, place, { role: 'socialWorker' })
})
afterAll(() => world.close())

const post = async (actor: StaffActor, path: string, form: Record<string, string | readonly string[]>) =>
  expect((await world.as(actor).post(path, form)).status, path).toBe(303)

/** The copy under a request to have one, about somebody of the register or a volunteer. */
async function copyOf(whom: { readonly personId: string } | { readonly volunteerId: string }): Promise<CopyFile> {
  const id = uuidv7()
  const asked = { id, kind: 'copy', channel: 'desk', receivedOn: '2026-11-23', identityChecked: 'known' }
  await post(coordinator, '/rights', { ...asked, ...whom })
  return (await (await world.as(coordinator).get(`/rights/${id}/held.json`)).json()) as CopyFile
}
const tablesIn = (copy: CopyFile) => [...new Set(copy.records.map(({ table }) => table))].toSorted()

test('P16 a volunteer gets the whole own file, with care and what was paid back, and the account', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion', name: 'Rita Vos' })
  const guide = await makeStaff(world, place, { role: 'partnerCoordinator' })
  const id = uuidv7()
  const file = { id, name: 'Rita Vos', birthYear: '1960', tasks: ['homeVisit'], userId: visitor.userId }
  await post(guide, '/volunteers', file)
  await post(guide, `/volunteers/${id}/contacts`, { on: '2026-11-20' })
  await post(guide, `/volunteers/${id}/trainings`, { topic: 'listening', on: '2026-11-19' })
  await post(guide, `/volunteers/${id}/reimbursements/declaration`, { year: '2026', version: '0', elsewhere: 'none' })
  const row = { id: uuidv7(), day: '2026-11-20', kind: 'lumpSum', activity: 'ordinary', amount: '20' }
  await post(guide, `/volunteers/${id}/reimbursements`, row)
  const tables = [
    'identity.account',
    'identity.membership',
    'rights.request',
    'volunteers.contact',
    'volunteers.reimbursement',
    'volunteers.reimbursement_declaration',
    'volunteers.training',
    'volunteers.volunteer',
  ]
  expect(tablesIn(await copyOf({ volunteerId: id }))).toEqual(tables)
  const own = (await (await world.as(visitor).get('/my-data.json')).json()) as CopyFile
  expect(tablesIn(own)).toEqual(tables.filter((table) => table !== 'rights.request'))
  const page = await (await world.as(visitor).get('/my-data')).text()
  for (const words of ['Rita Vos', 'luisteren', '€ 20,00', 'bezoeker'])
    expect(page.replaceAll('\u00a0', ' '), words).toContain(words)
  expect(page).not.toMatch(/resident\.held|rights\.own/)
})

test('P16 a visitor reads of each phone whether others use it too', async () => {
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  const seen = { device: 'Chrome op Android', first_seen_at: new Date(), last_seen_at: new Date() }
  await world.database.owner
    .insertInto('identity.phone')
    .values({
      municipality_id: place.id,
      id: uuidv7(),
      account_id: visitor.userId,
      not_sent: 0,
      is_shared: true,
      ...seen,
    })
    .execute()
  const own = (await (await world.as(visitor).get('/my-data.json')).json()) as CopyFile
  expect(own.records.find(({ table }) => table === 'identity.phone')?.values).toMatchObject({ is_shared: true })
  expect(await (await world.as(visitor).get('/my-data')).text()).toContain('Anderen gebruiken deze telefoon ook')
})

test('P16 nobody opens a copy of a colleague, and nothing of keys is in one’s own', async () => {
  const own = await (await world.as(coordinator).get('/my-data.json')).text()
  expect(own).not.toMatch(/password|secret"|token/i)
  expect(own).not.toContain(worker.name)
  expect((await world.as().get('/my-data.json')).status).not.toBe(200)
})

test('P16 a card in the safety track is in the copy only when both named professionals agree, and nothing tells that it is there', async () => {
  const personId = uuidv7()
  await world.app.transact(coordinator, (tx) =>
    createPerson(tx, { id: personId, zoneId: place.municipalityZone, givenName: 'Maria', familyName: 'Peeters' }),
  )
  const { cardId } = await fileCard(world, place, { wish: 'Er is geroep in huis.' })
  const { owner } = world.database
  const without = await copyOf({ personId })
  await owner.updateTable('detection.signal').set({ person_id: personId }).where('id', '=', cardId).execute()
  const id = uuidv7()
  const named = { firstUserId: coordinator.userId, secondUserId: worker.userId }
  const content = 'Zij zei dat hij haar slaat.'
  await post(coordinator, `/inbox/${cardId}/safety-concern`, { id, about: 'adult', content, ...named })
  const hidden = await copyOf({ personId })
  expect(JSON.stringify(hidden)).not.toMatch(/geroep|slaat|safety/i)
  expect(hidden.leftOut).toEqual(without.leftOut)
  expect(hidden.leftOut).toContain('danger')
  await post(coordinator, `/safety-concerns/${id}/copy`, { version: '1', shown: 'yes' })
  expect(JSON.stringify(await copyOf({ personId }))).not.toMatch(/geroep|slaat/i)
  await post(worker, `/safety-concerns/${id}/copy`, { version: '2', shown: 'yes' })
  const shown = JSON.stringify(await copyOf({ personId }))
  expect(shown).toContain('Zij zei dat hij haar slaat.')
  expect(shown).toContain('Er is geroep in huis.')
  await post(worker, `/safety-concerns/${id}/copy`, { version: '3', shown: 'no' })
  expect(JSON.stringify(await copyOf({ personId }))).not.toMatch(/geroep|slaat/i)
})

test('who is not named in a concern does not decide on the copy', async () => {
  const { cardId } = await fileCard(world, place)
  const id = uuidv7()
  const named = { firstUserId: coordinator.userId, secondUserId: worker.userId }
  await post(coordinator, `/inbox/${cardId}/safety-concern`, { id, about: 'adult', content: 'Geen eten.', ...named })
  const other = await makeStaff(world, place)
  expect((await world.as(other).post(`/safety-concerns/${id}/copy`, { version: '1', shown: 'yes' })).status).toBe(404)
})
