import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the open page against WCAG 2.2 AA and its best practices: one line a finding, empty when all is well. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  await page.evaluate(atRest)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    const { violations, incomplete } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations', 'incomplete'],
    })
    // Words that are as light as what is behind them could be hidden on purpose, axe says; here nobody does that.
    const unread = incomplete.flatMap((finding) => {
      const nodes = finding.nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'))
      return nodes.length > 0 ? [{ ...finding, nodes }] : []
    })
    return [...violations, ...unread].map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
    )
  })
}

/** Waits for what fades and slides, and ends: half faded, colours are not those that people read. */
async function atRest(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

type AxeResults = { readonly violations: readonly Finding[]; readonly incomplete: readonly Finding[] }
type Finding = {
  readonly id: string
  readonly help: string
  readonly nodes: readonly {
    readonly target: readonly string[]
    readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[]
  }[]
}

/** Evaluated in the page rather than added as a script, which the content security policy rightly refuses. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
