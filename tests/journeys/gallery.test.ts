import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryViews } from '../../src/ui/gallery/gallery.tsx'
import { accessibilityProblems } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type GalleryServer, serveGallery } from '../support/gallery.tsx'

let gallery: GalleryServer
let browser: Browser

beforeAll(async () => {
  gallery = await serveGallery()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

const screens: Readonly<Record<string, BrowserContextOptions>> = {
  'by day on a wide screen': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'by night on a wide screen': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  'by day on a phone': { viewport: { width: 390, height: 800 }, colorScheme: 'light', isMobile: true, hasTouch: true },
  'by night on a phone': { viewport: { width: 390, height: 800 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
}

describe.each(Object.entries(screens))('%s', (_screen, options) => {
  test.each(galleryViews)('the page "$name" is accessible and fits its screen', async ({ name }) => {
    const { page, complaints } = await open(name, options)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await overflow(page), 'pixels wider than the screen').toBe(0)
    expect(complaints, 'what the browser complains about').toEqual([])
    await page.context().close()
  })
})

describe('with the keyboard alone', () => {
  test('j and k walk the cards, a letter presses the button of the card, and Enter opens it', async () => {
    const { page } = await open('workplace')
    await page.keyboard.press('j')
    expect(await focusedText(page)).toBe('Hulp bij papieren, Kerkstraat')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    expect(await focusedText(page)).toBe('Vervoer naar de markt, Stationsplein')
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await page.keyboard.press('b')
    expect(await focusedText(page)).toContain('Bellen')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/gallery?card=2')
    await page.context().close()
  })

  test('/ goes to the search box, where letters are letters again', async () => {
    const { page } = await open('components')
    await page.keyboard.press('/')
    await page.keyboard.type('jkb?n')
    const search = page.getByRole('searchbox', { name: 'Zoek in kaarten' })
    expect(await search.inputValue()).toBe('jkb?n')
    expect(page.url()).toBe(`${gallery.url}/gallery?view=components`)
    await page.context().close()
  })

  test('? shows the keys, and letter keys can be switched off for good', async () => {
    const { page } = await open('components')
    const help = page.getByText('Toetsen op deze pagina')
    await page.keyboard.press('?')
    await page.getByText('volgende kaart').waitFor({ state: 'visible' })
    expect(await focusedText(page)).toBe(await help.textContent())
    await page.getByRole('checkbox', { name: 'Toetsen gebruiken op dit toestel' }).uncheck()
    await page.reload()
    await page.keyboard.press('j')
    expect(await focusedText(page)).not.toContain('Kerkstraat')
    await page.context().close()
  })

  test('Tab comes first to the link that skips to the content', async () => {
    const { page } = await open('public')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('Naar de inhoud')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('Vul een kaart in')
    await page.context().close()
  })
})

describe('a form', () => {
  test('opens with the focus on what is wrong, whose links lead to the fields', async () => {
    const { page } = await open('components')
    expect(await focusedText(page)).toContain('Dit moet nog in orde komen')
    await page.getByRole('link', { name: 'Kies gewoon of dringend' }).click()
    expect(
      await page.getByRole('radio', { name: 'Gewoon' }).evaluate((radio) => radio === document.activeElement),
    ).toBe(true)
    await page.context().close()
  })

  test('says how many characters are left and warns for a national number (P12)', async () => {
    const { page } = await open('components')
    const wish = page.getByRole('textbox', { name: 'Wat wil de persoon?' })
    await wish.fill('Haar nummer is 85.07.30-033.28')
    expect(await page.getByText('Tekens over: 370').isVisible()).toBe(true)
    expect(await page.getByText('Dit lijkt op een rijksregisternummer').isVisible()).toBe(true)
    await wish.fill('Zij wil gezelschap')
    expect(await page.getByText('Dit lijkt op een rijksregisternummer').isVisible()).toBe(false)
    await page.context().close()
  })

  test('narrows a long list of choices while typing, and keeps what is ticked', async () => {
    const { page } = await open('components')
    await page.getByRole('searchbox', { name: 'Zoek in de lijst' }).fill('caw')
    const shown = await page.getByRole('group', { name: 'Met wie mogen we dit delen?' }).getByRole('checkbox').count()
    expect(shown).toBe(2)
    await page.context().close()
  })
})

test('an island wakes up', async () => {
  const { page } = await open('components')
  await page.locator('[data-awake]').waitFor()
  await page.getByRole('button', { name: 'Keer gedrukt: 3' }).click()
  await page.getByRole('button', { name: 'Keer gedrukt: 4' }).waitFor()
  await page.context().close()
})

test('a likely next page is fetched when its link is pointed at, and no other', async () => {
  const { page } = await open('public')
  await page.getByRole('link', { name: 'Zoek hulp in de buurt' }).hover()
  await page.waitForTimeout(400)
  await page.getByRole('link', { name: 'Vul een kaart in' }).hover()
  await expect.poll(() => fetchedEarly()).toEqual(['?view=resident'])
  await page.context().close()
})

test.each(['public', 'resident', 'arabic'])(
  'a first visit to the page "%s" weighs at most 30 kB, its script at most 10',
  async (view) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const answers: Request[] = []
    page.on('requestfinished', (answer) => answers.push(answer))
    await page.goto(`${gallery.url}/gallery?view=${view}`, { waitUntil: 'networkidle' })
    const weighed = await Promise.all(
      answers.map(async (answer) => ({ kind: answer.resourceType(), bytes: (await answer.sizes()).responseBodySize })),
    )
    const total = (kinds: readonly string[]) =>
      weighed.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0)
    const kinds = ['document', 'stylesheet', 'script', 'font', 'image']
    expect(kinds.map((kind) => total([kind]) > 0 || kind === 'image')).toEqual(kinds.map(() => true))
    expect(total(kinds)).toBeLessThanOrEqual(30_000)
    expect(total(['script'])).toBeLessThanOrEqual(10_000)
    await context.close()
  },
)

test('without script the navigation of the workplace unfolds on a phone', async () => {
  const { page } = await open('workplace', { ...screens['by day on a phone'], javaScriptEnabled: false })
  const link = page.getByRole('link', { name: 'Vrijwilligers' })
  expect(await link.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Menu' }).click()
  expect(await link.isVisible()).toBe(true)
  await page.context().close()
})

test('an Arabic page runs from right to left', async () => {
  const { page } = await open('arabic')
  const box = await page.getByRole('textbox').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(900)
  await page.context().close()
})

test('on paper a card takes one A6 and nothing around it is printed', async () => {
  const { page } = await open('print')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/MediaBox ?\[([\d. ]+)\]/g)].map(([, box]) =>
    box?.trim().split(/\s+/).map(Number).slice(2).map(Math.round),
  )
  expect(sizes).toEqual([
    [420, 298],
    [595, 842],
  ])
  await page.context().close()
})

async function open(view: string, options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${gallery.url}/gallery?view=${view}`, { waitUntil: 'load' })
  return { page, complaints }
}

const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

const fetchedEarly = () =>
  gallery.visits
    .filter((visit) => visit.headers.get('Sec-Purpose')?.startsWith('prefetch'))
    .map((visit) => new URL(visit.url).search)
