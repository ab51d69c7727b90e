import type { Texts } from '../../../platform/messages/index.ts'
import {
  causeTypeContent,
  competentLevelContent,
  labelOf,
  policyThemeContent,
} from '../../../registers/frameworks/index.ts'
import {
  Cluster,
  EmptyState,
  Filters,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Pagination,
  Section,
  Select,
  Stack,
  Status,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { type PolicySignal, situationBandOf } from '../policy-signal.ts'
import type { PolicySignalFilter } from '../policy-signal-store.ts'
import { choicesToday, type Neighbourhood, placeChoices } from './choices.ts'

type Props = {
  readonly t: Texts
  readonly signals: readonly PolicySignal[]
  readonly filter: PolicySignalFilter
  readonly neighbourhoods: readonly Neighbourhood[]
  /** How many there are per theme; shown as bands. Absent for who sees only the own notes. */
  readonly byTheme: ReadonlyMap<string, number> | undefined
  readonly mayNote: boolean
  /** Sees what nobody read for recognisability yet, so may ask for that alone. */
  readonly seesUnread: boolean
  readonly pages: { readonly previous: string | undefined; readonly next: string | undefined; readonly number: number }
}

/** Signals for policy: all of them for who weighs them, one's own for who notes them. */
export function ListPage({ t, signals, filter, neighbourhoods, byTheme, mayNote, seesUnread, pages }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('policyAdvice.title')}</Heading>
        {mayNote ? (
          <LinkButton href="/policy-signals/new" look="primary" icon="plus">
            {t('policyAdvice.note.title')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{byTheme ? t('policyAdvice.lead') : t('policyAdvice.lead.own')}</Lead>
      {byTheme ? <SignalFilters t={t} filter={filter} neighbourhoods={neighbourhoods} seesUnread={seesUnread} /> : null}
      {signals.length === 0 ? (
        <EmptyState icon="flag" title={t('policyAdvice.empty')} text={t('policyAdvice.empty.text')} />
      ) : (
        <LinkList label={t('policyAdvice.title')} items={signals.map((signal) => rowOf(t, signal))} listKeys />
      )}
      {pages.previous || pages.next ? (
        <Pagination
          label={t('policyAdvice.pages')}
          summary={t('policyAdvice.page', { number: pages.number })}
          previous={pages.previous ? { href: pages.previous, text: t('policyAdvice.page.newer') } : undefined}
          next={pages.next ? { href: pages.next, text: t('policyAdvice.page.older') } : undefined}
        />
      ) : null}
      {byTheme && signals.length > 0 ? <ThemeTable t={t} byTheme={byTheme} /> : null}
    </Stack>
  )
}

function rowOf(t: Texts, signal: PolicySignal) {
  return {
    key: signal.id,
    href: `/policy-signals/${signal.id}`,
    title: `${labelOf(policyThemeContent, signal.theme, t.language)}: ${labelOf(causeTypeContent, signal.causeType, t.language)}`,
    meta: (
      <>
        <Tag>{labelOf(competentLevelContent, signal.competentLevel, t.language)}</Tag>
        <span>{t.day(signal.notedOn)}</span>
        {signal.readOn === null ? <Status word={t('policyAdvice.reading.waits')} icon="eye" /> : null}
      </>
    ),
    description: signal.description,
  }
}

type FilterProps = Pick<Props, 't' | 'filter' | 'neighbourhoods' | 'seesUnread'>

function SignalFilters({ t, filter, neighbourhoods, seesUnread }: FilterProps) {
  const choices = choicesToday(t)
  const all = t('policyAdvice.filter.all')
  const readings = (['waiting', 'done'] as const).map((reading) => ({
    value: reading,
    label: t(`policyAdvice.filter.reading.${reading}`),
  }))
  const selects = [
    { name: 'theme', label: t('policyAdvice.theme'), choices: choices.themes, value: filter.theme },
    { name: 'cause', label: t('policyAdvice.causeType'), choices: choices.causeTypes, value: filter.causeType },
    {
      name: 'level',
      label: t('policyAdvice.competentLevel'),
      choices: choices.competentLevels,
      value: filter.competentLevel,
    },
    { name: 'group', label: t('policyAdvice.groups'), choices: choices.groups, value: filter.group },
    {
      name: 'neighbourhood',
      label: t('policyAdvice.neighbourhood'),
      choices: placeChoices(neighbourhoods),
      value: filter.neighbourhoodId,
    },
    ...(seesUnread
      ? [{ name: 'reading', label: t('policyAdvice.filter.reading'), choices: readings, value: filter.reading }]
      : []),
  ]
  const asked = selects.filter(({ value }) => value !== undefined)
  const words = asked.map(({ choices: some, value }) => some.find((choice) => choice.value === value)?.label ?? all)
  const without = (name: string) =>
    new URLSearchParams(asked.flatMap((one) => (one.name === name ? [] : [[one.name, one.value ?? '']])))
  return (
    <Filters
      action="/policy-signals"
      title={t('policyAdvice.filter')}
      applyText={t('policyAdvice.filter.apply')}
      foldText={t('policyAdvice.filter.fold', { what: words.join(', ') || all })}
      active={asked.map(({ name }, place) => ({
        text: words[place] ?? all,
        removeText: t('policyAdvice.filter.remove'),
        href: `/policy-signals?${without(name)}`,
      }))}
      clear={{ href: '/policy-signals', text: t('policyAdvice.filter.clear') }}
    >
      {selects.map((select) => (
        <Select key={select.name} {...select} emptyText={all} />
      ))}
    </Filters>
  )
}

function ThemeTable({ t, byTheme }: { readonly t: Texts; readonly byTheme: ReadonlyMap<string, number> }) {
  const rows = choicesToday(t).themes.map(({ value, label }) => ({ value, label, count: byTheme.get(value) ?? 0 }))
  return (
    <Section title={t('policyAdvice.byTheme')}>
      <Table
        caption={t('policyAdvice.byTheme.caption')}
        compact
        rowKey={({ value }) => value}
        rows={rows}
        columns={[
          { key: 'theme', heading: t('policyAdvice.theme'), cell: ({ label }) => label, rowHeader: true },
          {
            key: 'band',
            heading: t('policyAdvice.byTheme.signals'),
            cell: ({ count }) => t(`policyAdvice.band.${situationBandOf(count)}`),
          },
        ]}
      />
    </Section>
  )
}
