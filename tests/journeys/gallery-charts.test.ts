import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true }

describe('a map with many areas', () => {
  test('grows and shrinks by its buttons, and comes back whole', async () => {
    const page = await opened(wide)
    await awake(page)
    const map = page.locator('#many')
    const whole = await map.getAttribute('viewBox')
    const around = page.locator('figure', { has: map })
    await around.getByRole('button', { name: 'Vergroot' }).click()
    const larger = await map.getAttribute('viewBox')
    expect(Number(larger?.split(' ')[2])).toBeLessThan(Number(whole?.split(' ')[2]))
    await around.getByRole('button', { name: 'Verklein' }).click()
    await around.getByRole('button', { name: 'Vergroot' }).click()
    await around.getByRole('button', { name: 'Hele kaart' }).click()
    expect(await map.getAttribute('viewBox')).toBe(whole)
    await page.context().close()
  })

  test('is walked with the arrow keys, which say the name and figure of each area, and + makes it larger around that', async () => {
    const page = await opened(wide)
    await awake(page)
    const map = page.locator('#many')
    const status = page.locator('figure', { has: map }).getByRole('status')
    await map.focus()
    await page.keyboard.press('ArrowRight')
    const first = await status.textContent()
    expect(first).toMatch(/^Buurt \d+: /)
    await page.keyboard.press('ArrowRight')
    expect(await status.textContent()).not.toBe(first)
    await page.keyboard.press('ArrowLeft')
    expect(await status.textContent()).toBe(first)
    await page.keyboard.press('+')
    expect(await map.getAttribute('viewBox')).not.toMatch(/^0 0 2000/)
    await page.keyboard.press('Escape')
    expect(await map.getAttribute('viewBox')).toMatch(/^0 0 2000/)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  test('says the name and figure of what one points at', async () => {
    const page = await opened(wide)
    await awake(page)
    const map = page.locator('#many')
    await map.locator('path:has(title)').first().hover()
    const words = await page.locator('figure', { has: map }).getByRole('status').textContent()
    expect(words).toBe(await map.locator('path:has(title)').first().locator('title').textContent())
    await page.context().close()
  })
})

test('without script maps have no buttons that do nothing, and every figure is in the table', async () => {
  const page = await opened({ ...phone, javaScriptEnabled: false })
  expect(await page.getByRole('button', { name: 'Vergroot' }).count()).toBe(0)
  const figure = page.locator('figure', { has: page.locator('#few') })
  await figure.getByText('Toon als tabel').click()
  expect(await figure.getByRole('row').count()).toBe(25)
  expect(await figure.getByRole('row', { name: /Buurt 21/ }).textContent()).toContain('verborgen')
  await page.context().close()
})

test.each([
  ['on a phone', phone],
  ['on a wide screen', wide],
])('%s no word in a picture is smaller than twelve pixels', async (_screen, options) => {
  const page = await opened(options)
  const small = await page.locator('main svg text').evaluateAll((texts) =>
    texts
      .filter((text): text is SVGTextElement => text instanceof SVGTextElement && text.getClientRects().length > 0)
      .map((text) => ({
        words: text.textContent,
        pixels: Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.d ?? 1),
      }))
      .filter(({ pixels }) => pixels < 12),
  )
  expect(small).toEqual([])
  await page.context().close()
})

test('on a page from right to left names stand at the right and time still runs to the right', async () => {
  const page = await opened(phone, 'charts-arabic')
  const name = await page.locator('.chart-row-name').first().boundingBox()
  const figure = await page.locator('.chart-row-figure').first().boundingBox()
  expect(name?.x ?? 0).toBeGreaterThan(figure?.x ?? 0)
  const years = page.locator('.trend text.chart-number', { hasText: /^20\d\d$/ })
  const [first, last] = [await years.first().boundingBox(), await years.nth(3).boundingBox()]
  expect(last?.x ?? 0).toBeGreaterThan(first?.x ?? 0)
  await page.context().close()
})

test('the styles of pictures weigh at most 1.9 kB on a public page', async () => {
  const context = await browser.newContext(wide)
  const page = await context.newPage()
  const [styles] = await Promise.all([
    page.waitForEvent('requestfinished', (answer) => /pictures.*\.css/.test(answer.url())),
    page.goto(`${gallery.url}/gallery?view=charts-public`),
  ])
  expect((await styles.sizes()).responseBodySize).toBeLessThanOrEqual(1900)
  await context.close()
})

test('on paper the buttons around a map are left away', async () => {
  const page = await opened(wide)
  await awake(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Vergroot' }).count()).toBe(0)
  await page.context().close()
})

async function opened(options: BrowserContextOptions, view = 'charts'): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${gallery.url}/gallery?view=${view}`, { waitUntil: 'load' })
  return page
}

/** Both maps can be zoomed. */
async function awake(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[data-awake]').count()).toBe(2)
}
