import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/**
 * What would style something on the open page but stands in a stylesheet that the page does not link, one rule a line. A public
 * page links only what its first visit can bear, so a picture may look right in the workplace and be black in public.
 */
export const stylesLeftOut = (page: Page): Promise<readonly string[]> => page.evaluate(rulesLeftOut, stylesheets())

/** What each stylesheet of the build says, by its address. */
function stylesheets(): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync('dist/browser/manifest.json', 'utf8')) as Manifest
  const files = new Set(Object.values(manifest).flatMap(({ css = [] }) => css))
  return Object.fromEntries([...files].map((file) => [`/${file}`, readFileSync(`dist/browser/${file}`, 'utf8')]))
}

type Manifest = Readonly<Record<string, { readonly css?: readonly string[] }>>

/**
 * Runs in the page. Paper, the dark and narrow screens count whatever the screen is now; so does what a thing looks like under the
 * pointer or before its text. Rules that stand in a linked stylesheet too are there; those that only name colours draw nothing.
 */
function rulesLeftOut(stylesheets: Readonly<Record<string, string>>): string[] {
  type Rule = { readonly selector: string; readonly whole: string }

  /** NOTE: the build leaves no rule inside that of another element, so such rules are not looked for. */
  const flatten = (rules: CSSRuleList, conditions: string): Rule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) {
        const draws = [...rule.style].some((property) => !property.startsWith('--'))
        return draws ? [{ selector: rule.selectorText, whole: conditions + rule.cssText }] : []
      }
      if (!(rule instanceof CSSGroupingRule)) return []
      return flatten(rule.cssRules, conditions + rule.cssText.slice(0, rule.cssText.indexOf('{')))
    })
  const rulesIn = (text: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return flatten(sheet.cssRules, '')
  }
  const states = /::[\w-]+(\([^)]*\))?|(?<!:not\():(hover|active|focus(-visible|-within)?|popover-open)/g
  const isOnThePage = ({ selector }: Rule) => document.querySelector(selector.replaceAll(states, ':is(*)')) !== null

  // What `next-version.ts` brings out has the same rules under another name.
  const builtName = (href: string) => new URL(href).pathname.replace('-next.', '.')
  const linked = new Set([...document.styleSheets].map(({ href }) => (href ? builtName(href) : '')))
  const rulesOf = (isLinked: boolean) =>
    Object.keys(stylesheets).flatMap((path) => (linked.has(path) === isLinked ? rulesIn(stylesheets[path] ?? '') : []))
  const there = new Set(rulesOf(true).map(({ whole }) => whole))
  if (there.size === 0) return ['no stylesheet of the build is linked']
  const leftOut = rulesOf(false).filter((rule) => !there.has(rule.whole) && isOnThePage(rule))
  return [...new Set(leftOut.map(({ whole }) => `no stylesheet that is linked has ${whole}`))]
}
