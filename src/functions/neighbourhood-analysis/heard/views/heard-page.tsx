import type { ShownBand } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Button,
  Cluster,
  EmptyState,
  Filters,
  Form,
  Heading,
  Hint,
  type IconName,
  Lead,
  LinkButton,
  LinkList,
  List,
  Notice,
  Section,
  Select,
  Stack,
  Status,
  Table,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { PartsNavigation } from '../../findings/views/parts-navigation.tsx'
import { type GroupHeard, groupsToGoTo, type Standing } from '../heard.ts'
import type { Occasion } from '../heard-store.ts'
import type { HeardSummary } from '../heard-summary.ts'

type Props = {
  readonly t: Texts
  readonly heard: HeardSummary
  readonly years: readonly number[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly neighbourhoodId: string | undefined
  readonly mayCount: boolean
  /** Whether the actor may take an occasion away. */
  readonly mayRemove: (occasion: Occasion) => boolean
}

/** Who was heard in a year and who was not, with whom to go to next; small counts hidden. */
export function HeardPage({ t, heard, years, neighbourhoods, neighbourhoodId, mayCount, mayRemove }: Props) {
  return (
    <Stack>
      <PartsNavigation t={t} current="heard" />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.heard.title')}</Heading>
        {mayCount ? (
          <LinkButton href="/analysis/heard/new" look="primary" icon="plus">
            {t('analysis.heard.new')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.heard.lead')}</Lead>
      <Filters
        action="/analysis/heard"
        title={t('analysis.heard.filter')}
        applyText={t('analysis.finding.filter.apply')}
      >
        <Select
          name="year"
          label={t('analysis.heard.year')}
          value={String(heard.year)}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="neighbourhood"
          label={t('analysis.finding.neighbourhood')}
          emptyText={t('analysis.finding.everywhere')}
          value={neighbourhoodId}
          choices={placeChoices(neighbourhoods)}
        />
      </Filters>
      <GoTo t={t} groups={heard.groups} />
      <GroupsTable t={t} heard={heard} />
      <Occasions t={t} occasions={heard.occasions} mayRemove={mayRemove} />
      <Cluster>
        <LinkButton href="/analysis/heard/sheet" icon="printer">
          {t('analysis.heard.sheet')}
        </LinkButton>
      </Cluster>
    </Stack>
  )
}

function GoTo({ t, groups }: { readonly t: Texts; readonly groups: readonly GroupHeard[] }) {
  const next = groupsToGoTo(groups)
  if (next.length === 0) return null
  return (
    <Notice kind="attention" title={t('analysis.heard.goTo')}>
      <List
        items={next.map((group) =>
          t('analysis.heard.goTo.group', {
            group: labelOf(groupContent, group, t.language),
            where: t.has(`analysis.heard.where.${group}`) ? t(`analysis.heard.where.${group}`) : '',
          }),
        )}
      />
    </Notice>
  )
}

function GroupsTable({ t, heard }: { readonly t: Texts; readonly heard: HeardSummary }) {
  return (
    <Section title={t('analysis.heard.groups')}>
      <p>{t('analysis.heard.people', { band: bandText(t, heard.people), year: String(heard.year) })}</p>
      <Table
        caption={t('analysis.heard.groups.caption', { year: String(heard.year) })}
        captionHidden
        rows={heard.groups}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            heading: t('analysis.heard.group'),
            rowHeader: true,
            cell: ({ group }) => labelOf(groupContent, group, t.language),
          },
          { key: 'count', heading: t('analysis.heard.count'), numeric: true, cell: ({ count }) => countText(t, count) },
          {
            key: 'standing',
            heading: t('analysis.heard.standing'),
            cell: ({ standing }) => (
              <Status
                word={t(`analysis.heard.standing.${standing}`)}
                icon={icons[standing]}
                weight={standing === 'notHeard' || standing === 'farTooFew' ? 'strong' : 'plain'}
              />
            ),
          },
        ]}
      />
      <Hint>{t('analysis.heard.note')}</Hint>
    </Section>
  )
}

const icons: Readonly<Record<Standing, IconName>> = {
  notHeard: 'circle',
  farTooFew: 'circle-dashed',
  tooFew: 'circle-dot',
  inProportion: 'circle-check',
  notKnown: 'circle-question-mark',
  cannotTell: 'circle-question-mark',
}

/** A count as readers may see it, in words where it is none. */
export function countText(t: Texts, { value }: GroupHeard['count']): string {
  if (typeof value !== 'number') return t(`analysis.missing.${value}`)
  return value === 0 ? '0' : t('analysis.heard.count.atLeast', { count: value })
}

/** "minder dan 10", "20 of meer". */
const bandText = (t: Texts, band: ShownBand): string =>
  t(`analysis.heard.band.${band.kind}`, { limit: band.kind === 'none' ? 0 : band.limit })

function Occasions({
  t,
  occasions,
  mayRemove,
}: Pick<Props, 't' | 'mayRemove'> & { readonly occasions: readonly Occasion[] }) {
  return (
    <Section title={t('analysis.heard.occasions')}>
      {occasions.length === 0 ? (
        <EmptyState icon="users" title={t('analysis.heard.empty')} text={t('analysis.heard.empty.text')} />
      ) : (
        <LinkList
          label={t('analysis.heard.occasions')}
          items={occasions.map((occasion) => ({
            key: occasion.id,
            title: occasion.title,
            href: occasion.walkId ? `/analysis/walks/${occasion.walkId}` : undefined,
            meta: (
              <>
                <span>{t(`analysis.heard.kind.${occasion.kind}`)}</span>
                <span>{t.day(occasion.onDay)}</span>
                <span>{occasion.neighbourhood ?? t('analysis.finding.everywhere')}</span>
                <span>{t(`analysis.heard.counted.${occasion.counted}`)}</span>
              </>
            ),
            actions: mayRemove(occasion) ? (
              <Form
                action={`/analysis/heard/${occasion.id}/removal`}
                hidden={{ version: String(occasion.version) }}
                look="inline"
              >
                <Button look="quiet" icon="trash-2" about={occasion.title}>
                  {t('analysis.heard.remove')}
                </Button>
              </Form>
            ) : undefined,
          }))}
        />
      )}
    </Section>
  )
}
