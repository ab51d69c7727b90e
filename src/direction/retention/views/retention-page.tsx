import type { Texts } from '../../../platform/messages/index.ts'
import {
  Cluster,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
  Table,
} from '../../../ui/index.ts'
import type { Certificate } from '../certificate-store.ts'
import type { Proposal } from '../proposal-store.ts'
import type { SeriesLine } from '../register.ts'
import type { SelectionRule } from '../rule-store.ts'
import { seriesNames } from '../series.ts'
import { seriesWords } from './series-words.ts'
import { termWords } from './term-words.ts'

type Props = {
  readonly t: Texts
  readonly series: readonly SeriesLine[]
  readonly rules: readonly SelectionRule[]
  readonly open: readonly Proposal[]
  readonly done: readonly Certificate[]
  readonly mayRecord: boolean
}

/** What waits to be deleted, how long each series is kept, and what was deleted. */
export function RetentionPage({ t, series, rules, open, done, mayRecord }: Props) {
  return (
    <Stack gap="large">
      <Stack>
        <Cluster spread="between">
          <Heading level={1}>{t('retention.title')}</Heading>
          {mayRecord ? (
            <LinkButton href="/retention/rules/new" look="primary" icon="plus">
              {t('retention.rule.new')}
            </LinkButton>
          ) : null}
        </Cluster>
        <Lead>{t('retention.lead')}</Lead>
      </Stack>
      <Section title={t('retention.open')}>
        {open.length === 0 ? (
          <EmptyState icon="check" title={t('retention.open.none')} />
        ) : (
          <LinkList
            label={t('retention.open')}
            items={open.map((one) => ({
              key: one.id,
              href: `/retention/proposals/${one.id}`,
              title: t('retention.proposal.title', { series: seriesWords(t, one.series), records: one.records }),
              meta: <Status word={t(`retention.state.${one.state}`)} />,
              description: t('retention.proposal.madeOn', { day: t.day(one.madeOn) }),
            }))}
          />
        )}
      </Section>
      <Section title={t('retention.register')}>
        <SeriesTable t={t} series={series} rules={rules} />
      </Section>
      {done.length > 0 ? (
        <Section title={t('retention.certificates')}>
          <LinkList
            label={t('retention.certificates')}
            items={done.map((one) => ({
              key: one.id,
              href: `/retention/certificates/${one.id}`,
              title: t('retention.proposal.title', { series: seriesWords(t, one.series), records: one.records }),
              meta: t.moment(one.executedAt),
            }))}
          />
        </Section>
      ) : null}
    </Stack>
  )
}

function SeriesTable({ t, series, rules }: Pick<Props, 't' | 'series' | 'rules'>) {
  return (
    <Table
      caption={t('retention.register')}
      captionHidden
      rows={series}
      rowKey={(row) => `${row.series} ${row.mode}`}
      columns={[
        { key: 'series', heading: t('retention.series'), rowHeader: true, cell: (row) => seriesWords(t, row.series) },
        {
          key: 'term',
          heading: t('retention.term'),
          cell: (row) => t.list(row.terms.map((term) => termWords(t, term))),
        },
        {
          key: 'ground',
          heading: t('fields.ground'),
          cell: (row) => t.list(row.grounds.map((ground) => t(`fields.ground.${ground}`))),
        },
        { key: 'mode', heading: t('retention.mode'), cell: (row) => t(`fields.deletion.${row.mode}`) },
        { key: 'rule', heading: t('retention.rule'), cell: (row) => ruleWords(t, row, rules) },
      ]}
    />
  )
}

/** What the municipality decided on it; of what is never deleted, that the register of fields says why. */
function ruleWords(t: Texts, { series, mode }: SeriesLine, rules: readonly SelectionRule[]): string {
  const rule = rules.find((one) => one.series === series)
  if (rule) return t('retention.rule.inForce', { term: termWords(t, rule.term), reference: rule.reference })
  if (mode === 'automatic') return t('retention.rule.automatic')
  return t(seriesNames.some((name) => name === series) ? 'retention.rule.none' : 'retention.rule.stays')
}
