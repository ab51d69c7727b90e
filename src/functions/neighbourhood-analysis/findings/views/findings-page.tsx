import type { Texts } from '../../../../platform/messages/index.ts'
import { labelOf, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Cluster,
  EmptyState,
  Grid,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Notice,
  Pagination,
  Stack,
  Status,
  Tag,
  Tally,
} from '../../../../ui/index.ts'
import type { ThemeBalance } from '../balance/balance-by-theme.ts'
import { BalancePicture } from '../balance/balance-picture.tsx'
import { type Balance, evidenceStanding, type Finding, findingKinds } from '../finding.ts'
import type { FindingFilter } from '../finding-store.ts'
import { FindingFilters } from './finding-filters.tsx'
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
