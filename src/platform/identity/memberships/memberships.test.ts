import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  browserWithCookies,
  makeColleague,
  moveClock,
  signInByLink,
} from '../../../../tests/support/sign-in/sign-in.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { colleagues } from '../colleagues.ts'
import { members } from './member-store.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await openWorld({}, { sessions: 'real' })
  moveClock(world, '2026-11-23T08:00:00Z')
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
})

const idIn = (page: string, name: string) =>
  page.match(new RegExp(`name="membershipId" value="([^"]+)"[\\s\\S]*?${name}`))?.[1] ?? ''

test('whoever works in two places chooses one, and sees only that one', async () => {
  const colleague = await makeColleague(world, here)
  await makeStaff(world, elsewhere, { userId: colleague.userId, name: colleague.name, role: 'visitor' })
  const browser = await signInByLink(world, colleague.email)
  expect((await browser.get('/today')).status).toBe(303)
  expect((await browser.get('/sign-in')).headers.get('location')).toBe('/memberships')
  const page = await (await browser.get('/memberships')).text()
  const membershipId = idIn(page, 'Gemeente Elders')
  expect((await browser.post('/memberships', { membershipId })).headers.get('location')).toBe('/today')
  expect(await (await browser.get('/today')).text()).toContain('Elders')
})

test('a membership of somebody else cannot be chosen', async () => {
  const colleague = await makeColleague(world, here)
  const other = await makeStaff(world, here, { role: 'administrator' })
  const browser = await signInByLink(world, colleague.email)
  expect((await browser.post('/memberships', { membershipId: other.membershipId })).status).toBe(403)
})

test('an ended membership ends access at the next request', async () => {
  const colleague = await makeColleague(world, here)
  const browser = await signInByLink(world, colleague.email)
  expect((await browser.get('/today')).status).toBe(200)
  await world.database.owner
    .updateTable('identity.membership')
    .set({ ended_at: world.now() })
    .where('id', '=', colleague.membershipId)
    .execute()
  expect((await browser.get('/today')).status).toBe(303)
  expect(await (await browser.get('/memberships')).text()).toContain('U hebt nu nergens toegang')
})

test('P5 a secrecy status whose review date has passed no longer counts', async () => {
  const { email, membershipId } = await makeColleague(world, here, { secrecy: 'professionalSecrecy' })
  const reviewed = (day: string) =>
    world.database.owner
      .updateTable('identity.membership')
      .set({ secrecy_review_on: day })
      .where('id', '=', membershipId)
      .execute()
  const browser = await signInByLink(world, email)
  const inbox = async () => (await browser.get('/inbox')).status
  await reviewed('2026-11-23')
  const due = await inbox()
  await reviewed('2026-11-22')
  expect([due, await inbox()]).toEqual([200, 403])
})

test('P5 the database refuses a secrecy status without proof or review date', async () => {
  const { membershipId } = await makeStaff(world, here)
  const forget = (column: 'secrecy_proof' | 'secrecy_review_on') =>
    world.database.owner
      .updateTable('identity.membership')
      .set({ [column]: null })
      .where('id', '=', membershipId)
      .execute()
  await expect(forget('secrecy_proof')).rejects.toThrow(/check constraint/)
  await expect(forget('secrecy_review_on')).rejects.toThrow(/check constraint/)
})

test('P6 colleagues see each other, not each other’s addresses and proofs', async () => {
  const coordinator = await makeStaff(world, here)
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  await world.app.transact(coordinator, async (tx) => {
    expect((await colleagues(tx, { roles: ['administrator'] })).map(({ userId }) => userId)).toContain(
      administrator.userId,
    )
    expect(await members(tx)).toEqual([])
    expect(await tx.db.selectFrom('identity.membership').select('id').execute()).toEqual([])
  })
  const known = await world.app.transact(administrator, members)
  expect(known.map(({ id }) => id)).toContain(coordinator.membershipId)
})

test('P6 an administrator of one municipality knows no member of another', async () => {
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  const stranger = await makeStaff(world, elsewhere)
  const known = await world.app.transact(administrator, members)
  expect(known.map(({ id }) => id)).not.toContain(stranger.membershipId)
})

test('accounts and sessions are out of reach of the application', async () => {
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  for (const table of ['identity.account', 'identity.session', 'identity.credential', 'identity.two_factor'] as const)
    await expect(
      world.app.transact(administrator, (tx) => tx.db.selectFrom(table).select('id').execute()),
    ).rejects.toThrow(/permission denied/)
})

test('one ends one’s own sessions, one or all, never those of somebody else', async () => {
  const colleague = await makeColleague(world, here)
  const [desk, phone] = [await signInByLink(world, colleague.email), await signInByLink(world, colleague.email)]
  const stranger = await signInByLink(world, (await makeColleague(world, here)).email)
  const page = await (await desk.get('/account')).text()
  const [, id = ''] = page.match(/action="\/account\/sessions\/([^/"]+)\/ending"/) ?? []
  await stranger.post(`/account/sessions/${id}/ending`, {})
  expect((await phone.get('/account')).status).toBe(200)
  await desk.post(`/account/sessions/${id}/ending`, {})
  expect((await phone.get('/account')).status).toBe(303)
  expect((await desk.post('/account/sessions/ending', {})).headers.get('location')).toBe('/sign-in')
  expect((await desk.get('/account')).status).toBe(303)
})

test('an account keeps its name and language', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  expect((await browser.post('/account', { name: '', language: 'fr' })).status).toBe(422)
  await browser.post('/account', { name: 'Greet Maes', language: 'fr' })
  expect(await (await browser.get('/account')).text()).toContain('Mon compte')
})

test('without a session the pages of an account lead to signing in', async () => {
  for (const path of ['/account', '/account/password', '/memberships'])
    expect((await browserWithCookies(world).get(path)).headers.get('location')).toMatch(/^\/sign-in/)
})
