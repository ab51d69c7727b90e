import type { Texts } from '../../../platform/messages/index.ts'
import {
  ButtonRow,
  Cluster,
  Count,
  EmptyState,
  Filters,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Notice,
  SearchField,
  Section,
  Select,
  Stack,
  Status,
  SubNavigation,
} from '../../../ui/index.ts'
import type { AssignmentProblem } from '../assignment.ts'
import type { FrozenFile } from '../frozen/freezing-store.ts'
import { FrozenFiles } from '../frozen/views/frozen-files.tsx'
import { type Standing, standings } from '../standing.ts'
import type { Conditions, Volunteer } from '../volunteer.ts'
import { problemText } from './problem-text.ts'

/** A line of the list. */
export type ListedVolunteer = {
  readonly volunteer: Volunteer
  readonly standing: Standing
  readonly problems: readonly AssignmentProblem[]
}

type Props = {
  readonly t: Texts
  readonly listed: readonly ListedVolunteer[]
  readonly filter: { readonly q: string; readonly standing: string }
  readonly conditions: Conditions | undefined
  readonly frozen: readonly FrozenFile[]
}

/** Volunteers of the own organisation, with why somebody cannot be given a visit today. */
export function VolunteersPage({ t, listed, filter, conditions, frozen }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('volunteers.title')}</Heading>
        <ButtonRow>
          <LinkButton href="/volunteers/new" look="primary" icon="plus">
            {t('volunteers.new')}
          </LinkButton>
        </ButtonRow>
      </Cluster>
      <Lead>{t('volunteers.lead')}</Lead>
      <SubNavigation
        label={t('volunteers.title')}
        items={[
          { href: '/volunteers', text: t('volunteers.list'), current: true },
          { href: '/volunteers/debriefs', text: t('volunteers.debriefs.title') },
          { href: '/volunteers/not-heard', text: t('volunteers.notHeard.title') },
          { href: '/volunteers/conditions', text: t('volunteers.conditions.title') },
          { href: '/volunteers/amounts', text: t('volunteers.amounts.title') },
        ]}
      />
      <ConditionsNotice t={t} conditions={conditions} />
      <Section title={t('volunteers.list')} beside={<Count value={listed.length} about={t('volunteers.title')} />}>
        <VolunteerFilters t={t} filter={filter} />
        {listed.length === 0 ? (
          <EmptyState title={t('volunteers.none')} text={t('volunteers.none.text')} icon="hand-heart" />
        ) : (
          <LinkList
            label={t('volunteers.list')}
            listKeys
            items={listed.map(({ volunteer, standing, problems }) => ({
              href: `/volunteers/${volunteer.id}`,
              title: volunteer.name,
              meta: (
                <Status
                  word={t(`volunteers.standing.${standing}`)}
                  icon={standing === 'ready' ? 'circle-check' : 'circle-dashed'}
                />
              ),
              description: problems.map((problem) => problemText(t, problem)).join(' '),
            }))}
          />
        )}
      </Section>
      <FrozenFiles t={t} files={frozen} />
    </Stack>
  )
}

function VolunteerFilters({ t, filter }: Pick<Props, 't' | 'filter'>) {
  return (
    <Filters
      action="/volunteers"
      title={t('volunteers.filter')}
      applyText={t('volunteers.filter.apply')}
      clear={{ href: '/volunteers', text: t('volunteers.filter.clear') }}
    >
      <SearchField name="q" label={t('volunteers.name')} value={filter.q} />
      <Select
        name="standing"
        label={t('volunteers.standing')}
        emptyText={t('volunteers.filter.all')}
        value={filter.standing}
        choices={standings.map((value) => ({ value, label: t(`volunteers.standing.${value}`) }))}
      />
    </Filters>
  )
}

function ConditionsNotice({ t, conditions }: Pick<Props, 't' | 'conditions'>) {
  if (!conditions)
    return (
      <Notice kind="attention" title={t('volunteers.conditions.missing')}>
        <p>{t('volunteers.conditions.missing.text')}</p>
      </Notice>
    )
  if (conditions.insuredUntil < t.today)
    return (
      <Notice kind="attention" title={t('volunteers.conditions.expired', { day: t.day(conditions.insuredUntil) })}>
        <p>{t('volunteers.conditions.expired.text')}</p>
      </Notice>
    )
  return null
}
