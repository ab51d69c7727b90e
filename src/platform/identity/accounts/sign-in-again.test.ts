import { expect, test } from 'vitest'
import {
  makeColleague,
  moveClock,
  onADayEach,
  signInByLink,
  tokenMailedTo,
} from '../../../../tests/support/sign-in/sign-in.ts'
import type { TestMunicipality, World } from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})
const later = (minutes: number) => moveClock(world, new Date(world.now().getTime() + minutes * 60_000).toISOString())

const waysIn = ['/account/password', '/account/second-factor', '/account/passkeys', '/account/mail-links/ending']

test('who signed in a short while ago changes how they sign in', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  later(14)
  expect((await browser.get('/account/passkeys')).status).toBe(200)
  expect((await browser.post('/account/password', { password: 'kwikstaart oude brug' })).status).toBe(303)
})

test.each(waysIn)('whoever finds a screen open after a while makes no way in of their own: %s', async (path) => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  later(16)
  expect((await browser.get('/account')).status).toBe(200)
  const answer = await browser.post(path, { password: 'kwikstaart oude brug', name: 'x', credential: 'x' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('action="/account/sign-in-again"')
})

test.each(['/account/sessions/ending', '/account/sessions/01900000-0000-7000-8000-000000000000/ending'])(
  'whoever finds a screen open after a while signs nobody out elsewhere: %s',
  async (path) => {
    const { email } = await makeColleague(world, here)
    const elsewhere = await signInByLink(world, email)
    const browser = await signInByLink(world, email)
    later(16)
    expect((await browser.post(path, {})).status).toBe(403)
    expect((await elsewhere.get('/account')).status).toBe(200)
  },
)

test('signing in again leads back to the account, and changing goes on', async () => {
  const { email } = await makeColleague(world, here)
  const browser = await signInByLink(world, email)
  later(16)
  const again = await browser.post('/account/sign-in-again', {})
  expect(again.headers.get('location')).toBe('/sign-in')
  expect((await browser.get('/account')).status).toBe(303)
  const entered = await browser.post('/sign-in/link', { token: await tokenMailedTo(world, email) })
  expect(entered.headers.get('location')).toBe('/account')
  expect((await browser.post('/account/password', { password: 'kwikstaart oude brug' })).status).toBe(303)
})
