import type { Texts } from '../../../../platform/messages/index.ts'
import { SubNavigation } from '../../../../ui/index.ts'

const parts = ['findings', 'places', 'walks', 'heard'] as const

/** The four pages on which stories and strengths are gathered. */
export function PartsNavigation({ t, current }: { readonly t: Texts; readonly current: (typeof parts)[number] }) {
  return (
    <SubNavigation
      label={t('analysis.part')}
      items={parts.map((part) => ({
        href: `/analysis/${part}`,
        text: t(`analysis.part.${part}`),
        current: part === current,
      }))}
    />
  )
}
