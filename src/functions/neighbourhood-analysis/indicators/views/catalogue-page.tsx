import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Cluster,
  Disclosure,
  EmptyState,
  Filters,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  SearchField,
  Section,
  Select,
  Stack,
  Status,
  Table,
} from '../../../../ui/index.ts'
import type { IndicatorState, ThemeState } from '../catalogue-state.ts'
import { nameIn } from './figure-words.ts'

export type CatalogueFilter = { readonly words: string; readonly show: 'all' | 'loaded' | 'missing' }
type Props = {
  readonly t: Texts
  readonly themes: readonly ThemeState[]
  readonly others: readonly IndicatorState[]
  readonly filter: CatalogueFilter
  readonly mayImport: boolean
}

/** All indicators: which are there, and where those that are not there are published. */
export function CataloguePage({ t, themes, others, filter, mayImport }: Props) {
  const wanted = (states: readonly IndicatorState[]) => states.filter((one) => isWanted(t, one, filter))
  const inThemes = themes.map(({ theme, indicators }) => ({
    title: t(`analysis.indicators.theme.${theme}`),
    indicators: wanted(indicators).filter(({ isBehind }) => !isBehind),
  }))
  const folded = [
    {
      title: t('analysis.indicators.behind'),
      indicators: wanted(themes.flatMap(({ indicators }) => indicators)).filter(({ isBehind }) => isBehind),
    },
    { title: t('analysis.indicators.others'), indicators: wanted(others) },
  ]
  const [filled, filledFolds] = [inThemes, folded].map((groups) => groups.filter(hasSome))
  return (
    <Stack>
      <BackLink href="/analysis" text={t('analysis.indicators.back')} />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.indicators')}</Heading>
        {mayImport ? (
          <LinkButton href="/analysis/figures/new" look="primary" icon="plus">
            {t('analysis.import')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.indicators.lead')}</Lead>
      <CatalogueFilters t={t} filter={filter} />
      {filled?.length === 0 && filledFolds?.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('analysis.indicators.noneFound')}
          text={t('analysis.indicators.noneFound.text')}
        />
      ) : null}
      {filled?.map(({ title, indicators }) => (
        <Section key={title} title={title}>
          <IndicatorsTable t={t} title={title} indicators={indicators} />
        </Section>
      ))}
      {filledFolds?.map(({ title, indicators }) => (
        <Disclosure key={title} summary={title} open={filter.words !== ''}>
          <IndicatorsTable t={t} title={title} indicators={indicators} />
        </Disclosure>
      ))}
      <Hint>{t('analysis.indicators.addresses')}</Hint>
    </Stack>
  )
}

const hasSome = ({ indicators }: Pick<ThemeState, 'indicators'>) => indicators.length > 0

function CatalogueFilters({ t, filter }: Pick<Props, 't' | 'filter'>) {
  const choices = (['all', 'loaded', 'missing'] as const).map((value) => ({
    value,
    label: t(`analysis.indicators.show.${value}`),
  }))
  return (
    <Filters
      action="/analysis/indicators"
      title={t('analysis.indicators.filter')}
      applyText={t('analysis.indicator.show')}
    >
      <SearchField name="words" label={t('analysis.indicators.words')} value={filter.words} />
      <Select name="show" label={t('analysis.indicators.show')} choices={choices} value={filter.show} />
    </Filters>
  )
}

type TableProps = { readonly t: Texts; readonly title: string; readonly indicators: readonly IndicatorState[] }

function IndicatorsTable({ t, title, indicators }: TableProps) {
  return (
    <Table
      caption={title}
      captionHidden
      rows={indicators}
      rowKey={({ definition }) => definition.key}
      columns={[
        {
          key: 'name',
          heading: t('analysis.indicator'),
          rowHeader: true,
          cell: (one) => <NameCell t={t} state={one} />,
        },
        { key: 'there', heading: t('analysis.indicators.there'), cell: (one) => <ThereCell t={t} state={one} /> },
        { key: 'where', heading: t('analysis.indicators.where'), cell: (one) => whereText(t, one) },
      ]}
    />
  )
}

type CellProps = { readonly t: Texts; readonly state: IndicatorState }

function NameCell({ t, state: { definition, periods } }: CellProps) {
  const name = nameIn(t, definition)
  return periods ? <Link href={`/analysis/indicators/${encodeURIComponent(definition.key)}`}>{name}</Link> : name
}

function ThereCell({ t, state: { levels, periods, isDivided } }: CellProps) {
  if (!periods) return <Status word={t('analysis.indicators.notThere')} icon="circle" />
  const [first, last] = [t.period(periods[0]), t.period(periods[1])]
  const areas = t.list(levels.map((level) => t(`analysis.indicators.level.${level}`)))
  const span = first === last ? first : `${first} – ${last}`
  return isDivided
    ? t('analysis.indicators.there.divided', { areas, span })
    : t('analysis.indicators.there.span', { areas, span })
}

/** As an address to type: pages of the workplace lead nowhere else by themselves. */
function whereText(t: Texts, { publisher, definition, periods }: IndicatorState): string {
  if (publisher) return `${publisher.name} (${publisher.address.replace('https://', '')})`
  if (definition.theme === undefined || periods) return t('analysis.indicators.where.file')
  return t('analysis.indicators.where.own')
}

function isWanted(t: Texts, { definition, periods }: IndicatorState, { words, show }: CatalogueFilter): boolean {
  if (show !== 'all' && (show === 'loaded') !== (periods !== undefined)) return false
  const asked = words.trim().toLowerCase()
  return `${nameIn(t, definition)} ${definition.key}`.toLowerCase().includes(asked)
}
