import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  answer,
  openProviderWorld,
  type ProviderWorld,
  person,
  start,
} from '../../../../tests/support/sign-in/provider-world.ts'
import { browserWithCookies, makeColleague, signInByLink } from '../../../../tests/support/sign-in/sign-in.ts'
import { makeStaff } from '../../../../tests/support/world.ts'
import { members } from '../memberships/member-store.ts'

let at: ProviderWorld
beforeAll(async () => {
  at = await openProviderWorld()
})
afterAll(() => at.close())
afterEach(() => at.keep({}))

test('whoever was invited enters through the provider of the municipality, and again without an invitation', async () => {
  const wim = person()
  await at.invited(wim.email ?? '')
  const first = await at.enter(wim)
  expect([first.opened.status, first.opened.headers.get('location')]).toEqual([303, '/today'])
  expect(await (await first.browser.get('/account')).text()).toContain('Wim De Baere')
  const known = await at.world.app.transact(at.administrator, members)
  const member = known.find(({ email }) => email === wim.email)
  expect(member).toMatchObject({ role: 'matcher', secrecy: 'dutyOfDiscretion', secrecyProof: 'afsprakennota' })
  // Known by the provider's number from now on, also under another address.
  const again = await at.enter({ ...wim, email: 'nieuw@werk.example' })
  expect((await again.browser.get('/today')).status).toBe(200)
})

test('whoever was not invited is told so in plain words, and gets no account', async () => {
  const stranger = person()
  const { opened, text, browser } = await at.enter(stranger)
  expect(opened.status).toBe(403)
  expect(text).toContain('niemand nodigde u uit bij Hier')
  expect((await browser.get('/today')).status).toBe(303)
  const accounts = at.world.database.owner
    .selectFrom('identity.account')
    .select('id')
    .where('email', '=', stranger.email ?? '')
  expect(await accounts.execute()).toEqual([])
})

test('an invitation that was taken back, or of another municipality, opens nothing', async () => {
  const wim = person()
  await at.invited(wim.email ?? '')
  await at.world.database.owner
    .updateTable('identity.invitation')
    .set({ withdrawn_at: new Date() })
    .where('email', '=', wim.email ?? '')
    .execute()
  expect((await at.enter(wim)).opened.status).toBe(403)
  const stranger = await makeColleague(at.world, at.elsewhere)
  expect((await at.enter(person({ email: stranger.email }))).opened.status).toBe(403)
})

test('an address that the provider does not confirm names nobody', async () => {
  const colleague = await makeColleague(at.world, at.here)
  const { opened, text } = await at.enter(person({ email: colleague.email, email_verified: false }))
  expect(opened.status).toBe(403)
  expect(text).toContain('bevestigt uw e-mailadres niet')
})

test('P6 a role counts when an administrator gave it and the provider names it', async () => {
  const colleague = await makeColleague(at.world, at.here)
  await makeStaff(at.world, at.here, { userId: colleague.userId, role: 'administrator', secrecy: 'none' })
  await at.keep({ roleClaim: 'groups', 'values-coordinator': 'zorg, buurt', 'values-policyMaker': 'college' })
  const known = person({ email: colleague.email, groups: ['buurt', 'college'] })
  const { browser } = await at.enter(known)
  expect((await browser.get('/inbox')).status).toBe(200)
  expect((await browser.get('/admin/memberships')).status).toBe(403)
  const places = await (await browser.get('/memberships')).text()
  expect(places).toContain('coördinator')
  expect(places).not.toContain('beheerder')
  const { opened, text } = await at.enter({ ...known, groups: ['college'] })
  expect(opened.status).toBe(403)
  expect(text).toContain('geen rol waarvoor u bij Hier bent uitgenodigd')
})

test('what a provider opens works in its municipality only, and changes no way in', async () => {
  const colleague = await makeColleague(at.world, at.here)
  const other = await makeStaff(at.world, at.elsewhere, { userId: colleague.userId, role: 'visitor' })
  const { browser } = await at.enter(person({ email: colleague.email }))
  expect((await browser.get('/today')).status).toBe(200)
  expect(await (await browser.get('/memberships')).text()).not.toContain('Elders')
  expect((await browser.post('/memberships', { membershipId: other.membershipId })).status).toBe(403)
  for (const path of ['/account/passkeys', '/account/password', '/account/second-factor'])
    expect([path, (await browser.get(path)).status]).toEqual([path, 403])
  expect((await browser.post('/account/password', { password: 'kwikstaart oude brug' })).status).toBe(403)
  expect(await (await browser.get('/account')).text()).toContain('U meldde zich aan via uw gemeente')
})

test('an answer counts once, in the browser that asked', async () => {
  const colleague = await makeColleague(at.world, at.here)
  at.there.personIs(person({ email: colleague.email }))
  const browser = browserWithCookies(at.world)
  const back = await at.there.visit((await browser.get(start)).headers.get('location') ?? '')
  const address = back.pathname + back.search
  expect((await browserWithCookies(at.world).get(address)).status).toBe(400)
  expect((await browser.get(address)).status).toBe(303)
  const replayed = await browser.get(address)
  expect(replayed.status).toBe(400)
  expect(await replayed.text()).toContain('klopt niet of komt te laat')
})

test('a code of one attempt does not fit in another, nor does a state of somebody else', async () => {
  const colleague = await makeColleague(at.world, at.here)
  at.there.personIs(person({ email: colleague.email }))
  const [one, other] = [browserWithCookies(at.world), browserWithCookies(at.world)]
  const addressOf = async (browser: typeof one) => new URL((await browser.get(start)).headers.get('location') ?? '')
  const stolen = await at.there.visit((await addressOf(one)).href)
  const own = await addressOf(other)
  const injected = new URLSearchParams({
    ...Object.fromEntries(stolen.searchParams),
    state: own.searchParams.get('state') ?? '',
  })
  expect((await other.get(`${start}/answer?${injected}`)).status).toBe(400)
  expect((await browserWithCookies(at.world).get(`${start}/answer?code=x&state=y`)).status).toBe(400)
})

test('what goes to the provider holds a challenge, a state and a nonce, and no secret', async () => {
  const browser = browserWithCookies(at.world)
  const { searchParams } = new URL((await browser.get(start)).headers.get('location') ?? '')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: answer,
    scope: 'openid email profile',
  })
  const kept = browser.cookies().get('provider') ?? ''
  const values = [searchParams.get('state'), searchParams.get('nonce'), searchParams.get('code_challenge')]
  expect(values.every((value) => (value?.length ?? 0) >= 43 && value !== kept)).toBe(true)
  expect([...searchParams.values()].join(' ')).not.toContain(at.there.clientSecret)
})

test('whoever stops at the provider is back at the ways in', async () => {
  const browser = browserWithCookies(at.world)
  const { searchParams } = new URL((await browser.get(start)).headers.get('location') ?? '')
  const answered = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' })
  expect((await browser.get(`${start}/answer?${answered}`)).headers.get('location')).toBe('/sign-in')
})

test('signing out offers to sign out at the provider as well', async () => {
  const colleague = await makeColleague(at.world, at.here)
  const { browser } = await at.enter(person({ email: colleague.email }))
  const left = await browser.post('/sign-out', {})
  expect(left.headers.get('location')).toBe(`${start}/signed-out`)
  expect((await browser.get('/today')).status).toBe(303)
  expect(await (await browser.get(`${start}/signed-out`)).text()).toContain('Meld ook af bij Werkplek')
  const out = new URL((await browser.get(`${start}/sign-out`)).headers.get('location') ?? '')
  expect([out.origin, out.searchParams.get('post_logout_redirect_uri')]).toEqual([
    at.there.issuer,
    'http://localhost/sign-in',
  ])
})

test('an account keeps its municipality: the same person at the same provider is another one elsewhere', async () => {
  const colleague = await makeColleague(at.world, at.here)
  const known = person({ email: colleague.email })
  await at.enter(known)
  const boss = await makeColleague(at.world, at.elsewhere, { role: 'administrator', secrecy: 'none' })
  const { issuer, clientId, clientSecret } = at.there
  await (await signInByLink(at.world, boss.email)).post('/admin/provider', {
    version: '0',
    name: 'Elders',
    issuer,
    clientId,
    clientSecret,
    isOn: 'on',
  })
  at.there.personIs({ ...known, email: 'iemand@anders.example' })
  const browser = browserWithCookies(at.world)
  const begun = await browser.get('/sign-in/provider/elders')
  const back = await at.there.visit(begun.headers.get('location') ?? '')
  expect((await browser.get(back.pathname + back.search)).status).toBe(403)
})
