import type { Texts } from '../../../../platform/messages/index.ts'
import { labelOf, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Cluster,
  EmptyState,
  Filters,
  Grid,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Notice,
  Pagination,
  Select,
  Stack,
  Status,
  Tag,
  Tally,
  TextField,
} from '../../../../ui/index.ts'
import type { ThemeBalance } from '../balance/balance-by-theme.ts'
import { BalancePicture } from '../balance/balance-picture.tsx'
import { type Balance, evidenceStanding, type Finding, findingKinds, findingStates } from '../finding.ts'
import { type FindingFilter, findingSorts } from '../finding-store.ts'
import { groupChoices, placeChoices, themeChoices } from './choices.ts'
import { PartsNavigation } from './parts-navigation.tsx'

type Props = {
  readonly t: Texts
  readonly findings: readonly Finding[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly filter: FindingFilter
  /** How many findings of each kind there are in the chosen place, dropped ones left out. */
  readonly counts: Readonly<Record<Finding['kind'], number>>
  readonly balance: Balance
  readonly themes: readonly ThemeBalance[]
  readonly mayWrite: boolean
  readonly mayRead: boolean
  readonly pages: { readonly number: number; readonly previous: string | undefined; readonly next: string | undefined }
}

/** What was found: strengths, needs and gaps, with the balance between them told and not forced. */
export function FindingsPage({
  t,
  findings,
  neighbourhoods,
  filter,
  counts,
  balance,
  themes,
  mayWrite,
  mayRead,
  pages,
}: Props) {
  return (
    <Stack>
      <PartsNavigation t={t} current="findings" />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.finding.title')}</Heading>
        {mayWrite ? (
          <LinkButton href="/analysis/findings/new" look="primary" icon="plus">
            {t('analysis.finding.new')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.finding.lead')}</Lead>
      <Grid cell="small" stretch>
        {findingKinds.map((kind) => (
          <Tally
            key={kind}
            look="line"
            value={counts[kind]}
            label={t(`analysis.finding.count.${kind}`, { count: counts[kind] })}
          />
        ))}
      </Grid>
      {balance === 'fewerStrengths' ? <Notice>{t('analysis.finding.balance')}</Notice> : null}
      <FindingFilters t={t} filter={filter} neighbourhoods={neighbourhoods} mayRead={mayRead} />
      {findings.length === 0 ? (
        <EmptyState icon="search" title={t('analysis.finding.empty')} text={t('analysis.finding.empty.text')} />
      ) : (
        <LinkList
          label={t('analysis.finding.title')}
          items={findings.map((one) => rowOf(t, one, neighbourhoods))}
          listKeys
        />
      )}
      {pages.previous || pages.next ? (
        <Pagination
          label={t('analysis.finding.pages')}
          summary={t('analysis.finding.page', { number: pages.number })}
          previous={pages.previous ? { href: pages.previous, text: t('analysis.finding.page.previous') } : undefined}
          next={pages.next ? { href: pages.next, text: t('analysis.finding.page.next') } : undefined}
        />
      ) : null}
      <BalancePicture t={t} themes={themes} filter={filter} />
    </Stack>
  )
}

function rowOf(t: Texts, finding: Finding, neighbourhoods: readonly Neighbourhood[]) {
  const standing = evidenceStanding(finding.evidence)
  const waits = finding.restsOn === 'fewPeople' && finding.readOn === null
  return {
    key: finding.id,
    href: `/analysis/findings/${finding.id}`,
    title: finding.statement,
    meta: (
      <>
        <Tag>{t(`analysis.finding.kind.${finding.kind}`)}</Tag>
        <Tag>{labelOf(policyThemeContent, finding.theme, t.language)}</Tag>
        <span>{placesIn(t, finding, neighbourhoods)}</span>
        <Status
          word={t(`analysis.finding.state.${finding.state}`)}
          icon={finding.state === 'open' ? 'circle-dashed' : 'circle-check'}
        />
        {standing === 'both' ? null : (
          <Status word={t(`analysis.finding.evidence.${standing}`)} icon="info" weight="quiet" />
        )}
        {waits ? <Status word={t('analysis.finding.reading.waits')} icon="eye" /> : null}
      </>
    ),
  }
}

/** The neighbourhoods of a finding by name, or that it is about all of them. */
export function placesIn(t: Texts, { neighbourhoodIds }: Finding, neighbourhoods: readonly Neighbourhood[]): string {
  const names = neighbourhoods.filter(({ id }) => neighbourhoodIds.includes(id)).map(({ name }) => name)
  return names.length === 0 ? t('analysis.finding.everywhere') : t.list(names)
}

type FilterProps = Pick<Props, 't' | 'filter' | 'neighbourhoods' | 'mayRead'>

function FindingFilters({ t, filter, neighbourhoods, mayRead }: FilterProps) {
  const all = t('analysis.finding.filter.all')
  const choicesFrom = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const selects = [
    {
      name: 'kind',
      label: t('analysis.finding.kind'),
      value: filter.kind,
      choices: choicesFrom(findingKinds, (kind) => t(`analysis.finding.kind.${kind}`)),
    },
    {
      name: 'neighbourhood',
      label: t('analysis.finding.neighbourhood'),
      value: filter.neighbourhoodId,
      choices: placeChoices(neighbourhoods),
    },
    { name: 'theme', label: t('analysis.finding.theme'), value: filter.theme, choices: themeChoices(t) },
    { name: 'group', label: t('analysis.heard.group'), value: filter.group, choices: groupChoices(t) },
    {
      name: 'state',
      label: t('analysis.finding.state'),
      value: filter.state,
      choices: choicesFrom(findingStates, (state) => t(`analysis.finding.state.${state}`)),
    },
    {
      name: 'evidence',
      label: t('analysis.finding.sources'),
      value: filter.evidence,
      choices: choicesFrom(['both', 'figuresOnly', 'voicesOnly', 'none'], (standing) =>
        t(`analysis.finding.evidence.${standing}`),
      ),
    },
    ...(mayRead
      ? [
          {
            name: 'reading',
            label: t('analysis.finding.reading'),
            value: filter.reading,
            choices: [{ value: 'waiting', label: t('analysis.finding.reading.waits') }],
          },
        ]
      : []),
  ]
  return (
    <Filters
      action="/analysis/findings"
      title={t('analysis.finding.filter')}
      applyText={t('analysis.finding.filter.apply')}
      foldText={t('analysis.finding.filter')}
      first={<TextField name="q" label={t('analysis.finding.filter.words')} value={filter.words} width="medium" />}
    >
      {selects.map((select) => (
        <Select key={select.name} {...select} emptyText={all} />
      ))}
      <Select
        name="sort"
        label={t('analysis.finding.sort')}
        value={filter.sort ?? 'newest'}
        choices={choicesFrom(findingSorts, (sort) => t(`analysis.finding.sort.${sort}`))}
      />
    </Filters>
  )
}
