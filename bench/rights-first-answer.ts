import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../tests/support/browser.ts'
import type { Figure } from './figure.ts'

/** Runs of which the middle one counts; each begins with a page that was not open before. */
const runs = 5

/**
 * From the press that hands in who lives here to the next page painted, on a processor slowed six times: in the public page, and
 * without a network in the home-visit app, on a phone that never asked anything before.
 */
export async function measureFirstAnswer(address: string): Promise<readonly Figure[]> {
  const browser = await launchBrowser()
  try {
    const screen = { viewport: { width: 390, height: 1400 }, locale: 'nl-BE' }
    const resident = await browser.newContext(screen)
    const inPage = await middleOf(resident, async (page) => {
      await page.goto(`${address}/in/netegem/rights-check/questions`)
      await page.waitForLoadState('networkidle')
      await slowDown(page)
    })
    const visitor = await browser.newContext(screen)
    await preparePhone(visitor, address)
    const atDoor = await middleOf(visitor, async (page) => {
      await page.goto(`${address}/visits`)
      await page.getByLabel('Uw zin').fill(phrase)
      await page.getByRole('button', { name: 'Openen' }).click()
      await page.getByRole('link', { name: /^Volgende deur/ }).click()
      await offerAnew(page)
      await slowDown(page)
      await page.getByRole('button', { name: 'Ja, samen bekijken' }).click()
    })
    return [
      {
        what: 'rights, first answer in the public page, processor slowed 6×',
        measured: inPage,
        budget: 100,
        unit: 'ms',
      },
      {
        what: 'rights, first answer at a door offline, processor slowed 6×',
        measured: atDoor,
        budget: 100,
        unit: 'ms',
      },
    ]
  } finally {
    await browser.close()
  }
}

const phrase = 'kastanje wandelt zondag'

async function preparePhone(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: /Rita Goossens/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
  await page.goto(`${address}/visits`)
  await page.getByLabel('Uw zin', { exact: true }).fill(phrase)
  await page.getByLabel('Nog eens dezelfde zin').fill(phrase)
  await page.getByRole('button', { name: 'Zin bewaren en beginnen' }).click()
  const leave = page.getByRole('button', { name: 'Ik vertrek' })
  const out = page.getByRole('button', { name: 'Ik ben terug' })
  await leave.or(out).waitFor()
  if (await leave.isVisible()) await leave.click()
  await out.waitFor()
  while (!(await page.evaluate(async () => (await caches.match('/visits/rights-languages')) !== undefined)))
    await page.waitForTimeout(200)
  await page.close()
  await context.setOffline(true)
}

/** The offer of a check; what the run before began is erased. */
async function offerAnew(page: Page): Promise<void> {
  const offer = page.getByRole('link', { name: 'Samen rechten nakijken' })
  await offer.click()
  const begun = page.getByRole('button', { name: 'Wis de antwoorden' })
  const wanted = page.getByRole('button', { name: 'Ja, samen bekijken' })
  await begun.or(wanted).waitFor()
  if (await wanted.isVisible()) return
  await begun.click()
  await page.getByRole('link', { name: 'Terug naar het bezoek' }).click()
  await offer.click()
  await wanted.waitFor()
}

async function slowDown(page: Page): Promise<void> {
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

/** The middle of several first answers, in milliseconds. */
async function middleOf(context: BrowserContext, open: (page: Page) => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const page = await context.newPage()
    await open(page)
    // As long as somebody takes to ask an age and type it.
    await page.waitForTimeout(3000)
    await page.locator('input[name=age]').fill('70')
    times.push(await firstAnswer(page))
    await page.close()
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

async function firstAnswer(page: Page): Promise<number> {
  const button = page.locator('button[value=people]')
  const box = await button.boundingBox()
  if (!box) throw new Error('there is nothing to press')
  await page.evaluate(noteWhenPainted)
  // As a finger does: looking for the button in the moment itself would count as well.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const noted = page.locator('body[data-answered-after]')
  return Number(await noted.getAttribute('data-answered-after'))
}

/** Runs in the page: notes the time from the press to the frame in which the next question is seen. */
function noteWhenPainted(): void {
  let pressedAt = 0
  const press = (event: Event) => {
    pressedAt = event.timeStamp
  }
  addEventListener('click', press, { capture: true, once: true })
  const watch = new MutationObserver(() => {
    if (!document.querySelector('input[name=asked]')) return
    watch.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // Comes after the frame is painted.
      port1.onmessage = () => {
        document.body.dataset.answeredAfter = String(performance.now() - pressedAt)
      }
      port2.postMessage(null)
    })
  })
  watch.observe(document.body, { childList: true, subtree: true })
}
