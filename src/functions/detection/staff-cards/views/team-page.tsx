import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, EmptyState, Heading, Lead, Stack, Table } from '../../../../ui/index.ts'
import { banded } from '../../signals/telling-back/team-feedback.ts'
import type { TeamMonth } from '../../signals/telling-back/team-feedback-store.ts'

type Props = { readonly t: Texts; readonly months: readonly TeamMonth[] }

/** Feedback to the visitor team: how far the cards came, without names (P13). */
export function TeamPage({ t, months }: Props) {
  const columns = (['handedIn', 'contacted', 'takenUp', 'finished'] as const).map((key) => ({
    key,
    heading: t(`detection.team.${key}`),
    cell: (month: TeamMonth) => inWords(t, month[key]),
  }))
  return (
    <Stack>
      <BackLink href="/cards" text={t('detection.sent.title')} />
      <Heading level={1}>{t('detection.team.title')}</Heading>
      <Lead>{t('detection.team.lead')}</Lead>
      {months.length === 0 ? (
        <EmptyState title={t('detection.team.none')} />
      ) : (
        <Table
          caption={t('detection.team.title')}
          captionHidden
          columns={[
            {
              key: 'month',
              heading: t('detection.team.month'),
              cell: ({ month }) => monthName(t, month),
              rowHeader: true,
            },
            ...columns,
          ]}
          rows={months}
          rowKey={({ month }) => month}
        />
      )}
    </Stack>
  )
}

function inWords(t: Texts, count: number): string {
  const band = banded(count)
  if (band.kind === 'none') return t('detection.team.zero')
  return t(`detection.team.band.${band.kind}`, { count: band.limit })
}

function monthName(t: Texts, month: string): string {
  const format = new Intl.DateTimeFormat(t.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
