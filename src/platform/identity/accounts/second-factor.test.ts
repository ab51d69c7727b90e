import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import {
  browserWithCookies,
  linkIn,
  mailTo,
  makeColleague,
  moveClock,
  onADayEach,
  signInByLink,
} from '../../../../tests/support/sign-in/sign-in.ts'
import type { TestMunicipality, World } from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})
const later = (seconds: number) => moveClock(world, new Date(world.now().getTime() + seconds * 1000).toISOString())
const password = 'kwikstaart oude brug'

/** Somebody signed in by a link, with a password; with codes as well when asked. */
async function withPassword({ codes }: { readonly codes: boolean }) {
  const { email } = await makeColleague(world, here)
  const browser = await signInByLink(world, email)
  await browser.post('/account/password', { password })
  if (!codes) return { email, browser, codeNow: () => '', backupCodes: [] }
  const page = await (await browser.post('/account/second-factor', { password })).text()
  const values = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, value = '']) => value)
  const totp = new TOTP({ secret: values[0]?.replaceAll(' ', '') ?? '' })
  const codeNow = () => totp.generate({ timestamp: world.now().getTime() })
  const confirmed = await browser.post('/account/second-factor/verification', { code: codeNow() })
  expect(confirmed.headers.get('location')).toBe('/account')
  later(60)
  return { email, browser, codeNow, backupCodes: values.slice(1) }
}

/** The list of backup codes as it stands in the database. */
async function codesKept(email: string): Promise<string> {
  const kept = await world.database.owner
    .selectFrom('identity.two_factor as t')
    .innerJoin('identity.account as a', 'a.id', 't.account_id')
    .select('t.backup_codes')
    .where('a.email', '=', email)
    .executeTakeFirstOrThrow()
  return kept.backup_codes
}

async function signInWith(email: string, typed = password) {
  const browser = browserWithCookies(world)
  return { browser, answer: await browser.post('/sign-in/password', { email, password: typed }) }
}

test('a password asks a code of the app, and both together sign in', async () => {
  const { email, codeNow } = await withPassword({ codes: true })
  const { browser, answer } = await signInWith(email)
  expect(answer.headers.get('location')).toBe('/sign-in/code')
  expect((await browser.get('/today')).status).toBe(303)
  const entered = await browser.post('/sign-in/code', { code: codeNow() })
  expect(entered.headers.get('location')).toBe('/today')
  expect((await browser.get('/today')).status).toBe(200)
})

test('the page that connects an app shows a QR code, the same as a key, and ten backup codes', async () => {
  const { email } = await makeColleague(world, here)
  const browser = await signInByLink(world, email)
  await browser.post('/account/password', { password })
  const page = await (await browser.post('/account/second-factor', { password })).text()
  expect(page).toContain('<svg class="qr-code"')
  expect([...page.matchAll(/<code/g)]).toHaveLength(11)
})

test('a code of the app counts once', async () => {
  const { email, codeNow } = await withPassword({ codes: true })
  const code = codeNow()
  const first = await signInWith(email)
  expect((await first.browser.post('/sign-in/code', { code })).status).toBe(303)
  const second = await signInWith(email)
  expect((await second.browser.post('/sign-in/code', { code })).status).toBe(422)
  expect((await second.browser.get('/today')).status).toBe(303)
})

test('a backup code signs in once', async () => {
  const { email, backupCodes } = await withPassword({ codes: true })
  const [code = ''] = backupCodes
  const first = await signInWith(email)
  expect((await first.browser.post('/sign-in/code', { code })).headers.get('location')).toBe('/today')
  const second = await signInWith(email)
  expect((await second.browser.post('/sign-in/code', { code })).status).toBe(422)
})

test('a backup code may be typed in capitals and with spaces', async () => {
  const { email, backupCodes } = await withPassword({ codes: true })
  const typed = (backupCodes[0] ?? '').toUpperCase().replaceAll('-', ' ')
  const { browser } = await signInWith(email)
  expect((await browser.post('/sign-in/code', { code: typed })).headers.get('location')).toBe('/today')
})

test('the database holds nothing from which a backup code can be made, also after one was used', async () => {
  const { email, backupCodes } = await withPassword({ codes: true })
  const { browser } = await signInWith(email)
  await browser.post('/sign-in/code', { code: backupCodes[0] ?? '' })
  const kept = JSON.parse(await codesKept(email)) as readonly string[]
  expect(kept).toHaveLength(9)
  for (const one of kept) expect(one).toMatch(/^hmac:[\w-]{43}$/)
  expect((await (await signInWith(email)).browser.post('/sign-in/code', { code: kept[0] ?? '' })).status).toBe(422)
})

test('a password without codes opens nothing, and is refused like a wrong one', async () => {
  const { email } = await withPassword({ codes: false })
  const right = await (await signInWith(email)).answer.text()
  const wrong = await (await signInWith(email, 'een ander wachtwoord')).answer.text()
  const nobody = await (await signInWith('niemand@test.example')).answer.text()
  const sentence = (page: string) => page.match(/error-summary-list[\s\S]*?<\/ul>/)?.[0]
  expect(sentence(right)).toBeDefined()
  expect(sentence(right)).toBe(sentence(wrong))
  expect(sentence(right)).toBe(sentence(nobody))
})

test('five wrong codes end the attempt: the password is asked again', async () => {
  const { email, codeNow } = await withPassword({ codes: true })
  const { browser } = await signInWith(email)
  for (let tried = 0; tried < 6; tried += 1) await browser.post('/sign-in/code', { code: '000000' })
  expect((await browser.post('/sign-in/code', { code: codeNow() })).status).toBe(422)
})

test('ten wrong passwords in a quarter of an hour close the account for passwords', async () => {
  const { email } = await withPassword({ codes: true })
  const statuses = []
  for (let tried = 0; tried < 11; tried += 1)
    statuses.push((await signInWith(email, 'een ander wachtwoord')).answer.status)
  expect(statuses[9]).toBe(422)
  expect(statuses[10]).toBe(429)
})

test('a short or common password is refused, with the reason', async () => {
  const browser = await signInByLink(world, (await makeColleague(world, here)).email)
  for (const typed of ['kort', 'wachtwoord123']) {
    const page = await browser.post('/account/password', { password: typed })
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('href="#f-password"')
  }
})

test('changing the password asks the present one, ends other sessions and sends a mail', async () => {
  const { email, browser } = await withPassword({ codes: true })
  const other = await signInByLink(world, email)
  const next = 'negen groene fietsen'
  expect((await browser.post('/account/password', { present: 'iets anders', password: next })).status).toBe(422)
  expect((await browser.post('/account/password', { present: password, password: next })).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(200)
  expect((await other.get('/account')).status).toBe(303)
  expect((await mailTo(world, email))?.subject).toBe('Uw aanmelding bij Meernet is gewijzigd')
})

test('a password is what was typed: spaces at its ends count, when it is chosen and when it is used', async () => {
  const { email, browser } = await withPassword({ codes: true })
  const spaced = '  negen groene fietsen '
  expect((await browser.post('/account/password', { present: ` ${password}`, password: spaced })).status).toBe(422)
  expect((await browser.post('/account/password', { present: password, password: spaced })).status).toBe(303)
  expect((await signInWith(email, spaced.trim())).answer.status).toBe(422)
  expect((await signInWith(email, spaced)).answer.status).toBe(303)
})

test('a forgotten password is replaced by a link in a mail, once; sessions end', async () => {
  const { email, browser, codeNow } = await withPassword({ codes: true })
  await browserWithCookies(world).post('/sign-in/password/link', { email })
  const link = linkIn(await mailTo(world, email))
  expect(link.pathname).toBe('/sign-in/password/new')
  const token = link.searchParams.get('token') ?? ''
  const typed = 'negen groene fietsen'
  expect((await browserWithCookies(world).post('/sign-in/password/new', { token, password: 'kort' })).status).toBe(422)
  expect((await browserWithCookies(world).post('/sign-in/password/new', { token, password: typed })).status).toBe(303)
  expect((await browserWithCookies(world).post('/sign-in/password/new', { token, password: typed })).status).toBe(410)
  expect((await browser.get('/account')).status).toBe(303)
  const again = await signInWith(email, typed)
  expect((await again.browser.post('/sign-in/code', { code: codeNow() })).headers.get('location')).toBe('/today')
})

test('an address without a password gets no reset mail and the same answer', async () => {
  const { email } = await makeColleague(world, here)
  const answer = await browserWithCookies(world).post('/sign-in/password/link', { email })
  expect(answer.headers.get('location')).toBe('/sign-in/password/mailed')
  expect(await mailTo(world, email)).toBeUndefined()
})

test('switching codes off asks the password, and leaves it powerless', async () => {
  const { email, browser } = await withPassword({ codes: true })
  expect((await browser.post('/account/second-factor/ending', { password: 'iets anders' })).status).toBe(422)
  expect((await browser.post('/account/second-factor/ending', { password })).status).toBe(303)
  expect((await signInWith(email)).answer.status).toBe(422)
  expect((await browser.get('/account')).status).toBe(200)
})

test('new backup codes replace the old ones', async () => {
  const { email, browser, backupCodes } = await withPassword({ codes: true })
  const page = await (await browser.post('/account/second-factor/backup-codes', { password })).text()
  expect(page).not.toContain(backupCodes[0])
  const { browser: other } = await signInWith(email)
  expect((await other.post('/sign-in/code', { code: backupCodes[0] ?? '' })).status).toBe(422)
})
