import { expect, test } from 'vitest'
import {
  browserWithCookies,
  linkIn,
  mailTo,
  makeColleague,
  moveClock,
  onADayEach,
  signInByLink,
  tokenMailedTo,
} from '../../../../tests/support/sign-in/sign-in.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})
const later = (minutes: number) => moveClock(world, new Date(world.now().getTime() + minutes * 60_000).toISOString())

test('a link in a mail signs in, once', async () => {
  const colleague = await makeColleague(world, here)
  const browser = browserWithCookies(world)
  const token = await tokenMailedTo(world, colleague.email)
  const entered = await browser.post('/sign-in/link', { token })
  expect(entered.headers.get('location')).toBe('/today')
  expect((await browser.get('/today')).status).toBe(200)
  expect((await browserWithCookies(world).post('/sign-in/link', { token })).status).toBe(410)
})

test('opening a link does not use it up: programs that inspect mail do that too', async () => {
  const colleague = await makeColleague(world, here)
  const token = await tokenMailedTo(world, colleague.email)
  for (let opened = 0; opened < 3; opened += 1)
    expect((await browserWithCookies(world).get(`/sign-in/link?token=${token}`)).status).toBe(200)
  expect((await browserWithCookies(world).post('/sign-in/link', { token })).status).toBe(303)
})

test('a link works for ten minutes', async () => {
  const colleague = await makeColleague(world, here)
  const token = await tokenMailedTo(world, colleague.email)
  later(11)
  expect((await browserWithCookies(world).post('/sign-in/link', { token })).status).toBe(410)
})

test('a thief of the database holds no link that works', async () => {
  const token = await tokenMailedTo(world, (await makeColleague(world, here)).email)
  const kept = await world.database.owner.selectFrom('identity.verification').selectAll().execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('an address without account gets the same answer, and no mail', async () => {
  const colleague = await makeColleague(world, here)
  const known = await browserWithCookies(world).post('/sign-in/links', { email: colleague.email })
  const unknown = await browserWithCookies(world).post('/sign-in/links', { email: 'niemand@test.example' })
  expect([unknown.status, unknown.headers.get('location')]).toEqual([known.status, known.headers.get('location')])
  expect(await mailTo(world, colleague.email)).toBeDefined()
  expect(await mailTo(world, 'niemand@test.example')).toBeUndefined()
})

test('the mail says that there is a link and nothing else', async () => {
  const colleague = await makeColleague(world, here, { name: 'Greet Vandenbroucke' })
  await browserWithCookies(world).post('/sign-in/links', { email: colleague.email })
  const mail = await mailTo(world, colleague.email)
  expect(`${mail?.subject} ${mail?.text}`).not.toContain('Greet')
  expect(linkIn(mail).pathname).toBe('/sign-in/link')
})

test('an address that is none gives the same page with what was typed', async () => {
  const page = await browserWithCookies(world).post('/sign-in/links', { email: 'geen adres' })
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('value="geen adres"')
})

test('after five mails to one address the next is refused, account or not', async () => {
  const { email } = await makeColleague(world, here)
  for (const address of [email, 'onbekend@test.example']) {
    const statuses = []
    for (let asked = 0; asked < 6; asked += 1)
      statuses.push((await browserWithCookies(world).post('/sign-in/links', { email: address })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  }
})

test('a wrong link is tried sixty times from one place, not more', async () => {
  const tries = []
  for (let tried = 0; tried < 61; tried += 1)
    tries.push((await browserWithCookies(world).post('/sign-in/link', { token: `x${tried}` })).status)
  expect(tries.slice(0, 60).every((status) => status === 410)).toBe(true)
  expect(tries[60]).toBe(429)
})

test('a session that was signed out does not come back with its cookie', async () => {
  const colleague = await makeColleague(world, here)
  const browser = await signInByLink(world, colleague.email)
  const stolen = [...browser.cookies()].map(([name, value]) => `${name}=${value}`).join('; ')
  expect((await browser.post('/sign-out', {})).headers.get('location')).toBe('/')
  expect(browser.cookies().size).toBe(0)
  const replay = await browserWithCookies(world).get('/today', { cookie: stolen })
  expect(replay.headers.get('location')).toBe('/sign-in?next=%2Ftoday')
})

test('an hour of silence ends a session at a desk, not that of a visitor on a round', async () => {
  const [desk, round] = await Promise.all(
    (['coordinator', 'visitor'] as const).map(async (role) =>
      signInByLink(world, (await makeColleague(world, here, { role })).email),
    ),
  )
  later(59)
  expect((await desk?.get('/today'))?.status).toBe(200)
  later(59)
  expect((await desk?.get('/today'))?.status).toBe(200)
  later(61)
  expect((await desk?.get('/today'))?.status).toBe(303)
  expect((await round?.get('/today'))?.status).toBe(200)
})

test('a session ends after twelve hours, however busy', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  for (let busy = 0; busy < 14; busy += 1) {
    later(50)
    expect((await browser.get('/today')).status).toBe(200)
  }
  later(21)
  expect((await browser.get('/today')).status).toBe(303)
})

test('a session cookie is out of reach of scripts and other sites', async () => {
  const colleague = await makeColleague(world, here)
  const token = await tokenMailedTo(world, colleague.email)
  const entered = await browserWithCookies(world).post('/sign-in/link', { token })
  const cookie = entered.headers.getSetCookie().find((line) => line.includes('session_token'))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
})

test('whoever is not signed in comes back to where they were going', async () => {
  const colleague = await makeColleague(world, here)
  const browser = browserWithCookies(world)
  const sent = await browser.get('/account')
  await browser.get(sent.headers.get('location') ?? '')
  const token = await tokenMailedTo(world, colleague.email)
  expect((await browser.post('/sign-in/link', { token })).headers.get('location')).toBe('/account')
})

test('a next page on another site is not followed', async () => {
  const colleague = await makeColleague(world, here)
  const browser = browserWithCookies(world)
  await browser.get('/sign-in?next=//elsewhere.example')
  const token = await tokenMailedTo(world, colleague.email)
  expect((await browser.post('/sign-in/link', { token })).headers.get('location')).toBe('/today')
})

test('over https the cookie travels over https and to this host only', async () => {
  const secure = await openWorld({ isHttps: true }, { sessions: 'real' })
  moveClock(secure, world.now().toISOString())
  const colleague = await makeColleague(secure, await makeMunicipality(secure))
  const token = await tokenMailedTo(secure, colleague.email)
  const entered = await browserWithCookies(secure).post('/sign-in/link', { token })
  await secure.close()
  expect(entered.headers.getSetCookie().find((line) => line.includes('session_token'))).toMatch(/^__Host-.*; Secure/)
})
