import { TOTP } from 'otpauth'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { passkeyDevice, questionIn } from '../../../../tests/support/sign-in/passkey-device.ts'
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
import type { TestMunicipality, World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../access/actor.ts'
import { invite } from '../invitations/invite.ts'

/** Somebody plants a session of their own, or a cookie of their choice, in the browser that another is about to sign in with. */
let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})

type Web = ReturnType<typeof browserWithCookies>
/** Prepares an account with a way in, and gives what enters with it in a browser. */
type Way = () => Promise<(browser: Web) => Promise<Response>>

const byLink: Way = async () => {
  const { email } = await makeColleague(world, here)
  return async (browser) => browser.post('/sign-in/link', { token: await tokenMailedTo(world, email) })
}

const byPasskey: Way = async () => {
  const { email } = await makeColleague(world, here)
  const own = await signInByLink(world, email)
  const device = passkeyDevice()
  const path = '/account/passkeys'
  const asked = questionIn(await (await own.get(path)).text(), 'create')
  expect((await own.post(path, { name: 'telefoon', credential: device.make(asked) })).status).toBe(303)
  const question = questionIn(await (await browserWithCookies(world).get('/sign-in')).text(), 'get')
  return (browser) => browser.post('/sign-in/passkey', { credential: device.give(question) })
}

const byPassword: Way = async () => {
  const { email } = await makeColleague(world, here)
  const own = await signInByLink(world, email)
  const password = 'kwikstaart oude brug'
  await own.post('/account/password', { password })
  const page = await (await own.post('/account/second-factor', { password })).text()
  const [, secret = ''] = page.match(/<code[^>]*>([^<]+)<\/code>/) ?? []
  const totp = new TOTP({ secret: secret.replaceAll(' ', '') })
  const codeNow = () => totp.generate({ timestamp: world.now().getTime() })
  await own.post('/account/second-factor/verification', { code: codeNow() })
  moveClock(world, new Date(world.now().getTime() + 60_000).toISOString())
  return async (browser) => {
    await browser.post('/sign-in/password', { email, password })
    return browser.post('/sign-in/code', { code: codeNow() })
  }
}

const byInvitation: Way = async () => {
  const email = `${uuidv7()}@test.example`
  const offer = {
    email,
    role: 'visitor',
    zoneId: here.municipalityZone,
    neighbourhoods: 'all',
    secrecy: 'none',
  } as const
  const from = { id: uuidv7(), address: 'http://localhost', municipalityName: 'Testgem', language: 'nl' } as const
  await world.app.transact(systemActor(here.id, 'test'), (tx) =>
    invite(tx, { ...offer, secrecyProof: null, secrecyReviewOn: null }, from),
  )
  const { pathname } = linkIn(await mailTo(world, email))
  return (browser) => browser.post(pathname, { name: 'Rita Goossens', language: 'nl' })
}

const ways: readonly (readonly [string, Way])[] = [
  ['a link in a mail', byLink],
  ['a passkey', byPasskey],
  ['a password and a code', byPassword],
  ['an invitation', byInvitation],
]
const sessionOf = (browser: Web) => browser.cookies().get('meernet.session_token') ?? ''
const opens = async (session: string) =>
  (await browserWithCookies(world).get('/today', { cookie: `meernet.session_token=${session}` })).status === 200

test.each(ways)('whoever planted their own session is not in the account that enters by %s', async (_way, prepare) => {
  const enter = await prepare()
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  const planted = sessionOf(browser)
  expect(await opens(planted)).toBe(true)
  expect((await enter(browser)).status).toBe(303)
  expect([await opens(planted), await opens(sessionOf(browser))]).toEqual([false, true])
})

test.each(ways)(
  'a cookie of somebody’s choice never becomes the session of who enters by %s',
  async (_way, prepare) => {
    const enter = await prepare()
    const browser = browserWithCookies(world)
    const chosen = `${'k'.repeat(32)}.${Buffer.alloc(32, 7).toString('base64')}`
    const withChosen: Web = {
      ...browser,
      post: (path, form) => {
        if (browser.cookies().size === 0) plant(browser, chosen)
        return browser.post(path, form)
      },
    }
    expect((await enter(withChosen)).status).toBe(303)
    expect(sessionOf(browser)).not.toContain(chosen)
    expect([await opens(chosen), await opens(sessionOf(browser))]).toEqual([false, true])
  },
)

/** What another page of the same site, or a program on the machine, puts among the cookies. */
const plant = (browser: Web, session: string) =>
  (browser.cookies() as Map<string, string>).set('meernet.session_token', session)
