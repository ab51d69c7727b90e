import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import type { Indicator } from '../../../../registers/published-figures/index.ts'
import {
  BackLink,
  DescriptionList,
  Filters,
  Heading,
  Hint,
  Notice,
  Section,
  Select,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import { ownEdition } from '../../own-counts/own-edition.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import type { AreaRow, Dataset } from '../dataset.ts'
import { figureText } from './figure-text.ts'
import { spanOf } from './figures-page.tsx'

type Props = {
  readonly t: Texts
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly rows: readonly AreaRow[]
  /** Periods shown, newest first, and how many older ones there are. */
  readonly periods: readonly string[]
  readonly olderCount: number
  readonly municipalityName: string
}

/** The figures of one indicator by area and period, with where they come from under them. */
export function DatasetPage({ t, dataset, indicator, rows, periods, olderCount, municipalityName }: Props) {
  const name = nameOf(t, indicator)
  return (
    <Stack>
      <BackLink href="/analysis/figures" text={t('analysis.figures')} />
      <Heading level={1}>{name}</Heading>
      {dataset.isReplaced ? <Notice kind="attention">{t('analysis.dataset.replaced.text')}</Notice> : null}
      <IndicatorChoice t={t} dataset={dataset} chosen={indicator} />
      <Table
        caption={captionOf(t, indicator)}
        compact
        rows={rows}
        rowKey={({ level, edition, areaCode }) => `${level} ${edition} ${areaCode}`}
        columns={[
          {
            key: 'area',
            heading: t('analysis.area'),
            cell: (row) => areaName(t, row, municipalityName),
            rowHeader: true,
          },
          ...periods.map((period) => ({
            key: period,
            heading: t.period(period),
            numeric: true,
            cell: (row: AreaRow) => figureText(t, row.byPeriod.get(period)),
          })),
          { key: 'code', heading: t('analysis.area.code'), cell: ({ areaCode }) => areaCode },
        ]}
      />
      {olderCount > 0 ? <Hint>{t('analysis.table.older', { count: olderCount })}</Hint> : null}
      <Hint>{t('analysis.table.note')}</Hint>
      <Section title={t('analysis.provenance')}>
        <DescriptionList items={provenanceItems(t, dataset, rows)} />
      </Section>
    </Stack>
  )
}

/** The name with its unit; a number of people, households or births says what it counts by its name. */
function captionOf(t: Texts, indicator: Indicator): string {
  const name = nameOf(t, indicator)
  if (indicator.unit === '' || indicator.kind === 'count') return name
  const unit = indicator.unit === '0-1' ? t('analysis.unit.fraction') : indicator.unit
  return t('analysis.table.caption', { name, unit })
}

const nameOf = (t: Texts, { indicator, name }: Indicator) => indicatorName(indicator, t.language, name)

function IndicatorChoice({
  t,
  dataset,
  chosen,
}: {
  readonly t: Texts
  readonly dataset: Dataset
  readonly chosen: Indicator
}) {
  if (dataset.indicators.length < 2) return null
  const choices = dataset.indicators.map((one) => ({ value: one.indicator, label: nameOf(t, one) }))
  return (
    <Filters
      action={`/analysis/figures/${dataset.id}`}
      title={t('analysis.indicator.choose')}
      applyText={t('analysis.indicator.show')}
    >
      <Select
        width="full"
        name="indicator"
        label={t('analysis.indicator')}
        choices={choices}
        value={chosen.indicator}
      />
    </Filters>
  )
}

/** An area as people call it; one without a name by its level. */
function areaName(
  t: Texts,
  { level, areaName: name, areaCode, isNotLocalisable, isSummed }: AreaRow,
  municipality: string,
) {
  if (isNotLocalisable) return t('analysis.area.notLocalisable')
  const words = level === 'municipality' ? municipality : name
  const key = level === 'region' ? `analysis.region.${areaCode}` : `analysis.level.${level}`
  const shown = words || (t.has(key) ? t(key) : areaCode)
  return isSummed ? t('analysis.area.summed', { name: shown }) : shown
}

function provenanceItems(t: Texts, dataset: Dataset, rows: readonly AreaRow[]) {
  const editions = [...new Set(rows.map(({ edition }) => edition))].filter(
    (edition) => edition !== 'fixed' && edition !== ownEdition,
  )
  return [
    { term: t('analysis.source'), value: dataset.source },
    { term: t('analysis.licence'), value: licenceWords(t, dataset.licence) },
    { term: t('analysis.period'), value: spanOf(t, dataset) },
    { term: t('analysis.edition'), value: editions.length > 0 ? editions.join(', ') : undefined },
    { term: t('analysis.retrieved'), value: t.day(dataset.retrievedOn) },
    { term: t('analysis.file'), value: fileWords(t, dataset.fileName) },
    { term: t('analysis.hash'), value: dataset.sha256.slice(0, 16) },
  ]
}
