import type { FieldRegister } from '../../../platform/fields/field-register.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import type { AccessLine, DataZone } from '../../../registers/municipalities/index.ts'
import { Heading, Lead, List, PrintSheet, Section, Stack, Table } from '../../../ui/index.ts'
import { ruleWords, type SelectionRule, type SeriesLine, seriesWords, termWords } from '../../retention/index.ts'

type Props = {
  readonly t: Texts
  readonly zones: readonly DataZone[]
  readonly lines: readonly AccessLine[]
  readonly rules: readonly SelectionRule[]
  readonly series: readonly SeriesLine[]
  readonly fields: FieldRegister
}

const questions = ['controllers', 'advice', 'why', 'ground', 'whose', 'processors', 'passedOn'] as const
const risks = ['phone', 'curiosity', 'address', 'small', 'server', 'unaware', 'leak'] as const

/** The assessment, and behind it what is kept, how long, and who sees it. */
export function AssessmentSheets(props: Props) {
  const { t } = props
  return (
    <>
      <PrintSheet isNumbered>
        <Stack gap="large">
          <Heading level={1}>{t('assessment.title')}</Heading>
          <Lead>{t('assessment.lead', { day: t.day(t.today) })}</Lead>
          <Questions {...props} />
          <Risks t={t} />
          <Section title={t('assessment.decision')}>
            <p>{t('assessment.decision.words')}</p>
          </Section>
        </Stack>
      </PrintSheet>
      <PrintSheet isNumbered>
        <Stack gap="large">
          <WhatIsKept {...props} />
          <HowLong {...props} />
          <WhoSees {...props} />
        </Stack>
      </PrintSheet>
    </>
  )
}

function Questions({ t, zones }: Props) {
  const known = { controllers: t.list(zones.map(({ name }) => name)) }
  return (
    <Table
      caption={t('assessment.questions')}
      rows={questions}
      rowKey={(question) => question}
      columns={[
        {
          key: 'question',
          heading: t('assessment.question'),
          rowHeader: true,
          cell: (one) => t(`assessment.question.${one}`),
        },
        { key: 'answer', heading: t('assessment.answer'), cell: (one) => t(`assessment.answer.${one}`, known) },
      ]}
    />
  )
}

function Risks({ t }: Pick<Props, 't'>) {
  return (
    <Table
      caption={t('assessment.risks')}
      rows={risks}
      rowKey={(risk) => risk}
      columns={[
        { key: 'risk', heading: t('assessment.risk'), rowHeader: true, cell: (one) => t(`assessment.risk.${one}`) },
        { key: 'measure', heading: t('assessment.measure'), cell: (one) => t(`assessment.measure.${one}`) },
        { key: 'own', heading: t('assessment.own'), cell: () => '…' },
      ]}
    />
  )
}

function WhatIsKept({ t, fields }: Props) {
  const tables = Object.entries(fields)
    .filter(([, { legalGround }]) => legalGround !== 'notPersonal')
    .toSorted(([a], [b]) => a.localeCompare(b))
  return (
    <Table
      caption={t('assessment.kept')}
      rows={tables}
      rowKey={([name]) => name}
      columns={[
        { key: 'table', heading: t('assessment.table'), rowHeader: true, cell: ([name]) => name },
        { key: 'purpose', heading: t('fields.purpose'), cell: ([, table]) => table.purpose },
        { key: 'ground', heading: t('fields.ground'), cell: ([, table]) => t(`fields.ground.${table.legalGround}`) },
      ]}
    />
  )
}

function HowLong({ t, series, rules }: Props) {
  return (
    <Table
      caption={t('assessment.howLong')}
      rows={series}
      rowKey={(line) => `${line.series} ${line.mode}`}
      columns={[
        { key: 'series', heading: t('retention.series'), rowHeader: true, cell: (line) => seriesWords(t, line.series) },
        {
          key: 'term',
          heading: t('retention.term'),
          cell: (line) => t.list(line.terms.map((term) => termWords(t, term))),
        },
        {
          key: 'rule',
          heading: t('retention.rule'),
          cell: (line) => ruleWords(t, line, rules),
        },
      ]}
    />
  )
}

/** Roles and how many people, not their names: the list with names is kept apart (P18). */
function WhoSees({ t, lines, zones }: Props) {
  const zoneName = (id: string) => zones.find((zone) => zone.id === id)?.name ?? ''
  return (
    <Section title={t('assessment.whoSees')}>
      <List
        items={lines.map(({ data, role, zoneId, people }) =>
          t('assessment.sees', {
            data: t(data),
            role: t(`http.role.${role}`),
            zone: zoneName(zoneId),
            people: people.length,
          }),
        )}
      />
    </Section>
  )
}
