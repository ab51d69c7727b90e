import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type KnownThere, type OpenIdProvider, startOpenIdProvider } from '../../../../tests/support/openid-provider.ts'
import { browserWithCookies, makeColleague, signInByLink } from '../../../../tests/support/sign-in.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../access/actor.ts'
import type { Offer } from '../invitations/invitation.ts'
import { invite } from '../invitations/invite.ts'
import { members } from '../memberships/member-store.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
let administrator: StaffActor
let there: OpenIdProvider
const start = '/sign-in/provider/hier'
const answer = `http://localhost${start}/answer`

beforeAll(async () => {
  // The real clock: identity tokens carry moments of the machine.
  world = await openWorld({ clock: () => new Date() }, { sessions: 'real' })
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  administrator = await makeColleague(world, here, { role: 'administrator', secrecy: 'none' })
  there = await startOpenIdProvider([answer, 'http://localhost/sign-in/provider/elders/answer'])
  await keep({})
})
afterAll(async () => {
  await there.stop()
  await world.close()
})
afterEach(() => keep({}))

type Form = Record<string, string>

/** Saves the provider as an administrator does; `over` changes fields. */
async function keep(over: Form): Promise<Response> {
  const browser = await asAdministrator()
  const page = await (await browser.get('/admin/provider')).text()
  const [, version = ''] = page.match(/name="version" value="(\d+)"/) ?? []
  const { issuer, clientId, clientSecret } = there
  const form = { version, name: 'Werkplek', issuer, clientId, clientSecret, isOn: 'on', ...over }
  return browser.post('/admin/provider', form)
}

let adminBrowser: Awaited<ReturnType<typeof signInByLink>> | undefined
async function asAdministrator() {
  adminBrowser ??= await signInByLink(world, `${administrator.userId}@test.example`)
  return adminBrowser
}

/** Goes to the provider as `person` and comes back; gives the page that opens. */
async function enter(person: KnownThere, browser = browserWithCookies(world)) {
  there.personIs(person)
  const back = await there.visit((await browser.get(start)).headers.get('location') ?? '')
  const opened = await browser.get(back.pathname + back.search)
  return { browser, opened, back, text: opened.status === 303 ? '' : await opened.text() }
}

const person = (over: Partial<KnownThere> = {}): KnownThere => {
  const sub = uuidv7()
  return { sub, email: `${sub}@werk.example`, email_verified: true, name: 'Wim De Baere', ...over }
}

async function invited(email: string, over: Partial<Offer> = {}) {
  await world.app.transact(administrator, (tx) =>
    invite(
      tx,
      {
        email,
        role: 'matcher',
        zoneId: here.municipalityZone,
        neighbourhoods: 'all',
        secrecy: 'dutyOfDiscretion',
        secrecyProof: 'afsprakennota',
        secrecyReviewOn: '2099-01-01',
        ...over,
      },
      { id: uuidv7(), address: 'http://localhost', municipalityName: 'Hier', language: 'nl' },
    ),
  )
}

test('whoever was invited enters through the provider of the municipality, and again without an invitation', async () => {
  const wim = person()
  await invited(wim.email ?? '')
  const first = await enter(wim)
  expect([first.opened.status, first.opened.headers.get('location')]).toEqual([303, '/today'])
  expect(await (await first.browser.get('/account')).text()).toContain('Wim De Baere')
  const known = await world.app.transact(administrator, members)
  const member = known.find(({ email }) => email === wim.email)
  expect(member).toMatchObject({ role: 'matcher', secrecy: 'dutyOfDiscretion', secrecyProof: 'afsprakennota' })
  // Known by the provider's number from now on, also under another address.
  const again = await enter({ ...wim, email: 'nieuw@werk.example' })
  expect((await again.browser.get('/today')).status).toBe(200)
})

test('whoever was not invited is told so in plain words, and gets no account', async () => {
  const stranger = person()
  const { opened, text, browser } = await enter(stranger)
  expect(opened.status).toBe(403)
  expect(text).toContain('niemand nodigde u uit bij Hier')
  expect((await browser.get('/today')).status).toBe(303)
  const accounts = world.database.owner
    .selectFrom('identity.account')
    .select('id')
    .where('email', '=', stranger.email ?? '')
  expect(await accounts.execute()).toEqual([])
})

test('an invitation that was taken back, or of another municipality, opens nothing', async () => {
  const wim = person()
  await invited(wim.email ?? '')
  await world.database.owner
    .updateTable('identity.invitation')
    .set({ withdrawn_at: new Date() })
    .where('email', '=', wim.email ?? '')
    .execute()
  expect((await enter(wim)).opened.status).toBe(403)
  const stranger = await makeColleague(world, elsewhere)
  expect((await enter(person({ email: stranger.email }))).opened.status).toBe(403)
})

test('an address that the provider does not confirm names nobody', async () => {
  const colleague = await makeColleague(world, here)
  const { opened, text } = await enter(person({ email: colleague.email, email_verified: false }))
  expect(opened.status).toBe(403)
  expect(text).toContain('bevestigt uw e-mailadres niet')
})

test('P6 a role counts when an administrator gave it and the provider names it', async () => {
  const colleague = await makeColleague(world, here)
  await makeStaff(world, here, { userId: colleague.userId, role: 'administrator', secrecy: 'none' })
  await keep({ roleClaim: 'groups', 'values-coordinator': 'zorg, buurt', 'values-policyMaker': 'college' })
  const known = person({ email: colleague.email, groups: ['buurt', 'college'] })
  const { browser } = await enter(known)
  expect((await browser.get('/inbox')).status).toBe(200)
  expect((await browser.get('/admin/memberships')).status).toBe(403)
  const places = await (await browser.get('/memberships')).text()
  expect(places).toContain('coördinator')
  expect(places).not.toContain('beheerder')
  const { opened, text } = await enter({ ...known, groups: ['college'] })
  expect(opened.status).toBe(403)
  expect(text).toContain('geen rol waarvoor u bij Hier bent uitgenodigd')
})

test('what a provider opens works in its municipality only, and changes no way in', async () => {
  const colleague = await makeColleague(world, here)
  const other = await makeStaff(world, elsewhere, { userId: colleague.userId, role: 'visitor' })
  const { browser } = await enter(person({ email: colleague.email }))
  expect((await browser.get('/today')).status).toBe(200)
  expect(await (await browser.get('/memberships')).text()).not.toContain('Elders')
  expect((await browser.post('/memberships', { membershipId: other.membershipId })).status).toBe(403)
  for (const path of ['/account/passkeys', '/account/password', '/account/second-factor'])
    expect([path, (await browser.get(path)).status]).toEqual([path, 403])
  expect((await browser.post('/account/password', { password: 'kwikstaart oude brug' })).status).toBe(403)
  expect(await (await browser.get('/account')).text()).toContain('U meldde zich aan via uw gemeente')
})

test('an answer counts once, in the browser that asked', async () => {
  const colleague = await makeColleague(world, here)
  there.personIs(person({ email: colleague.email }))
  const browser = browserWithCookies(world)
  const back = await there.visit((await browser.get(start)).headers.get('location') ?? '')
  const address = back.pathname + back.search
  expect((await browserWithCookies(world).get(address)).status).toBe(400)
  expect((await browser.get(address)).status).toBe(303)
  const replayed = await browser.get(address)
  expect(replayed.status).toBe(400)
  expect(await replayed.text()).toContain('klopt niet of komt te laat')
})

test('a code of one attempt does not fit in another, nor does a state of somebody else', async () => {
  const colleague = await makeColleague(world, here)
  there.personIs(person({ email: colleague.email }))
  const [one, other] = [browserWithCookies(world), browserWithCookies(world)]
  const addressOf = async (browser: typeof one) => new URL((await browser.get(start)).headers.get('location') ?? '')
  const stolen = await there.visit((await addressOf(one)).href)
  const own = await addressOf(other)
  const injected = new URLSearchParams({
    ...Object.fromEntries(stolen.searchParams),
    state: own.searchParams.get('state') ?? '',
  })
  expect((await other.get(`${start}/answer?${injected}`)).status).toBe(400)
  expect((await browserWithCookies(world).get(`${start}/answer?code=x&state=y`)).status).toBe(400)
})

test('what goes to the provider holds a challenge, a state and a nonce, and no secret', async () => {
  const browser = browserWithCookies(world)
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
  expect([...searchParams.values()].join(' ')).not.toContain(there.clientSecret)
})

test('whoever stops at the provider is back at the ways in', async () => {
  const browser = browserWithCookies(world)
  const { searchParams } = new URL((await browser.get(start)).headers.get('location') ?? '')
  const answered = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' })
  expect((await browser.get(`${start}/answer?${answered}`)).headers.get('location')).toBe('/sign-in')
})

test('signing out offers to sign out at the provider as well', async () => {
  const colleague = await makeColleague(world, here)
  const { browser } = await enter(person({ email: colleague.email }))
  const left = await browser.post('/sign-out', {})
  expect(left.headers.get('location')).toBe(`${start}/signed-out`)
  expect((await browser.get('/today')).status).toBe(303)
  expect(await (await browser.get(`${start}/signed-out`)).text()).toContain('Meld ook af bij Werkplek')
  const out = new URL((await browser.get(`${start}/sign-out`)).headers.get('location') ?? '')
  expect([out.origin, out.searchParams.get('post_logout_redirect_uri')]).toEqual([
    there.issuer,
    'http://localhost/sign-in',
  ])
})

test('the page of signing in offers the provider while it is on, and its secret is sealed', async () => {
  const page = async () => (await browserWithCookies(world).get('/sign-in')).text()
  expect(await page()).toContain('Aanmelden via Werkplek')
  const browser = await asAdministrator()
  expect(await (await browser.get('/admin/provider')).text()).not.toContain(there.clientSecret)
  const row = await world.database.owner.selectFrom('identity.provider').selectAll().executeTakeFirstOrThrow()
  expect(row.client_secret_sealed.includes(Buffer.from(there.clientSecret))).toBe(false)
  await keep({ isOn: '' })
  expect(await page()).not.toContain('Aanmelden via Werkplek')
  expect((await browserWithCookies(world).get(start)).status).toBe(404)
})

test('a provider that went away gives a page that says so, with the other ways', async () => {
  const away = await startOpenIdProvider([answer])
  await keep({ issuer: away.issuer })
  await away.stop()
  const gone = await browserWithCookies(world).get(start)
  expect(gone.status).toBe(502)
  expect(await gone.text()).toContain('Werkplek antwoordt niet')
})

test('an administrator cannot turn on a provider that does not answer, and sees what was typed', async () => {
  const away = await startOpenIdProvider([answer])
  await away.stop()
  const page = await keep({ issuer: away.issuer, clientSecret: '' })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('De dienst antwoordt niet op dit adres')
  expect(text).toContain(away.issuer)
  expect((await keep({ issuer: away.issuer, isOn: '' })).status).toBe(303)
})

test.each<[Form, string]>([
  [{ issuer: 'geen adres' }, '#f-issuer'],
  [{ issuer: 'ftp://werk.example' }, '#f-issuer'],
  [{ name: '' }, '#f-name'],
  [{ roleClaim: 'groups' }, '#f-roleClaim'],
  [{ 'values-visitor': 'bezoek' }, '#f-roleClaim'],
])('an administrator mends %j', async (over, field) => {
  const page = await keep(over)
  expect(page.status).toBe(422)
  expect(await page.text()).toContain(`href="${field}"`)
})

test('two administrators who change the provider at once lose nothing: the second sees what the first did', async () => {
  const browser = await asAdministrator()
  const { issuer, clientId } = there
  const late = await browser.post('/admin/provider', { version: '1', name: 'Anders', issuer, clientId })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('value="Werkplek"')
})

test('an account keeps its municipality: the same person at the same provider is another one elsewhere', async () => {
  const colleague = await makeColleague(world, here)
  const known = person({ email: colleague.email })
  await enter(known)
  const boss = await makeColleague(world, elsewhere, { role: 'administrator', secrecy: 'none' })
  const { issuer, clientId, clientSecret } = there
  await (await signInByLink(world, boss.email)).post('/admin/provider', {
    version: '0',
    name: 'Elders',
    issuer,
    clientId,
    clientSecret,
    isOn: 'on',
  })
  there.personIs({ ...known, email: 'iemand@anders.example' })
  const browser = browserWithCookies(world)
  const begun = await browser.get('/sign-in/provider/elders')
  const back = await there.visit(begun.headers.get('location') ?? '')
  expect((await browser.get(back.pathname + back.search)).status).toBe(403)
})
