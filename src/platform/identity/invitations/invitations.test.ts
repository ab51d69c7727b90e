import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  browserWithCookies,
  linkIn,
  mailTo,
  makeColleague,
  moveClock,
} from '../../../../tests/support/sign-in/sign-in.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../access/actor.ts'
import type { Offer } from './invitation.ts'
import { withdrawInvitation } from './invitation-store.ts'
import { invite } from './invite.ts'

let world: World
let here: TestMunicipality
let administrator: StaffActor
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await openWorld({}, { sessions: 'real' })
  here = await makeMunicipality(world)
  administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
})
beforeEach(() => moveClock(world, '2026-11-23T08:00:00Z'))

let made = 0
async function invited(over: Partial<Offer> = {}) {
  made += 1
  const email = `nieuw${made}@test.example`
  const offer: Offer = {
    email,
    role: 'visitor',
    zoneId: here.municipalityZone,
    neighbourhoods: 'all',
    secrecy: 'none',
    secrecyProof: null,
    secrecyReviewOn: null,
    ...over,
  }
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const inviting = { id, address: 'http://localhost', municipalityName: 'Testgem', language: 'nl' } as const
  await world.app.transact(administrator, (tx) => invite(tx, offer, inviting))
  return { id, path: linkIn(await mailTo(world, offer.email)).pathname, email: offer.email }
}
const somebody = { name: 'Rita Goossens', language: 'nl' }

test('an invitation gives an account, a membership and a session, and nothing to remember', async () => {
  const { path } = await invited()
  const browser = browserWithCookies(world)
  expect(await (await browser.get(path)).text()).toContain('Testgem')
  expect((await browser.post(path, somebody)).headers.get('location')).toBe('/today')
  expect(await (await browser.get('/today')).text()).toContain('Rita Goossens')
})

test('an invitation is accepted once', async () => {
  const { path } = await invited()
  expect((await browserWithCookies(world).post(path, somebody)).status).toBe(303)
  expect((await browserWithCookies(world).post(path, somebody)).status).toBe(410)
  expect((await browserWithCookies(world).get(path)).status).toBe(410)
})

test('accepted twice at the same moment, an invitation makes one membership', async () => {
  const { path, email } = await invited()
  const answers = await Promise.all([1, 2, 3].map(() => browserWithCookies(world).post(path, somebody)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
  const rows = await world.database.owner
    .selectFrom('identity.membership as m')
    .innerJoin('identity.account as a', 'a.id', 'm.account_id')
    .select('m.id')
    .where('a.email', '=', email)
    .execute()
  expect(rows).toHaveLength(1)
})

test('the link of an invitation holds at least 128 bits of chance, and none is like another', async () => {
  const tokens = [(await invited()).path, (await invited()).path].map((path) => path.split('/').at(-1) ?? '')
  expect(new Set(tokens).size).toBe(2)
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{22,}$/.test(token))).toBe(true)
})

test('an invitation works for seven days', async () => {
  const { path } = await invited()
  moveClock(world, '2026-11-30T07:59:00Z')
  expect((await browserWithCookies(world).get(path)).status).toBe(200)
  moveClock(world, '2026-11-30T08:00:00Z')
  expect((await browserWithCookies(world).post(path, somebody)).status).toBe(410)
})

test('an invitation that was taken back, or never was, opens nothing', async () => {
  const { path, id } = await invited()
  await world.app.transact(administrator, (tx) => withdrawInvitation(tx, id))
  expect((await browserWithCookies(world).post(path, somebody)).status).toBe(410)
  expect((await browserWithCookies(world).get('/invitations/geraden')).status).toBe(410)
})

test('whoever has an account keeps it and gets a membership more', async () => {
  const colleague = await makeColleague(world, here)
  const { path } = await invited({ email: colleague.email, role: 'matcher' })
  const browser = browserWithCookies(world)
  await browser.post(path, somebody)
  const page = await (await browser.get('/memberships')).text()
  expect(page).toContain('coördinator')
  expect(page).toContain('koppelaar')
})

test('an invitation without a name gives the same page', async () => {
  const { path } = await invited()
  const page = await browserWithCookies(world).post(path, { name: '', language: 'fr' })
  expect(page.status).toBe(422)
})

test('sending the same invitation twice mails it once', async () => {
  const { email } = await invited()
  const before = await mailsTo(email)
  made -= 1
  await invited({ email })
  expect(await mailsTo(email)).toBe(before)
})

async function mailsTo(email: string): Promise<string | undefined> {
  return (await mailTo(world, email))?.text
}
