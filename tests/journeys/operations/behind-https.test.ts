import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { type Running, startMeernet } from '../../support/process.ts'
import { type HttpsProxy, startHttpsProxy } from '../../support/sign-in/https-proxy.ts'
import { ownCertificate } from '../../support/sign-in/own-certificate.ts'
import { type Fingerprints, fingerprintsOf } from '../support/fingerprints.ts'
import { type Person, personAt } from '../support/person.ts'

// The built program as a guide for administrators sets it up: its own process, a proxy that speaks https, an address with a name.
const address = 'https://meernet.example'
const otherName = 'https://elsewhere.example'
const folder = mkdtempSync(join(tmpdir(), 'meernet-https-'))
chmodSync(folder, 0o755)
let meernet: Running
let proxy: HttpsProxy
let browser: Browser
const people: Person[] = []

beforeAll(async () => {
  const port = await freePort()
  meernet = startMeernet({
    MEERNET_VAR: folder,
    MEERNET_BASE_URL: address,
    MEERNET_BEHIND_PROXY: 'yes',
    PORT: String(port),
  })
  const certificate = ownCertificate(
    [address, otherName].map((url) => new URL(url).hostname),
    new Date(),
  )
  proxy = await startHttpsProxy(certificate, port)
  browser = await launchBrowser([
    `--host-resolver-rules=MAP *.example 127.0.0.1:${proxy.port}`,
    `--ignore-certificate-errors-spki-list=${certificate.publicKeyHash}`,
  ])
  await meernet.says(/Meernet is ready: https:\/\/meernet\.example/)
})
afterAll(async () => {
  for (const person of people) await person.leaves()
  await browser.close()
  await proxy.stop()
  meernet.child.kill('SIGTERM')
  await meernet.ended
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody at a browser of their own, with a reader that knows their finger. */
async function somebody(url = address): Promise<{ readonly person: Person; readonly fingers: Fingerprints }> {
  const person = await personAt(browser, url)
  people.push(person)
  return { person, fingers: await fingerprintsOf(person.page) }
}

/** Fatima made a passkey on this device; what is on it can be carried to another. */
async function withPasskey(name: string) {
  const { person, fingers } = await somebody()
  await person.opens('/sign-in')
  await person.presses(/Fatima Yildiz/)
  await person.opens('/account/passkeys')
  await person.writes('Naam van de passkey', name)
  await person.presses('Maak een passkey')
  await person.reads('De passkey is bewaard. U kunt zich er nu mee aanmelden.')
  return { person, fingers }
}

test('behind a proxy with https a passkey is made, and opens again after signing out', async () => {
  const { person } = await withPasskey('laptop')
  const cookies = await person.page.context().cookies()
  expect(cookies.find(({ name }) => name === '__Host-meernet.session_token')).toMatchObject({ secure: true, path: '/' })
  await person.presses('Afmelden')
  await person.opens('/sign-in')
  const [answer] = await Promise.all([
    person.page.waitForResponse((response) => response.url() === `${address}/today`),
    person.presses('Aanmelden met een passkey'),
  ])
  await person.arrivesAt('Vandaag')
  expect(answer.headers()['strict-transport-security']).toContain('max-age=31536000')
})

test('a second device opens in another browser, with a passkey of its own', async () => {
  const { fingers } = await withPasskey('sleutelhanger')
  const elsewhere = await somebody()
  await elsewhere.fingers.take(await fingers.all())
  await elsewhere.person.opens('/sign-in')
  await elsewhere.person.presses('Aanmelden met een passkey')
  await elsewhere.person.arrivesAt('Vandaag')
})

test('under another name of the same server the passkey is not given, and the page says that it did not work', async () => {
  const { fingers } = await withPasskey('telefoon')
  const { person, fingers: there } = await somebody(otherName)
  await there.take(await fingers.all())
  await person.opens('/sign-in')
  await person.presses('Aanmelden met een passkey')
  await person.reads(/Dat lukte niet, of u stopte ermee/)
  await person.arrivesAt('Aanmelden')
})

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
