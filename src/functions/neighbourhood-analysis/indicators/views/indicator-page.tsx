import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Cluster,
  DescriptionList,
  Filters,
  Heading,
  Hint,
  Lead,
  LinkButton,
  type MapSheet,
  Section,
  Select,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { beside } from '../figure-line.ts'
import type { AreaWithFigure, IndicatorFigures } from '../indicator-figures.ts'
import type { FigureLine } from '../shown-line.ts'
import { comparedWords, nameIn, toldWords } from './figure-words.ts'
import { IndicatorMap } from './indicator-map.tsx'
import { IndicatorTrend } from './indicator-trend.tsx'
import { SourcesSection } from './sources-section.tsx'
import type { WholeNames } from './whole-names.ts'

type Props = { readonly t: Texts; readonly figures: IndicatorFigures; readonly wholeNames: WholeNames }
type PageProps = Props & { readonly sheet: MapSheet | undefined }

/** A table of more areas than these is unfolded under the map. */
const mostInSight = 40

/** One indicator of all areas of the municipality: map, table, trend, and where it comes from. */
export function IndicatorPage({ t, figures, sheet, wholeNames }: PageProps) {
  const { definition, period, areas, wholes, sources } = figures
  const name = nameIn(t, definition)
  const lines = areas.flatMap(({ line }) => line ?? [])
  const table = <AreasTable t={t} figures={figures} wholeNames={wholeNames} />
  const isDrawn = sheet !== undefined && areas.some(({ key }) => sheet.areas[key])
  const isLong = isDrawn && areas.length > mostInSight
  return (
    <Stack>
      <BackLink href="/analysis/indicators" text={t('analysis.indicators')} />
      <Cluster spread="between">
        <Heading level={1}>{name}</Heading>
        <LinkButton href={exportAddress(figures)} look="secondary" icon="download">
          {t('analysis.indicators.export')}
        </LinkButton>
      </Cluster>
      <Lead>{t(`analysis.indicators.direction.${definition.direction}`)}</Lead>
      <FigureChoice t={t} figures={figures} />
      {isDrawn ? <IndicatorMap t={t} figures={figures} sheet={sheet} table={isLong ? table : undefined} /> : null}
      {isLong && Object.keys(wholes).length === 0 ? null : (
        <Section title={t('analysis.indicators.areas', { name, period: t.period(period) })}>
          {isLong ? <WholeFigures t={t} figures={figures} wholeNames={wholeNames} /> : table}
        </Section>
      )}
      {lines.some(({ compared }) => compared) ? <Hint>{t('analysis.indicators.compared.hint')}</Hint> : null}
      <IndicatorTrend t={t} figures={figures} wholeNames={wholeNames} />
      <SourcesSection t={t} sources={sources} hasApproximate={lines.some(isApproximate)} />
    </Stack>
  )
}

export const isApproximate = ({ own }: FigureLine): boolean => own.shown.quality === 'approximate'

/** Level, period and publisher, in the address. */
function FigureChoice({ t, figures }: Pick<Props, 't' | 'figures'>) {
  const { definition, level, levels, period, periods, source, sourceChoices } = figures
  const choicesOf = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  if (levels.length < 2 && periods.length < 2 && sourceChoices.length < 2) return null
  return (
    <Filters
      action={pathOf(definition.key)}
      title={t('analysis.indicator.choose')}
      applyText={t('analysis.indicator.show')}
    >
      {levels.length > 1 ? (
        <Select
          name="level"
          width="full"
          label={t('analysis.indicators.level')}
          value={level}
          choices={choicesOf(levels, (one) => t(`analysis.indicators.level.${one}`))}
        />
      ) : null}
      {periods.length > 1 ? (
        <Select
          name="period"
          label={t('analysis.period')}
          value={period}
          choices={choicesOf(periods, (one) => t.period(one))}
        />
      ) : null}
      {sourceChoices.length > 1 ? (
        <Select
          name="source"
          width="full"
          label={t('analysis.source')}
          value={source}
          choices={choicesOf(sourceChoices, (one) => one)}
        />
      ) : null}
    </Filters>
  )
}

/** Municipality, region and country alone. */
function WholeFigures({ t, figures: { wholes, definition }, wholeNames }: Props) {
  const items = beside.map((whole) => ({
    term: wholeNames[whole],
    value: wholes[whole] && toldWords(t, wholes[whole].own, definition),
  }))
  return <DescriptionList items={items} />
}

type AreaRow = Pick<AreaWithFigure, 'key' | 'name' | 'line'> & { readonly isWhole: boolean }

function AreasTable({ t, figures, wholeNames }: Props) {
  const { areas, wholes, definition, level } = figures
  const nameOfArea = (one: AreaWithFigure) => (one.isNotLocalisable ? t('analysis.area.notLocalisable') : one.name)
  const rows: readonly AreaRow[] = [
    ...areas.map((one) => ({ key: one.key, name: nameOfArea(one), line: one.line, isWhole: false })),
    ...beside.flatMap((whole) =>
      wholes[whole] ? [{ key: whole, name: wholeNames[whole], line: wholes[whole], isWhole: true }] : [],
    ),
  ]
  const hasComparison = areas.some(({ line }) => line?.compared)
  return (
    <Table
      caption={nameIn(t, definition)}
      captionHidden
      compact
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'area',
          heading: t(`analysis.indicators.area.${level ?? 'none'}`),
          rowHeader: true,
          cell: ({ name }) => name,
        },
        {
          key: 'figure',
          heading: t('analysis.indicators.figure'),
          numeric: true,
          cell: ({ line }) => (line ? toldWords(t, line.own, definition) : t('analysis.indicators.noFigure')),
        },
        ...(hasComparison
          ? [
              {
                key: 'compared',
                heading: t('analysis.indicators.compared', { name: wholeNames.municipality }),
                cell: ({ line, isWhole }: AreaRow) => (line && !isWhole ? comparedWords(t, line, wholeNames) : ''),
              },
            ]
          : []),
      ]}
    />
  )
}

export const pathOf = (key: string): string => `/analysis/indicators/${encodeURIComponent(key)}`

function exportAddress({ definition, level, period, source }: IndicatorFigures): string {
  const query = new URLSearchParams({ ...(level && { level }), period, ...(source && { source }) })
  return `${pathOf(definition.key)}/figures.csv?${query}`
}
