import { expect, test } from 'vitest'
import {
  browserWithCookies,
  makeColleague,
  onADayEach,
  signInByLink,
  tokenMailedTo,
} from '../../../../tests/support/sign-in/sign-in.ts'
import type { TestMunicipality, World } from '../../../../tests/support/world.ts'
import { everyone } from '../../access/rule.ts'
import { ruleOf } from '../../http/index.ts'

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})

const cookiesOf = (browser: ReturnType<typeof browserWithCookies>) =>
  [...browser.cookies()].map(([name, value]) => `${name}=${value}`).join('; ')
const opens = async (cookie: string) => (await browserWithCookies(world).get('/today', { cookie })).status === 200

test('every sign-in makes a session of its own, whatever cookie the browser brought', async () => {
  const { email } = await makeColleague(world, here)
  const planted = 'gekozen-door-een-ander'
  const token = await tokenMailedTo(world, email)
  const entered = await world.app.web.request('http://localhost/sign-in/link', {
    method: 'POST',
    body: new URLSearchParams({ token }),
    headers: {
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `meernet.session_token=${planted}`,
    },
  })
  const given = entered.headers.getSetCookie().find((line) => line.includes('session_token')) ?? ''
  expect(given).not.toContain(planted)
  expect(await opens(`meernet.session_token=${planted}`)).toBe(false)
})

test('a session that somebody began in a browser ends when another signs in there', async () => {
  const [rita, omar] = [await makeColleague(world, here), await makeColleague(world, here)]
  const browser = await signInByLink(world, rita.email)
  const kept = cookiesOf(browser)
  expect(await opens(kept)).toBe(true)
  await browser.post('/sign-in/link', { token: await tokenMailedTo(world, omar.email) })
  expect(await opens(kept)).toBe(false)
  expect((await browser.get('/today')).status).toBe(200)
})

test('a session of the same person in another browser goes on', async () => {
  const { email } = await makeColleague(world, here)
  const [desk, phone] = [await signInByLink(world, email), await signInByLink(world, email)]
  expect([(await desk.get('/today')).status, (await phone.get('/today')).status]).toEqual([200, 200])
  await desk.post('/sign-out', {})
  expect([(await desk.get('/today')).status, (await phone.get('/today')).status]).toEqual([303, 200])
})

test('what a thief of the database finds of a session opens nothing: the cookie is signed', async () => {
  const { email, userId } = await makeColleague(world, here)
  await signInByLink(world, email)
  const { token } = await world.database.owner
    .selectFrom('identity.session')
    .select('token')
    .where('account_id', '=', userId)
    .executeTakeFirstOrThrow()
  expect(await opens(`meernet.session_token=${token}`)).toBe(false)
  expect(await opens(`meernet.session_token=${token}.${Buffer.alloc(32).toString('base64')}`)).toBe(false)
})

test('a cookie with one letter changed opens nothing', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  const [, value = ''] = cookiesOf(browser).match(/session_token=([^;]+)/) ?? []
  const changed = (value.startsWith('A') ? 'B' : 'A') + value.slice(1)
  expect(await opens(`meernet.session_token=${value}`)).toBe(true)
  expect(await opens(`meernet.session_token=${changed}`)).toBe(false)
})

test('an ended session is refused on every route that asks who acts', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  const cookie = cookiesOf(browser)
  await browser.post('/account/sessions/ending', {})
  const guarded = world.app.web.routes.filter(({ handler }) => {
    const rule = ruleOf(handler)
    return rule !== undefined && rule !== everyone
  })
  expect(guarded.length).toBeGreaterThan(100)
  const letIn: string[] = []
  for (const { method, path } of guarded) {
    const address = path.replace(/:[A-Za-z]+(\{[^}]*\})?/g, '0193b8a2-0000-7000-8000-000000000000')
    const answer = await world.app.web.request(`http://localhost${address}`, {
      method,
      redirect: 'manual',
      headers: { cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' && { body: '' }),
    })
    const isSentAway =
      answer.status === 401 || (answer.status === 303 && answer.headers.get('location')?.startsWith('/sign-in'))
    if (!isSentAway) letIn.push(`${method} ${path}: ${answer.status}`)
  }
  expect(letIn).toEqual([])
})

test('a link holds at least 128 bits of chance, and none is like another', async () => {
  const { email } = await makeColleague(world, here)
  const tokens = [await tokenMailedTo(world, email), await tokenMailedTo(world, email)]
  expect(new Set(tokens).size).toBe(2)
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{22,}$/.test(token))).toBe(true)
})

test.each<[string, (tried: number) => [string, Record<string, string>], number]>([
  ['a link', (tried: number) => ['/sign-in/link', { token: `x${tried}` }], 410],
  ['an invitation', (tried: number) => [`/invitations/x${tried}`, { name: 'A', language: 'nl' }], 410],
  [
    'a reset of a password',
    (tried: number) => ['/sign-in/password/new', { token: `x${tried}`, password: 'kwikstaart oude brug' }],
    410,
  ],
  ['a code', (tried: number) => ['/sign-in/code', { code: String(100_000 + tried) }], 422],
  ['a passkey', (tried: number) => ['/sign-in/passkey', { credential: `x${tried}` }], 422],
])('%s is guessed sixty times in a quarter of an hour from one place, not more', async (_what, guess, wrong) => {
  const statuses: number[] = []
  for (let tried = 0; tried < 61; tried += 1)
    statuses.push((await browserWithCookies(world).post(...guess(tried))).status)
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([wrong]))
  expect(statuses[60]).toBe(429)
})

test('P5 a coordinator whose secrecy ran out sees what a community worker may, and not more', async () => {
  const { email, membershipId } = await makeColleague(world, here)
  const worker = await signInByLink(
    world,
    (await makeColleague(world, here, { role: 'communityWorker', secrecy: 'dutyOfDiscretion' })).email,
  )
  const browser = await signInByLink(world, email)
  const yesterday = new Date(world.now().getTime() - 86_400_000).toISOString().slice(0, 10)
  await world.database.owner
    .updateTable('identity.membership')
    .set({ secrecy_review_on: yesterday })
    .where('id', '=', membershipId)
    .execute()
  const pages = ['/inbox', '/cases', '/concerns', '/visits/refused', '/campaigns', '/volunteers', '/services']
  const seenBy = async (somebody: typeof browser) =>
    Promise.all(pages.map(async (page) => (await somebody.get(page)).status === 200))
  const [ofCoordinator, ofWorker] = [await seenBy(browser), await seenBy(worker)]
  expect(pages.filter((_, index) => ofCoordinator[index] && !ofWorker[index])).toEqual([])
  expect(ofCoordinator[pages.indexOf('/inbox')]).toBe(false)
  expect(ofCoordinator[pages.indexOf('/campaigns')]).toBe(true)
})
