import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { pageProblems, showSameIn } from './page-problems.ts'

/** How somebody looks at pages: `without script` only where scripts are off altogether. */
export type Looking = {
  readonly screen?: 'wide' | 'phone'
  readonly light?: 'day' | 'night'
  readonly script?: 'on' | 'off'
}

/** Somebody at a screen. Finds everything by its role and name, as one who hears the page would. */
export type Person = {
  readonly page: Page
  /** Opens an address of this site. */
  opens(path: string): Promise<void>
  /** Waits for the page with this heading, and looks whether anything is wrong with it. */
  arrivesAt(heading: string | RegExp): Promise<void>
  follows(link: string | RegExp): Promise<void>
  presses(button: string | RegExp): Promise<void>
  /** Ticks a box or picks one of several. */
  picks(label: string | RegExp): Promise<void>
  /** Chooses from a list that unfolds. */
  chooses(label: string | RegExp, option: string): Promise<void>
  writes(label: string | RegExp, text: string): Promise<void>
  /** Waits until the words are to be seen. */
  reads(words: string | RegExp): Promise<void>
  /** Fails when the words are to be seen. */
  doesNotRead(words: string | RegExp): Promise<void>
  leaves(): Promise<void>
}

/** Sits somebody at a browser of their own, with no cookies of others. */
export async function personAt(browser: Browser, url: string, looking: Looking = {}): Promise<Person> {
  const options = optionsOf(looking)
  const context = await browser.newContext(options)
  const twin = looking.script === 'off' ? await browser.newPage({ ...options, javaScriptEnabled: true }) : undefined
  return personOn(await context.newPage(), url, twin)
}

/** Somebody who looks at a page that is open already: the same phone after it died and was started again. */
export function personOn(page: Page, url: string, twin?: Page): Person {
  page.setDefaultTimeout(patienceMs)
  const complaints = complaintsOf(page)
  const one = (found: Locator) => found.filter({ visible: true }).first()
  return {
    page,
    opens: async (path) => void (await page.goto(new URL(path, url).href)),
    arrivesAt: async (heading) => {
      const problems = await onceSettled(async () => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        // On a slow network the heading stands there before the styles do.
        await page.waitForLoadState('load')
        return pageProblems(page, twin && (await showSameIn(twin, page)))
      })
      expect([...problems, ...complaints.splice(0)], `${page.url()} (${heading})`).toEqual([])
    },
    follows: (name) => one(page.getByRole('link', { name, exact: true })).click(),
    presses: (name) => one(page.getByRole('button', { name, exact: true })).click(),
    picks: (label) => one(page.getByLabel(label).and(page.locator(choices))).check(),
    chooses: async (label, option) => void (await one(page.getByLabel(label)).selectOption({ label: option })),
    writes: (label, text) => one(page.getByLabel(label).and(page.locator(fields))).fill(text),
    reads: (words) => one(page.getByText(words)).waitFor(),
    doesNotRead: async (words) => expect(await page.getByText(words).filter({ visible: true }).count()).toBe(0),
    leaves: async () => {
      await twin?.close()
      await page.context().close()
    },
  }
}

/** Looks again when the page made way for the next under the same heading while it was looked at. */
async function onceSettled<T>(look: () => Promise<T>, looksLeft = 3): Promise<T> {
  try {
    return await look()
  } catch (fault) {
    const replaced = fault instanceof Error && /Execution context was destroyed/.test(fault.message)
    if (!replaced || looksLeft === 0) throw fault
    return onceSettled(look, looksLeft - 1)
  }
}

/** A form may bear the same name as its only field. */
const choices = 'input:is([type="radio"], [type="checkbox"])'
const fields = `input:not(${choices}), textarea`

/** How long somebody waits for a page on a busy machine before it counts as broken. */
const patienceMs = 30_000

/** What the browser says is wrong: refused by the security policy, an error in a script, a file not found. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that says no, such as a form sent back, is an answer; a picture or script that is not there is a fault.
    const { url } = message.location()
    const isAnswer = message.text().includes('status of 4') && url === page.url()
    // A phone whose session is over hears so, and says it on its screen.
    const isSignedOut = message.text().includes('status of 401') && url.includes('/api/visits/')
    // Somebody is without a network on purpose; what comes of that is for the journey to see.
    const isOffline = message.text().includes('ERR_INTERNET_DISCONNECTED')
    if (['error', 'warning'].includes(message.type()) && !isAnswer && !isSignedOut && !isOffline)
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

function optionsOf({ screen = 'wide', light = 'day', script = 'on' }: Looking): BrowserContextOptions {
  const size =
    screen === 'phone'
      ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
      : { viewport: { width: 1280, height: 900 } }
  return {
    ...size,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    reducedMotion: 'reduce',
    colorScheme: light === 'day' ? 'light' : 'dark',
    javaScriptEnabled: script === 'on',
  }
}
