import { expect, test } from 'vitest'
import { type Dishonest, passkeyDevice, questionIn } from '../../../../tests/support/sign-in/passkey-device.ts'
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

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})
const later = (seconds: number) => moveClock(world, new Date(world.now().getTime() + seconds * 1000).toISOString())

const path = '/account/passkeys'
type Web = Awaited<ReturnType<typeof signInByLink>>
const pageOf = async (browser: Web, address: string) => (await browser.get(address)).text()
const add = async (browser: Web, device = passkeyDevice(), name = 'telefoon', over: Dishonest = {}) =>
  browser.post(path, { name, credential: device.make(questionIn(await pageOf(browser, path), 'create'), over) })

/** Somebody signed in by a link who added a passkey. */
async function withPasskey() {
  const colleague = await makeColleague(world, here)
  const browser = await signInByLink(world, colleague.email)
  const device = passkeyDevice()
  const added = await add(browser, device)
  return { ...colleague, browser, device, added }
}

/** Somebody at a browser of no one, with the question of its page of signing in. */
async function atTheDoor() {
  const browser = browserWithCookies(world)
  return { browser, question: questionIn(await pageOf(browser, '/sign-in'), 'get') }
}

test('a passkey added to an account signs in, and its owner gets a mail', async () => {
  const { device, email, added } = await withPasskey()
  expect(added.headers.get('location')).toBe(path)
  expect((await mailTo(world, email))?.subject).toBe('Uw aanmelding bij Meernet is gewijzigd')
  const { browser, question } = await atTheDoor()
  const entered = await browser.post('/sign-in/passkey', { credential: device.give(question) })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/today'])
  expect((await browser.get('/today')).status).toBe(200)
  expect(await pageOf(browser, path)).toContain('laatst gebruikt')
})

test('an answer of a passkey counts once, in whatever browser, also of a device that does not count', async () => {
  const { device } = await withPasskey()
  const { browser, question } = await atTheDoor()
  // Passkeys that travel between devices always say 0.
  const credential = device.give(question, { signCount: 0 })
  expect((await browser.post('/sign-in/passkey', { credential })).status).toBe(303)
  expect((await browserWithCookies(world).post('/sign-in/passkey', { credential })).status).toBe(422)
})

test('the question of a page is answered within ten minutes', async () => {
  const { device } = await withPasskey()
  const { browser, question } = await atTheDoor()
  later(600)
  expect((await browser.post('/sign-in/passkey', { credential: device.give(question) })).status).toBe(422)
})

test.each<[string, Dishonest]>([
  ['given on another site', { origin: 'https://meernet.example.org' }],
  ['meant for another site', { rpId: 'example.org' }],
  ['of a device that its owner did not unlock', { isUnverified: true }],
  ['of another kind', { type: 'webauthn.create' }],
])('an answer %s opens nothing', async (_what, over) => {
  const { device } = await withPasskey()
  const { browser, question } = await atTheDoor()
  const refused = await browser.post('/sign-in/passkey', { credential: device.give(question, over) })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Deze passkey werkt hier niet')
  expect((await browser.get('/today')).status).toBe(303)
})

test('a copy of a passkey, which counts from where it was copied, opens nothing', async () => {
  const { device } = await withPasskey()
  const enter = async (over: Dishonest) => {
    const { browser, question } = await atTheDoor()
    return (await browser.post('/sign-in/passkey', { credential: device.give(question, over) })).status
  }
  expect([await enter({ signCount: 5 }), await enter({ signCount: 5 }), await enter({ signCount: 6 })]).toEqual([
    303, 422, 303,
  ])
})

test('a passkey of a device we do not know, or no answer at all, opens nothing', async () => {
  const { browser, question } = await atTheDoor()
  for (const credential of [passkeyDevice().give(question), '', '{}', 'geen json', '{"id":"x"}'])
    expect((await browser.post('/sign-in/passkey', { credential })).status).toBe(422)
})

test('a passkey answers the question its own account was asked, not that of somebody else', async () => {
  const [one, other] = [await withPasskey(), await signInByLink(world, (await makeColleague(world, here)).email)]
  const question = questionIn(await pageOf(one.browser, path), 'create')
  const credential = passkeyDevice().make(question)
  expect((await other.post(path, { name: 'gestolen', credential })).status).toBe(422)
  expect((await one.browser.post(path, { name: 'laptop', credential })).status).toBe(303)
})

test('the question for adding is no question for entering', async () => {
  const { browser, device } = await withPasskey()
  const credential = device.give({ ...questionIn(await pageOf(browser, path), 'create'), rpId: 'localhost' })
  expect((await browserWithCookies(world).post('/sign-in/passkey', { credential })).status).toBe(422)
})

test('the same device is not added twice, nor to two accounts', async () => {
  const { browser, device } = await withPasskey()
  expect((await add(browser, device)).status).toBe(422)
  const other = await signInByLink(world, (await makeColleague(world, here)).email)
  expect((await add(other, device)).status).toBe(422)
})

test('without a name a passkey is not kept, and the page keeps asking', async () => {
  const { browser } = await withPasskey()
  const page = await add(browser, passkeyDevice(), '')
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('href="#f-name"')
})

test('its owner names a passkey and removes it; nobody else can', async () => {
  const { browser, device } = await withPasskey()
  const other = await signInByLink(world, (await makeColleague(world, here)).email)
  const [, id = ''] = (await pageOf(browser, path)).match(/href="\/account\/passkeys\/([0-9a-f-]{36})"/) ?? []
  expect((await other.get(`${path}/${id}`)).status).toBe(404)
  expect((await other.post(`${path}/${id}`, { name: 'van mij' })).status).toBe(404)
  expect((await other.post(`${path}/${id}/ending`, {})).status).toBe(404)
  expect((await browser.post(`${path}/${id}`, { name: '' })).status).toBe(422)
  await browser.post(`${path}/${id}`, { name: 'sleutelhanger' })
  expect(await pageOf(browser, path)).toContain('sleutelhanger')
  expect((await browser.post(`${path}/${id}/ending`, {})).status).toBe(303)
  const { browser: door, question } = await atTheDoor()
  expect((await door.post('/sign-in/passkey', { credential: device.give(question) })).status).toBe(422)
})

test('with two passkeys the way through the mailbox can be shut, and then none of them can go', async () => {
  const { browser, email } = await withPasskey()
  const shut = () => browser.post('/account/mail-links/ending', {})
  await shut()
  expect(await pageOf(browser, '/account')).not.toContain('Uitgezet')
  await add(browser)
  const token = await tokenMailedTo(world, email)
  await shut()
  expect(await pageOf(browser, '/account')).toContain('Uitgezet')
  const [, id = ''] = (await pageOf(browser, path)).match(/href="\/account\/passkeys\/([0-9a-f-]{36})"/) ?? []
  const kept = await browser.post(`${path}/${id}/ending`, {})
  expect(kept.status).toBe(409)
  expect(await kept.text()).toContain('te weinig manieren')
  expect((await browserWithCookies(world).post('/sign-in/link', { token })).status).toBe(410)
  await browserWithCookies(world).post('/sign-in/links', { email })
  const mail = await mailTo(world, email)
  expect(linkIn(mail).pathname).toBe('/sign-in')
  await browser.post('/account/mail-links/opening', {})
  expect((await browser.post(`${path}/${id}/ending`, {})).status).toBe(303)
  expect((await (await signInByLink(world, email)).get('/today')).status).toBe(200)
})

test('without script or a browser that knows passkeys the page says which ways there are', async () => {
  const { browser } = await withPasskey()
  const page = await pageOf(browser, path)
  expect(page).toMatch(/<form[^>]*data-passkey="create"[^>]*hidden/)
  expect(page).toContain('Met een link, of met wachtwoord en code')
})
