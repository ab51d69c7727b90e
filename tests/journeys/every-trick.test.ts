import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { launchBrowser } from '../support/browser.ts'
import { type FoundForm, lookAround, type Netegem, openNetegem } from '../support/netegem.ts'
import { canary } from '../support/strange-values.ts'
import { hasText, type SentForm, sendWithTricks } from '../support/tricked-forms.ts'
import type { World } from '../support/world.ts'

/** Script, queries, templates, formulas and turned text typed in every field of every form, and every page that shows it opened. */
const origin = 'http://localhost'
const workers = ['Sofie De Wilde', 'Nele Baert', 'Rita Goossens', 'Hilde Maes', 'Fatima Yildiz', 'Tom Hendrickx']

let netegem: Netegem
let browser: Browser
let people: readonly (StaffActor | undefined)[]
const sent: SentForm[] = []

beforeAll(async () => {
  const browserFolder = fileURLToPath(new URL('../../dist/browser', import.meta.url))
  netegem = await openNetegem({ browserFolder })
  browser = await launchBrowser()
  people = [...netegem.people.filter(({ name }) => workers.includes(name)), undefined]
})
afterAll(async () => {
  await browser.close()
  await netegem.world.close()
})

test('every form with something to type is sent with tricks in it, and most are taken', async () => {
  const forms: FoundForm[] = []
  for (const who of people) forms.push(...(await lookAround(netegem, who)).forms)
  const perRoute = [...Map.groupBy(forms.filter(hasText), ({ route }) => route).values()].flatMap((some) =>
    some.slice(0, 3),
  )
  for (const [turn, form] of perRoute.entries()) {
    // Five minutes later, so that no limit of tries stands in the way.
    netegem.world.setNow(new Date(netegem.world.now().getTime() + 300_000))
    sent.push(...(await sendWithTricks(netegem, form, turn)))
  }
  const routesOf = (some: readonly SentForm[]) => new Set(some.map(({ form }) => form.route))
  expect(sent.filter(({ status }) => status >= 500).map(({ form }) => form.route)).toEqual([])
  expect(routesOf(sent).size).toBeGreaterThan(45)
  expect(routesOf(sent.filter(({ status }) => status === 303)).size).toBeGreaterThan(30)
})

test('no page that shows them does anything with them', { timeout: 1_200_000 }, async () => {
  const problems: Record<string, readonly string[]> = {}
  const opened = new Set<string>()
  for (const who of people) {
    const { pages } = await lookAround(netegem, who)
    const page = await browser.newPage()
    const found = await watched(page, netegem, who)
    for (const [path, html] of pages) {
      if (!html.includes(canary)) continue
      opened.add(path)
      await page.goto(`${origin}${path}`)
      const here = [...found.splice(0), ...(await page.evaluate(thingsThatAct))]
      if (here.length > 0) problems[`${who?.name}: ${path}`] = here
    }
    await page.close()
  }
  expect(problems).toEqual({})
  expect(opened.size).toBeGreaterThan(40)
})

test('nor does a page that shows a form again because something in it is wrong', async () => {
  const again = sent.filter(({ status, html }) => status === 422 && html.includes(canary))
  const perRoute = new Map(again.map((one) => [one.form.route, one]))
  expect(perRoute.size).toBeGreaterThan(15)
  const problems: Record<string, readonly string[]> = {}
  for (const [route, { form, html }] of perRoute) {
    const page = await browser.newPage()
    const found = await watched(page, netegem, form.who, html)
    await page.goto(`${origin}${form.action}`)
    const here = [...found, ...(await page.evaluate(thingsThatAct))]
    if (here.length > 0) problems[route] = here
    await page.close()
  }
  expect(problems).toEqual({})
})

test('what does act is noticed: under the policy as an error, without it as a dialog', async () => {
  const page = await browser.newPage()
  const acting = '<body><script>alert(1)</script><img src="x" onerror="alert(2)"><img src="http://elsewhere.example/x">'
  const found = await watched(page, netegem, undefined, acting)
  await page.goto(`${origin}/sign-in`)
  expect(found.join('\n')).toMatch(/console: .*Content Security Policy/)
  expect(await page.evaluate(thingsThatAct)).toHaveLength(2)
  const bare = await browser.newPage()
  const seen = await watched(bare, netegem, undefined)
  await bare.setContent(acting)
  await expect.poll(() => seen).toContain('dialog: 2')
  expect(seen).toContain('asked: http://elsewhere.example')
  await page.close()
  await bare.close()
})

/**
 * Answers what a page asks as the program answers `who`, with the same headers, and keeps what nobody should see: a dialog, an
 * error of a script or of the policy, a request to elsewhere. With `html` the page itself is that, under the headers of a page.
 */
async function watched(page: Page, { world }: Netegem, who: StaffActor | undefined, html?: string): Promise<string[]> {
  const found: string[] = []
  page.on('dialog', async (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`)
  })
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) {
      found.push(`asked: ${url.origin}`)
      return route.abort()
    }
    const isPage = route.request().isNavigationRequest() && html !== undefined
    // Any page that leads nowhere else has the headers of a page.
    const path = isPage ? '/nowhere' : url.pathname + url.search
    const answer = answers.get(path) ?? (await answerOf(world, who, path))
    if (answer.headers['cache-control']?.includes('immutable')) answers.set(path, answer)
    await route.fulfill(isPage ? { ...answer, status: 200, body: html } : answer)
  })
  return found
}

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
/** Of styles and scripts, the same on every page. */
const answers = new Map<string, Answer>()

async function answerOf(world: World, who: StaffActor | undefined, path: string): Promise<Answer> {
  const answer = await world.as(who).get(path)
  const body = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
}

/** Runs in the page: elements that only a trick would put there, and words that turn around those beside them. */
function thingsThatAct(): string[] {
  const acting = [...document.querySelectorAll('*')].filter(
    (element) =>
      [...element.attributes].some(
        ({ name, value }) =>
          /^on/.test(name) || (/^(href|src|action|formaction)$/.test(name) && /^\s*javascript:/i.test(value)),
      ) ||
      (element.tagName === 'SCRIPT' &&
        !element.hasAttribute('src') &&
        element.getAttribute('type') !== 'application/json'),
  )
  const turned = /[\u202a-\u202e]/.test(document.body.innerText) ? ['text that turns around'] : []
  return [...acting.map((element) => element.outerHTML.slice(0, 120)), ...turned]
}
