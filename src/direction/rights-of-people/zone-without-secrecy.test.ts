import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { createPartnerZone } from '../../registers/municipalities/index.ts'
import { createPerson } from '../../registers/people/index.ts'

/** An association that is a controller of its own: nobody there is under secrecy, volunteers and some people are in its registers. */
let world: World
let place: TestMunicipality
let zoneId: string
let guide: StaffActor
let officer: StaffActor
let volunteerId: string
const personId = uuidv7()
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  zoneId = await createPartnerZone(world.database.owner, place.id, 'Buurtvereniging De Brug', uuidv7())
  guide = await makeStaff(world, place, { zoneId, role: 'partnerCoordinator', secrecy: 'dutyOfDiscretion' })
  officer = await makeStaff(world, place, { zoneId, role: 'dataProtectionOfficer', secrecy: 'none' })
  volunteerId = uuidv7()
  const file = { id: volunteerId, name: 'Rita Vos', birthYear: '1960' }
  expect((await world.as(guide).post('/volunteers', file)).status).toBe(303)
  await inRegister({ id: personId, givenName: 'Georgette', familyName: 'Maes', phone: '0470 00 00 07' })
})
afterAll(() => world.close())

const inRegister = (person: { id: string; givenName: string; familyName: string; phone: string }) =>
  world.app.transact(systemActor(place.id, 'test'), (tx) => createPerson(tx, { zoneId, ...person }))

const textOf = async (actor: StaffActor, path: string) => (await world.as(actor).get(path)).text()

/** Notes a request; gives it with the answer. */
async function ask(actor: StaffActor, over: Record<string, string>) {
  const id = uuidv7()
  const form = { id, kind: 'restrict', channel: 'phone', receivedOn: '2026-11-23', identityChecked: 'calledBack' }
  return { id, answer: await world.as(actor).post('/rights', { ...form, ...over }) }
}
const freeing = (version: string) => ({ version, because: 'settled', isTold: 'yes' })

test('P16 who guides a volunteer passes on what they ask and sees no request; the officer freezes the file and lets it go', async () => {
  expect(await textOf(guide, `/volunteers/${volunteerId}`)).toContain(`/rights/new?volunteer=${volunteerId}`)
  const { id, answer } = await ask(guide, { volunteerId })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/volunteers/${volunteerId}`])
  expect([(await world.as(guide).get(`/rights/${id}`)).status, (await world.as(guide).get('/rights')).status]).toEqual([
    403, 403,
  ])
  expect(await textOf(officer, '/today')).toContain(`/rights/${id}`)
  const page = await textOf(officer, `/rights/${id}`)
  expect(page).toContain(`action="/rights/${id}/freezing"`)
  expect(page).not.toContain('Rita Vos')
  expect((await world.as(officer).post(`/rights/${id}/freezing`, {})).status).toBe(303)
  expect((await world.as(officer).post(`/rights/${id}/freeing`, freeing('1'))).status).toBe(303)
})

test('P16 who guides volunteers passes on nothing of anybody else', async () => {
  expect((await world.as(guide).get('/rights/new')).status).toBe(404)
  expect((await ask(guide, { asker: 'Iemand' })).answer.status).toBe(404)
  expect((await ask(guide, { personId })).answer.status).toBe(404)
})

test('P16 the officer notes what a resident asks, hears by name that there is one, freezes and lets go, and sees no more', async () => {
  const { id, answer } = await ask(officer, { asker: 'Georgette Maes, 0470 00 00 07' })
  expect(answer.headers.get('location')).toBe(`/rights/${id}`)
  const name = (given: Record<string, string>) =>
    world.as(officer).post(`/rights/${id}/person`, { version: '1', ...given })
  const nobody = await name({ name: 'Georgette Janssens' })
  expect([nobody.status, (await nobody.text()).includes('Niemand in het register')]).toEqual([422, true])
  expect((await name({ name: 'Georgette' })).status).toBe(422)
  const other = uuidv7()
  await inRegister({ id: other, givenName: 'Georgette', familyName: 'Maes', phone: '0470 00 00 08' })
  const several = await name({ name: 'georgette maes' })
  expect([several.status, (await several.text()).includes('Meer dan één persoon heet zo')]).toEqual([422, true])
  expect((await name({ name: 'Georgette Maes', phone: '+32 470 00 00 07' })).status).toBe(303)
  const page = await textOf(officer, `/rights/${id}`)
  expect(page).toContain('u ziet deze gegevens niet')
  expect(page).not.toContain(personId)
  expect((await world.as(officer).get(`/people/${personId}`)).status).toBe(403)
  const frozenOn = async () =>
    (
      await world.database.owner
        .selectFrom('people.person')
        .select('frozen_on')
        .where('id', '=', personId)
        .executeTakeFirstOrThrow()
    ).frozen_on
  expect((await world.as(officer).post(`/rights/${id}/freezing`, {})).status).toBe(303)
  expect(await frozenOn()).toBe('2026-11-23')
  expect((await world.as(officer).post(`/rights/${id}/freeing`, freeing('2'))).status).toBe(303)
  expect(await frozenOn()).toBeNull()
  const looked = await world.database.owner
    .selectFrom('audit.line')
    .select('actor_user_id')
    .where('action', '=', 'look up person for request')
    .where('subject_id', '=', id)
    .execute()
  expect(looked).toEqual(Array(4).fill({ actor_user_id: officer.userId }))
})

test('P16 where no coordinator is under secrecy the officer opens a copy under the request, and nobody else does', async () => {
  const { id } = await ask(officer, { kind: 'copy', asker: 'Georgette Maes' })
  expect((await world.as(officer).get(`/rights/${id}/held`)).status).toBe(404)
  const named = await world
    .as(officer)
    .post(`/rights/${id}/person`, { version: '1', name: 'Georgette Maes', phone: '0470000007' })
  expect(named.status).toBe(303)
  expect(await textOf(officer, `/rights/${id}/held.json`)).toContain('Georgette')
  expect((await world.as(guide).get(`/rights/${id}/held`)).status).toBe(403)
})

test('P9 the officer and the coordinator of another data zone see nothing of it, and name nobody there', async () => {
  const { id } = await ask(officer, { asker: 'Georgette Maes' })
  const named = { version: '1', name: 'Georgette Maes', phone: '0470 00 00 07' }
  for (const over of [{ role: 'dataProtectionOfficer', secrecy: 'none' }, { role: 'coordinator' }] as const) {
    const stranger = await makeStaff(world, place, over)
    for (const sent of [
      await world.as(stranger).get(`/rights/${id}`),
      await world.as(stranger).post(`/rights/${id}/person`, named),
      await world.as(stranger).post(`/rights/${id}/freezing`, {}),
    ])
      expect(sent.status).toBe(404)
  }
})

test('P16 where a coordinator is under secrecy the officer notes a request too, looks up nobody and opens no copy', async () => {
  await makeStaff(world, place)
  const own = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  const { id, answer } = await ask(own, { kind: 'copy', asker: 'Georgette Maes' })
  expect(answer.status).toBe(303)
  expect(await textOf(own, `/rights/${id}`)).not.toContain(`/rights/${id}/person`)
  expect((await world.as(own).post(`/rights/${id}/person`, { version: '1', name: 'Georgette Maes' })).status).toBe(400)
  expect((await world.as(own).get(`/rights/${id}/held`)).status).toBe(404)
})

test('P16 a data zone without officer is on the day of the administrator before anybody asks, and in the list of zones', async () => {
  const administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'dutyOfDiscretion' })
  const bare = await createPartnerZone(world.database.owner, place.id, 'Dorpsrestaurant', uuidv7())
  const href = `/admin/memberships/new?zone=${bare}&amp;role=dataProtectionOfficer`
  expect(await textOf(administrator, '/today')).not.toContain(href)
  const helper = await makeStaff(world, place, { zoneId: bare, role: 'partnerCoordinator', secrecy: 'none' })
  for (const path of ['/today', '/admin/zones']) expect(await textOf(administrator, path), path).toContain(href)
  const invitation = await textOf(administrator, href.replace('&amp;', '&'))
  expect(invitation).toMatch(/<option value="dataProtectionOfficer" selected/)
  expect(invitation).toContain(`<option value="${bare}" selected`)
  const file = { id: uuidv7(), name: 'Omar Idrissi', birthYear: '1970' }
  expect((await world.as(helper).post('/volunteers', file)).status).toBe(303)
  expect(await textOf(helper, `/rights/new?volunteer=${file.id}`)).toContain(
    'Niemand van uw organisatie kan deze vraag',
  )
  await makeStaff(world, place, { zoneId: bare, role: 'dataProtectionOfficer', secrecy: 'none' })
  expect(await textOf(administrator, '/today')).not.toContain(href)
})
