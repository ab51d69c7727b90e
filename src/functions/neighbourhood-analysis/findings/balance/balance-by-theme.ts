import type { Finding } from '../finding.ts'

/** How many strengths, and how many needs and gaps, there are about one theme. */
export type ThemeBalance = { readonly theme: string; readonly strengths: number; readonly others: number }

/** The balance theme by theme, what is told most about first; dropped ones do not count. */
export function balanceByTheme(
  findings: readonly Pick<Finding, 'kind' | 'state' | 'theme'>[],
): readonly ThemeBalance[] {
  const living = findings.filter(({ state }) => state !== 'dropped')
  const themes = [...Map.groupBy(living, ({ theme }) => theme)].map(([theme, about]) => {
    const strengths = about.filter(({ kind }) => kind === 'strength').length
    return { theme, strengths, others: about.length - strengths }
  })
  const told = ({ strengths, others }: ThemeBalance) => strengths + others
  return themes.sort((a, b) => told(b) - told(a) || (a.theme < b.theme ? -1 : 1))
}
