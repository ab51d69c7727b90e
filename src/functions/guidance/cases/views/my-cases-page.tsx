import type { Texts } from '../../../../platform/messages/index.ts'
import { fullName, type PersonSummary } from '../../../../registers/people/index.ts'
import {
  Cluster,
  Count,
  EmptyState,
  Heading,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
  SubNavigation,
} from '../../../../ui/index.ts'
import { DueOn } from '../../views/due-on.tsx'
import type { CaseSummary } from '../case-store.ts'
import { casePath, caseTitle } from './case-frame.tsx'

type Props = {
  readonly t: Texts
  readonly cases: readonly CaseSummary[]
  readonly people: ReadonlyMap<string, PersonSummary>
  readonly isClosed: boolean
}

/** The cases I am in, the earliest date first. */
export function MyCasesPage({ t, cases, people, isClosed }: Props) {
  const title = t(isClosed ? 'guidance.cases.closed' : 'guidance.cases.open')
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Cluster spread="between">
          <Heading level={1}>{t('guidance.cases.title')}</Heading>
          <LinkButton href="/cases/new" look="primary" icon="plus" shortcut="n">
            {t('guidance.case.new')}
          </LinkButton>
        </Cluster>
        <SubNavigation
          label={t('guidance.cases.title')}
          items={[
            { href: '/cases', text: t('guidance.cases.open'), current: !isClosed },
            { href: '/cases?state=closed', text: t('guidance.cases.closed'), current: isClosed },
          ]}
        />
      </Stack>
      {cases.length === 0 ? (
        <EmptyState
          icon="folder-open"
          title={t('guidance.cases.empty.title')}
          text={t(isClosed ? 'guidance.cases.empty.closed' : 'guidance.cases.empty.open')}
        />
      ) : (
        <Section title={title} beside={<Count value={cases.length} />}>
          <LinkList label={title} listKeys items={cases.map((care) => caseItem(t, care, people.get(care.personId)))} />
        </Section>
      )}
    </Stack>
  )
}

function caseItem(t: Texts, care: CaseSummary, person: PersonSummary | undefined) {
  return {
    key: care.id,
    href: casePath(care.id),
    title: person ? fullName(person) : caseTitle(t, care.title),
    description: caseTitle(t, care.title),
    meta: (
      <>
        <Status word={t(`guidance.state.${care.state}`)} />
        {care.nextDueOn ? <DueOn t={t} day={care.nextDueOn} /> : <span>{t('guidance.cases.noDate')}</span>}
      </>
    ),
  }
}
