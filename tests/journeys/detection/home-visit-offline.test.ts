import { fileURLToPath } from 'node:url'
import { isoDateIn } from '@meernet/calendar'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../../src/platform/http/listen.ts'
import { accessibilityProblems } from '../../support/axe.ts'
import { launchBrowser } from '../../support/browser.ts'
import { signInByLink } from '../../support/sign-in/sign-in.ts'
import { makeRound, type TestRound } from '../../support/visits.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../support/world.ts'

const browserFolder = fileURLToPath(new URL('../../../dist/browser', import.meta.url))
const phrase = 'kastanje wandelt zondag'
const today = isoDateIn('Europe/Brussels', new Date())
const startsOn = `${today.slice(0, 8)}01`
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nl-BE' }

let world: World
let server: Awaited<ReturnType<typeof listen>>
let browser: Browser
let round: TestRound
let municipality: TestMunicipality
let url = ''

beforeAll(async () => {
  world = await openWorld({ clock: () => new Date(), browserFolder, address: () => url }, { sessions: 'real' })
  server = await listen(world.app.web, { host: '127.0.0.1', port: 4400 })
  url = `http://localhost:${server.port}`
  municipality = await makeMunicipality(world, 'Visitegem')
  round = await makeRound(world, municipality, { startsOn, endsOn: '2099-12-31', day: today, doors: 4 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await world?.close()
})

/** A phone on which this visitor is signed in. */
async function phoneOf(userId: string): Promise<BrowserContext> {
  const context = await browser.newContext(phone)
  const signedIn = await signInByLink(world, `${userId}@test.example`)
  await context.addCookies([...signedIn.cookies()].map(([name, value]) => ({ name, value, url })))
  return context
}

async function preparePhone(page: Page): Promise<void> {
  await page.goto(`${url}/visits`)
  await page.getByLabel('Uw zin', { exact: true }).fill(phrase)
  await page.getByLabel('Nog eens dezelfde zin').fill(phrase)
  await page.getByRole('button', { name: 'Zin bewaren en beginnen' }).click()
  await page.getByRole('heading', { name: 'Uw ronde van vandaag' }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Uw zin').fill(phrase)
  await page.getByRole('button', { name: 'Openen' }).click()
  await page.getByRole('heading', { name: 'Uw ronde van vandaag' }).waitFor()
}

const storedTexts = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('meernet-visits')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const all: string[] = []
    for (const name of db.objectStoreNames) {
      const asked = db.transaction(name).objectStore(name).getAll()
      const rows = await new Promise<unknown[]>((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
      })
      const texts = rows.map((row) =>
        JSON.stringify(row, (_key, value) =>
          value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
        ),
      )
      all.push(...texts)
    }
    db.close()
    return all.join('\n')
  })

test('a visitor without network fills in a card, the phone dies, and the card still reaches the inbox', async () => {
  const context = await phoneOf(round.visitor.userId)
  const first = await context.newPage()
  await preparePhone(first)
  await first.getByRole('button', { name: 'Ik vertrek' }).click()
  await first.getByRole('button', { name: 'Ik ben terug' }).waitFor()
  await first.getByText('Alles verzonden').waitFor()
  await first.close()

  // The network is gone, and the app starts cold.
  await context.setOffline(true)
  const page = await context.newPage()
  await page.goto(`${url}/visits`)
  await page.getByLabel('Uw zin').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await unlock(page)
  await page.getByRole('link', { name: /Volgende deur/ }).click()
  await page.getByRole('heading', { name: /Lindelaan/ }).waitFor()
  await page.getByLabel('Kaartje invullen').check()
  await page.getByRole('button', { name: 'Samen het kaartje invullen' }).click()
  await fillCard(page)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Ja, geef dit door' }).click()
  await page.getByText('Bewaard op deze telefoon').waitFor()
  expect(await storedTexts(page)).not.toContain('boodschappen')

  // The phone dies right after the screen said it is kept.
  await page.close()
  const again = await context.newPage()
  await again.goto(`${url}/visits`)
  await unlock(again)
  await again.getByText('Nog te verzenden: 2').waitFor()
  await context.setOffline(false)
  await again.getByText('Alles verzonden').waitFor()
  await again.getByRole('link', { name: 'Kaartjes' }).click()
  await again.getByText('Aangekomen').waitFor()
  expect(await accessibilityProblems(again)).toEqual([])

  const signals = await world.database.owner.selectFrom('detection.signal').select(['state', 'source']).execute()
  expect(signals).toEqual([{ state: 'received', source: 'visitor' }])
  await context.close()
})

test('what a resident reads on the card is there in Arabic, from right to left', async () => {
  const visitor = await anotherVisitor()
  const context = await phoneOf(visitor)
  const page = await context.newPage()
  await preparePhone(page)
  await page.getByRole('button', { name: 'Ik vertrek' }).click()
  await page.getByRole('link', { name: /Volgende deur/ }).click()
  await page.getByLabel('Kaartje invullen').check()
  await page.getByRole('button', { name: 'Samen het kaartje invullen' }).click()
  await page.getByRole('link', { name: 'العربية' }).click()
  await page.getByLabel('طلبك بكلماتك أنت').fill('أريد من يرافقني إلى الطبيب')
  expect(await page.locator('[lang=ar][dir=rtl]').count()).toBe(1)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'التالي' }).click()
  await page.getByRole('button', { name: 'التالي' }).click()
  // Nothing was agreed yet: that is said, and the focus is there.
  await page.locator('[role=alert]:focus').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await context.close()
})

test('five wrong phrases erase the phone, and the screen says so beforehand', async () => {
  const visitor = await anotherVisitor()
  const context = await phoneOf(visitor)
  const page = await context.newPage()
  await preparePhone(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Ik vertrek' }).click()
  await page.getByText('Nog te verzenden: 1').waitFor()
  await page.reload()
  for (const left of [4, 3, 2, 1]) {
    await page.getByLabel('Uw zin').fill('een heel andere zin')
    await page.getByRole('button', { name: 'Openen' }).click()
    await page.getByText(`Nog ${left} keer mis en alles op deze telefoon wordt gewist.`).waitFor()
    await page.getByText('Nog niet verzonden: 1.').waitFor()
  }
  await page.getByLabel('Uw zin').fill('een heel andere zin')
  await page.getByRole('button', { name: 'Openen' }).click()
  await page.getByRole('heading', { name: 'Deze telefoon is gewist' }).waitFor()
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await context.close()
})

test('signing out with things to send warns first, and leaves nothing behind', async () => {
  const visitor = await anotherVisitor()
  const context = await phoneOf(visitor)
  const page = await context.newPage()
  await preparePhone(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Ik vertrek' }).click()
  await page.getByRole('link', { name: 'Instellingen' }).click()
  await page.getByRole('button', { name: 'Afmelden en wissen' }).click()
  await page.getByText('Dat gaat verloren als u nu afmeldt.').waitFor()
  await page.getByRole('button', { name: 'Eerst verzenden' }).waitFor()
  // The network is back: what waits goes by itself, and the warning with it.
  await context.setOffline(false)
  await page.getByText('Alles verzonden').waitFor()
  await page.getByRole('button', { name: 'Afmelden en wissen' }).click()
  await page.waitForURL(/sign-in/)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  expect((await context.request.get(`${url}/api/visits/rounds`)).status()).toBe(401)
  await context.close()
})

test('two tabs show the same, send once, and forget together', async () => {
  const visitor = await anotherVisitor()
  const context = await phoneOf(visitor)
  const one = await context.newPage()
  await preparePhone(one)
  const two = await context.newPage()
  await two.goto(`${url}/visits`)
  await unlock(two)
  await one.getByRole('button', { name: 'Ik vertrek' }).click()
  await two.getByRole('button', { name: 'Ik ben terug' }).waitFor()
  await two.getByText('Alles verzonden').waitFor()
  const outings = await world.database.owner
    .selectFrom('detection.outing')
    .select('id')
    .where('visitor_id', '=', visitor)
    .execute()
  expect(outings).toHaveLength(1)
  await one.getByRole('link', { name: 'Instellingen' }).click()
  await one.getByRole('button', { name: 'Afmelden en wissen' }).click()
  await one.getByText('Zeker?').waitFor()
  await one.getByRole('button', { name: 'Afmelden en wissen' }).click()
  await one.waitForURL(/sign-in/)
  await two.getByRole('heading', { name: 'Deze telefoon klaarmaken' }).waitFor()
  await context.close()
})

async function anotherVisitor(): Promise<string> {
  const { visitor } = await makeRound(world, municipality, { startsOn, endsOn: '2099-12-31', day: today })
  return visitor.userId
}

async function fillCard(page: Page): Promise<void> {
  await page.getByLabel('Uw vraag, in uw eigen woorden').fill('Hulp bij de boodschappen')
  await page.getByLabel('Uw telefoonnummer').fill('0470 12 34 56')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByLabel('Wat mogen wij vertellen?').fill('mijn vraag en mijn nummer')
  await page.getByLabel('De coördinator van de buurt').check()
  await page.getByLabel('Ik zeg het').check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('heading', { name: 'Lees dit samen na' }).waitFor()
}
