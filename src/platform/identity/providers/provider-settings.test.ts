import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startOpenIdProvider } from '../../../../tests/support/sign-in/openid-provider.ts'
import {
  answer,
  openProviderWorld,
  type ProviderWorld,
  start,
} from '../../../../tests/support/sign-in/provider-world.ts'
import { browserWithCookies } from '../../../../tests/support/sign-in/sign-in.ts'

let at: ProviderWorld
beforeAll(async () => {
  at = await openProviderWorld()
})
afterAll(() => at.close())
afterEach(() => at.keep({}))

test('the page of signing in offers the provider while it is on, and its secret is sealed', async () => {
  const page = async () => (await browserWithCookies(at.world).get('/sign-in')).text()
  expect(await page()).toContain('Aanmelden via Werkplek')
  const browser = await at.asAdministrator()
  expect(await (await browser.get('/admin/provider')).text()).not.toContain(at.there.clientSecret)
  const row = await at.world.database.owner.selectFrom('identity.provider').selectAll().executeTakeFirstOrThrow()
  expect(row.client_secret_sealed.includes(Buffer.from(at.there.clientSecret))).toBe(false)
  await at.keep({ isOn: '' })
  expect(await page()).not.toContain('Aanmelden via Werkplek')
  expect((await browserWithCookies(at.world).get(start)).status).toBe(404)
})

test('a provider that went away gives a page that says so, with the other ways', async () => {
  const away = await startOpenIdProvider([answer])
  await at.keep({ issuer: away.issuer })
  await away.stop()
  const gone = await browserWithCookies(at.world).get(start)
  expect(gone.status).toBe(502)
  expect(await gone.text()).toContain('Werkplek antwoordt niet')
})

test('an administrator cannot turn on a provider that does not answer, and sees what was typed', async () => {
  const away = await startOpenIdProvider([answer])
  await away.stop()
  const page = await at.keep({ issuer: away.issuer, clientSecret: '' })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('De dienst antwoordt niet op dit adres')
  expect(text).toContain(away.issuer)
  expect((await at.keep({ issuer: away.issuer, isOn: '' })).status).toBe(303)
})

test.each<[Readonly<Record<string, string>>, string]>([
  [{ issuer: 'geen adres' }, '#f-issuer'],
  [{ issuer: 'ftp://werk.example' }, '#f-issuer'],
  [{ name: '' }, '#f-name'],
  [{ roleClaim: 'groups' }, '#f-roleClaim'],
  [{ 'values-visitor': 'bezoek' }, '#f-roleClaim'],
])('an administrator mends %j', async (over, field) => {
  const page = await at.keep(over)
  expect(page.status).toBe(422)
  expect(await page.text()).toContain(`href="${field}"`)
})

test('two administrators who change the provider at once lose nothing: the second sees what the first did', async () => {
  const browser = await at.asAdministrator()
  const { issuer, clientId } = at.there
  const late = await browser.post('/admin/provider', { version: '1', name: 'Anders', issuer, clientId })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('value="Werkplek"')
})
