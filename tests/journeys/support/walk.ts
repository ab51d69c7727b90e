import type { Page } from 'playwright-core'
import { pageProblems } from './page-problems.ts'
import { complaintsOf } from './person.ts'

/** What a walk came by: how many pages, what is wrong by address, and the languages of the public pages. */
export type Walked = {
  readonly pages: number
  readonly problems: Readonly<Record<string, readonly string[]>>
  readonly languages: ReadonlySet<string>
}

const screens = [
  { size: { width: 1280, height: 900 }, light: 'light' },
  { size: { width: 390, height: 844 }, light: 'light' },
  { size: { width: 1280, height: 900 }, light: 'dark' },
  { size: { width: 390, height: 844 }, light: 'dark' },
] as const

/**
 * Follows the links of this site from `start`, in the language it is in, and looks at one page of each kind of address, at most `most`, by turns wide
 * and on a phone, by day and by night. `turn` says with which of these the walk begins.
 */
export async function walk(page: Page, start: string, { most = 40, turn = 0 } = {}): Promise<Walked> {
  const origin = new URL(start).origin
  const complaints = complaintsOf(page)
  const problems: Record<string, readonly string[]> = {}
  const kinds = new Set<string>()
  const languages = new Set<string>()
  const waiting = [start]
  for (let next = waiting.shift(); next !== undefined && kinds.size < most; next = waiting.shift()) {
    const kind = kindOf(next)
    if (kinds.has(kind)) continue
    kinds.add(kind)
    const screen = screens[(kinds.size + turn) % screens.length] ?? screens[0]
    await page.setViewportSize(screen.size)
    await page.emulateMedia({ colorScheme: screen.light })
    const answer = await page.goto(next)
    const found = [...(await pageProblems(page)), ...complaints.splice(0)]
    if (!answer?.ok()) found.push(`answered ${answer?.status()}`)
    if (found.length > 0) problems[`${kind} (${screen.size.width}, ${screen.light})`] = found
    if (new URL(next).pathname.startsWith('/in/')) languages.add((await page.getAttribute('html', 'lang')) ?? '')
    waiting.push(...(await linksOn(page)).filter((href) => new URL(href).origin === origin && isPage(href)))
  }
  return { pages: kinds.size, problems, languages }
}

/** The address without what tells one thing from another. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address)
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/\/[A-Za-z0-9_-]{20,}/g, '/:token')
  return [path, ...new Set(searchParams.keys())].join('?')
}

/** Not the home-visit app, which asks for its phrase first, and not files. */
const isPage = (href: string) => !/\/(visits|gallery)$|\.(csv|xlsx|json|jsonld|pdf|ics|webmanifest)(\?|$)/.test(href)

/** Links in pictures too, whose address is no plain text. */
const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href]:not([download], [hreflang])')].map((link) => {
      const address = new URL(link.getAttribute('href') ?? '', document.baseURI)
      address.hash = ''
      return address.href
    }),
  )
