import type { Texts } from '../../../../platform/messages/index.ts'
import { labelOf, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import { BalanceChart } from '../../../../ui/index.ts'
import type { FindingFilter } from '../finding-store.ts'
import type { ThemeBalance } from './balance-by-theme.ts'

type Props = { readonly t: Texts; readonly themes: readonly ThemeBalance[]; readonly filter: FindingFilter }

/** Strengths beside needs and gaps, theme by theme; each theme leads to its findings. Nothing with fewer than two themes. */
export function BalancePicture({ t, themes, filter }: Props) {
  if (themes.length < 2) return null
  const told = (count: number) => ({ value: count, text: String(count) })
  return (
    <BalanceChart
      title={t('analysis.balance.title')}
      caption={t('analysis.balance.caption')}
      tableText={t('analysis.balance.table')}
      rows={themes.map(({ theme, strengths, others }) => ({
        key: theme,
        name: labelOf(policyThemeContent, theme, t.language),
        href: hrefOf(theme, filter),
        left: told(strengths),
        right: told(others),
      }))}
      words={{
        row: t('analysis.finding.theme'),
        left: t('analysis.balance.strengths'),
        right: t('analysis.balance.others'),
      }}
    />
  )
}

function hrefOf(theme: string, { neighbourhoodId }: FindingFilter): string {
  const asked = new URLSearchParams({ theme, ...(neighbourhoodId ? { neighbourhood: neighbourhoodId } : {}) })
  return `/analysis/findings?${asked}`
}
