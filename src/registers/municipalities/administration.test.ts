import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkIn, mailTo } from '../../../tests/support/sign-in/sign-in.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { roles, type StaffActor } from '../../platform/access/actor.ts'
import { waitingInMunicipalities } from './waiting.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
let administrator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
})
afterAll(() => world.close())

const invitation = (over: Record<string, string> = {}) => ({
  id: uuidv7(),
  email: `${uuidv7()}@test.example`,
  role: 'visitor',
  zoneId: here.municipalityZone,
  secrecy: 'dutyOfDiscretion',
  secrecyProof: 'Ondertekende afsprakennota',
  secrecyReviewOn: '2027-11-23',
  ...over,
})
const change = (over: Record<string, string> = {}) => ({
  version: '1',
  secrecy: 'professionalSecrecy',
  secrecyProof: 'Eedaflegging',
  secrecyReviewOn: '2027-11-23',
  ...over,
})

test('an administrator invites somebody, who gets a link by mail', async () => {
  const form = invitation()
  const sent = await world.as(administrator).post('/admin/memberships', form)
  expect(sent.headers.get('location')).toBe('/admin/memberships')
  expect(linkIn(await mailTo(world, form.email)).pathname).toMatch(/^\/invitations\/.{40,}$/)
  expect(await (await world.as(administrator).get('/admin/memberships')).text()).toContain(form.email)
})

test('P5 a secrecy status asks a proof and a review date ahead', async () => {
  const wrong = async (over: Record<string, string>) => {
    const page = await world.as(administrator).post('/admin/memberships', invitation(over))
    return [page.status, [...(await page.text()).matchAll(/href="#(f-\w+)"/g)].map(([, field]) => field)]
  }
  expect(await wrong({ secrecyProof: '' })).toEqual([422, ['f-secrecyProof']])
  expect(await wrong({ secrecyReviewOn: '' })).toEqual([422, ['f-secrecyReviewOn']])
  expect(await wrong({ secrecyReviewOn: '2026-11-23' })).toEqual([422, ['f-secrecyReviewOn']])
  const none = { secrecy: 'none', secrecyProof: '', secrecyReviewOn: '' }
  expect((await world.as(administrator).post('/admin/memberships', invitation(none))).status).toBe(303)
})

test('P9 nobody is invited into a zone of another municipality', async () => {
  const form = invitation({ zoneId: elsewhere.municipalityZone })
  expect((await world.as(administrator).post('/admin/memberships', form)).status).toBe(422)
  expect(await mailTo(world, form.email)).toBeUndefined()
})

test('a membership changes from the version one saw; who comes second sees what the first saved', async () => {
  const { membershipId } = await makeStaff(world, here, { secrecy: 'none' })
  const path = `/admin/memberships/${membershipId}`
  expect((await world.as(administrator).post(path, change())).status).toBe(303)
  const second = await world.as(administrator).post(path, change({ secrecyProof: 'Iets anders' }))
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('value="Eedaflegging"')
})

test('neighbourhoods, number and being on call are kept', async () => {
  const { membershipId } = await makeStaff(world, here)
  const path = `/admin/memberships/${membershipId}`
  await world.as(administrator).post(path, change({ phone: '09 000 00 11', isOnCall: 'yes' }))
  const page = await (await world.as(administrator).get(path)).text()
  expect(page).toContain('value="09 000 00 11"')
  expect(page).toMatch(/name="isOnCall"[^>]*checked/)
})

test('a membership is ended after asking once, and the last administrator stays', async () => {
  const lonely = await makeMunicipality(world, 'Alleen', '99003')
  const only = await makeStaff(world, lonely, { role: 'administrator', secrecy: 'none' })
  const colleague = await makeStaff(world, lonely)
  const ending = (actor: StaffActor) => `/admin/memberships/${actor.membershipId}/ending`
  expect(await (await world.as(only).get(ending(colleague))).text()).toContain('stopt meteen')
  expect((await world.as(only).post(ending(colleague), {})).status).toBe(303)
  const refused = await world.as(only).post(ending(only), {})
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('laatste beheerder')
})

test('an invitation can be taken back', async () => {
  const form = invitation()
  await world.as(administrator).post('/admin/memberships', form)
  await world.as(administrator).post(`/admin/invitations/${form.id}/withdrawal`, {})
  const { pathname } = linkIn(await mailTo(world, form.email))
  expect((await world.as().get(pathname)).status).toBe(410)
})

test.each(roles.filter((role) => role !== 'administrator'))(
  'a %s keeps no members, zones or settings',
  async (role) => {
    const actor = await makeStaff(world, here, { role })
    const other = await makeStaff(world, here)
    const browser = world.as(actor)
    const paths = ['/admin/memberships', '/admin/memberships/new', '/admin/municipality', '/admin/zones']
    for (const path of [...paths, `/admin/memberships/${other.membershipId}`])
      expect([path, (await browser.get(path)).status]).toEqual([path, 403])
    expect((await browser.post('/admin/memberships', invitation())).status).toBe(403)
    expect((await browser.post(`/admin/memberships/${other.membershipId}/ending`, {})).status).toBe(403)
  },
)

test('a membership of another municipality does not exist here', async () => {
  const stranger = await makeStaff(world, elsewhere)
  const path = `/admin/memberships/${stranger.membershipId}`
  expect((await world.as(administrator).get(path)).status).toBe(404)
  expect((await world.as(administrator).post(path, change())).status).toBe(404)
  expect((await world.as(administrator).post(`${path}/ending`, {})).status).toBe(404)
})

test('an address with something else than an identifier leads nowhere', async () => {
  const browser = world.as(administrator)
  expect((await browser.get('/admin/memberships/x')).status).toBe(404)
  expect((await browser.get("/admin/memberships/'--")).status).toBe(404)
  expect((await browser.post('/account/sessions/x/ending', {})).status).toBe(404)
})

const settings = (over: Record<string, string | readonly string[]> = {}) => ({
  version: '1',
  name: 'Hier',
  firstLanguage: 'fr',
  languages: ['nl', 'ar'],
  contactName: 'Sociaal Huis',
  contactPhone: '09 000 00 10',
  primaryColour: '#0B5D5B',
  accentColour: '#c2452d',
  onCallPhone: '09 000 00 99',
  ...over,
})

test('the municipality keeps its settings; public pages show them at once', async () => {
  const browser = world.as(administrator)
  expect((await browser.post('/admin/municipality', settings())).status).toBe(303)
  expect((await browser.post('/admin/municipality', settings())).status).toBe(409)
  const page = await (await world.as().get(`/in/${here.slug}`)).text()
  expect(page).toContain('Sociaal Huis')
  expect(page).toContain('<html lang="fr"')
})

test('colours that cannot be read, or are none, are refused', async () => {
  for (const primaryColour of ['#ffee99', 'groen']) {
    const page = await world.as(administrator).post('/admin/municipality', settings({ version: '2', primaryColour }))
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('href="#f-primaryColour"')
  }
})

test('P9 cards cannot be sent to a front door of another municipality', async () => {
  const form = settings({ version: '2', frontDoorZoneId: elsewhere.ocmwZone })
  expect((await world.as(administrator).post('/admin/municipality', form)).status).toBe(422)
})

test('a partner gets a zone of its own, once', async () => {
  const [id, name] = [uuidv7(), 'Thuiszorg De Linde']
  const browser = world.as(administrator)
  expect((await browser.post('/admin/zones', { id, name })).status).toBe(303)
  expect((await browser.post('/admin/zones', { id, name })).status).toBe(303)
  expect((await browser.post('/admin/zones', { id: uuidv7(), name: 'thuiszorg de linde' })).status).toBe(422)
  expect((await (await browser.get('/admin/zones')).text()).match(/Thuiszorg De Linde/g)).toHaveLength(1)
})

test('the database lets nobody but an administrator change zones or the municipality', async () => {
  const coordinator = await makeStaff(world, here)
  const zone = { municipality_id: here.id, id: uuidv7(), kind: 'partner', name: 'Stiekem' }
  const addZone = (actor: StaffActor) =>
    world.app.transact(actor, (tx) => tx.db.insertInto('municipalities.data_zone').values(zone).execute())
  await expect(addZone(coordinator)).rejects.toThrow(/row-level security/)
  const rename = await world.app.transact(coordinator, (tx) =>
    tx.db.updateTable('municipalities.municipality').set({ name: 'Stiekem' }).executeTakeFirst(),
  )
  expect(Number(rename.numUpdatedRows)).toBe(0)
})

test('a secrecy status to look at again waits for the administrator a month ahead', async () => {
  const { membershipId } = await makeStaff(world, here)
  const due = (day: string) =>
    world.database.owner
      .updateTable('identity.membership')
      .set({ secrecy_review_on: day })
      .where('id', '=', membershipId)
      .execute()
  const waiting = async (actor: StaffActor) =>
    (await world.app.transact(actor, waitingInMunicipalities)).filter(
      ({ message }) => message === 'municipalities.waiting.review',
    ).length
  await due('2026-12-24')
  expect(await waiting(administrator)).toBe(0)
  await due('2026-12-23')
  expect(await waiting(administrator)).toBe(1)
  expect(await waiting(await makeStaff(world, here))).toBe(0)
})

test('the front door of an installation lists its municipalities; staff go to Vandaag', async () => {
  const page = await (await world.as().get('/')).text()
  expect(page).toContain('/in/hier')
  expect(page).toContain('/in/elders')
  expect((await world.as(administrator).get('/')).headers.get('location')).toBe('/today')
})
