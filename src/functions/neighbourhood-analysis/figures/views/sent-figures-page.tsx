import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import { type FigureTotal, missingKinds, type Remark } from '../../../../registers/published-figures/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  Form,
  Heading,
  Hint,
  Lead,
  List,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import type { SentFigures } from '../sent-figures-store.ts'
import { shownTotal } from '../shown-dataset.ts'
import { figureText, numberText } from './figure-text.ts'

type Props = { readonly t: Texts; readonly id: string; readonly sent: SentFigures }

/** So many totals are shown; the command line gives all. */
const totalsShown = 60

/** What a file holds and what of it would be kept, before it is. */
export function SentFiguresPage({ t, id, sent }: Props) {
  const { dataset, figures, totals, ofMunicipality } = sent
  const path = `/analysis/figures/imports/${id}`
  return (
    <Stack>
      <BackLink href="/analysis/figures/new" text={t('analysis.import')} />
      <Heading level={1}>{t('analysis.import.look')}</Heading>
      <Lead>{t('analysis.import.look.lead', { rows: dataset.rowsRead, figures: figures.length })}</Lead>
      <DescriptionList
        items={[
          { term: t('analysis.file'), value: fileWords(t, dataset.fileName) },
          { term: t('analysis.layout'), value: dataset.layout },
          { term: t('analysis.source'), value: dataset.source },
          { term: t('analysis.licence'), value: licenceWords(t, dataset.licence) },
        ]}
      />
      {dataset.remarks.length > 0 ? <List items={dataset.remarks.map((remark) => remarkText(t, remark))} /> : null}
      <ButtonRow>
        <Form action={`${path}/confirmation`} look="inline">
          <Button>{t('analysis.import.confirm')}</Button>
        </Form>
        <Form action={`${path}/withdrawal`} look="inline">
          <Button look="secondary">{t('analysis.import.withdraw')}</Button>
        </Form>
      </ButtonRow>
      <TotalsTable t={t} title={t('analysis.totals.own')} totals={ofMunicipality} />
      <TotalsTable t={t} title={t('analysis.totals.whole')} totals={totals} />
    </Stack>
  )
}

type TotalsProps = { readonly t: Texts; readonly title: string; readonly totals: readonly FigureTotal[] }

function TotalsTable({ t, title, totals }: TotalsProps) {
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        compact
        rows={totals.slice(0, totalsShown)}
        rowKey={({ indicator, period, level, edition }) => [indicator, period, level, edition].join(' ')}
        columns={[
          {
            key: 'indicator',
            heading: t('analysis.indicator'),
            cell: ({ indicator, name }) => indicatorName(indicator, t.language, name),
            rowHeader: true,
          },
          { key: 'period', heading: t('analysis.period'), cell: ({ period }) => period && t.period(period) },
          {
            key: 'areas',
            heading: t('analysis.totals.areas'),
            cell: ({ areas }) => numberText(t, areas),
            numeric: true,
          },
          { key: 'total', heading: t('analysis.totals.total'), cell: (total) => totalText(t, total), numeric: true },
          { key: 'missing', heading: t('analysis.totals.missing'), cell: (total) => missingText(t, total) },
        ]}
      />
      {totals.length > totalsShown ? (
        <Hint>{t('analysis.totals.more', { count: totals.length - totalsShown })}</Hint>
      ) : null}
    </Section>
  )
}

function totalText(t: Texts, figure: FigureTotal): string {
  const { total, totalIs } = figure
  if (total !== null) return figureText(t, shownTotal(figure))
  return totalIs === 'hidden' || totalIs === 'unknown'
    ? t(`analysis.missing.${totalIs}`)
    : t('analysis.totals.notSummed')
}

function missingText(t: Texts, { missing }: FigureTotal): string {
  const some = missingKinds.filter((kind) => missing[kind] > 0)
  return t.list(some.map((kind) => `${missing[kind]} ${t(`analysis.missing.${kind}`)}`))
}

function remarkText(t: Texts, remark: Remark): string {
  const names = 'names' in remark ? t.list(remark.names.slice(0, 8)) : ''
  const count = 'count' in remark ? remark.count : 0
  const period = 'period' in remark ? t.period(remark.period) : ''
  return t(`analysis.remark.${remark.kind}`, { names, count, period })
}
