import type { Page } from 'playwright-core'
import { accessibilityProblems } from '../../support/axe.ts'
import { stylesLeftOut } from './styles-left-out.ts'

/**
 * What nobody should meet on the open page, one line each, empty when all is well: an obstacle found by axe, a page wider
 * than its screen, a missing title or heading, what belongs to the program alone (keys of texts, identifiers), and styles that
 * it needs and does not link.
 */
export async function pageProblems(page: Page, looking: Page = page): Promise<readonly string[]> {
  return [
    ...(await accessibilityProblems(looking)),
    ...(await looking.evaluate(problemsOfShape)),
    ...(await stylesLeftOut(looking)),
  ]
}

/**
 * A page whose scripts are off cannot run axe, because its clock stands still. This shows the same HTML in `twin`, with the
 * same styles and without its scripts; what stands there only for who has none is unfolded.
 */
export async function showSameIn(twin: Page, page: Page): Promise<Page> {
  const html = (await page.content()).replaceAll(/<\/?noscript>/g, '')
  await twin.unrouteAll()
  await twin.route('**/*.js', (route) => route.abort())
  await twin.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  await twin.goto(page.url())
  return twin
}

/** Runs in the page. */
function problemsOfShape(): string[] {
  const problems: string[] = []
  const root = document.documentElement
  const tooWide = root.scrollWidth - root.clientWidth
  if (tooWide > 0) problems.push(`wider than the screen by ${tooWide} pixels`)
  if (document.title.trim() === '') problems.push('no title')
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) problems.push(`${headings} headings of the first level`)
  if (!root.lang) problems.push('no language')
  const text = document.body.innerText
  // The log names things by their identifier on purpose: it holds no names.
  const identifier = location.pathname.startsWith('/audit')
    ? null
    : text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f-]+/)
  if (identifier) problems.push(`an identifier is shown: ${identifier[0]}`)
  const key = text.match(
    /\b(?:access|account|agreements|audit|detection|form|guidance|homeVisit|http|identity|municipalities|organisations|people|places|policyAdvice|resident|today|volunteers)\.[a-zA-Z]+(?:\.[a-zA-Z]+)+\b/,
  )
  if (key) problems.push(`the key of a text is shown: ${key[0]}`)
  const broken = text.match(/\b(?:undefined|NaN|\[object \w+\]|Invalid Date)\b|\{[a-z]+\}/)
  if (broken) problems.push(`a value is missing: ${broken[0]}`)
  return problems
}
