import type { IsoDate } from '@meernet/calendar'
import { BackLink, EmptyState, Heading, Lead, Stack } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { ReadLine } from '../audit-store.ts'
import { LineTable } from './line-table.tsx'

type Props = {
  readonly t: Texts
  /** First day of the month the sample is of. */
  readonly month: IsoDate
  readonly lines: readonly ReadLine[]
  readonly names: ReadonlyMap<string, string>
}

/** Some lines of last month to ask colleagues about: was this look needed? */
export function SamplePage({ t, month, lines, names }: Props) {
  return (
    <Stack>
      <BackLink href="/audit" text={t('audit.title')} />
      <Heading level={1}>{t('audit.sample.title')}</Heading>
      <Lead>{t('audit.sample.lead', { from: t.day(month) })}</Lead>
      {lines.length === 0 ? (
        <EmptyState title={t('audit.none')} icon="scroll-text" />
      ) : (
        <LineTable t={t} lines={lines} names={names} />
      )}
    </Stack>
  )
}
