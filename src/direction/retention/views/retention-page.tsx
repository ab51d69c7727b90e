import type { Texts } from '../../../platform/messages/index.ts'
import {
  Cluster,
  Disclosure,
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
import { isErasable, ruleWords } from './rule-words.ts'
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
        <Register t={t} series={series} rules={rules} />
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

/** What two people decide on comes first; the rest is there for who wants to know. */
function Register({ t, series, rules }: Pick<Props, 't' | 'series' | 'rules'>) {
  const byItself = series.filter(({ mode }) => mode === 'automatic')
  const decided = series.filter((line) => line.mode !== 'automatic' && isErasable(line))
  const staying = series.filter((line) => line.mode !== 'automatic' && !isErasable(line))
  return (
    <>
      <SeriesTable t={t} caption={t('retention.register')} series={decided} rules={rules} />
      <Disclosure summary={t('retention.byItself', { series: byItself.length })}>
        <SeriesTable t={t} caption={t('retention.byItself', { series: byItself.length })} series={byItself} />
      </Disclosure>
      <Disclosure summary={t('retention.staying', { series: staying.length })}>
        <p>{t('retention.staying.hint')}</p>
        <SeriesTable t={t} caption={t('retention.staying', { series: staying.length })} series={staying} />
      </Disclosure>
    </>
  )
}

type TableProps = Pick<Props, 't' | 'series'> & {
  readonly caption: string
  /** What was decided; absent where nothing is to be decided. */
  readonly rules?: readonly SelectionRule[]
}

function SeriesTable({ t, caption, series, rules }: TableProps) {
  const decision = {
    key: 'rule',
    heading: t('retention.rule'),
    cell: (row: SeriesLine) => ruleWords(t, row, rules ?? []),
  }
  return (
    <Table
      caption={caption}
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
        ...(rules ? [decision] : []),
      ]}
    />
  )
}
