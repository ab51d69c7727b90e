import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../platform/messages/index.ts'
import { fullName } from '../../../../registers/people/index.ts'
import {
  BackLink,
  ButtonRow,
  Cluster,
  Heading,
  Link,
  LinkButton,
  Notice,
  Stack,
  Status,
  SubNavigation,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../case-page.ts'
import type { Case } from '../case-store.ts'

const caseTabs = ['overview', 'card', 'plan', 'rights', 'notes', 'tasks', 'timeline', 'handovers', 'closing'] as const
export type CaseTab = (typeof caseTabs)[number]

/** Address of a page of a case. */
export const casePath = (caseId: string, tab: CaseTab = 'overview'): string =>
  tab === 'overview' ? `/cases/${caseId}` : `/cases/${caseId}/${tab}`

/** How a case is called in lists: its own words, or that it has none yet. */
export const caseTitle = (t: Texts, title: string | null): string => title ?? t('guidance.case.untitled')

/** A sentence on top of a case that an act did not go through, and why. */
export type Problem = 'stale' | string

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly current: CaseTab
  readonly problem?: Problem | undefined
  readonly children: ComponentChildren
}

/** What every page of a case has around it: who and where, its pages, the acts one does most, and what went wrong. */
export function CaseFrame({ t, head, current, problem, children }: Props) {
  const { care, person } = head
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href="/cases" text={t('guidance.cases.title')} />
        <Heading level={1}>{caseTitle(t, care.title)}</Heading>
        <Cluster>
          <Link href={`/people/${person.id}`}>{fullName(person)}</Link>
          <Status word={t(`guidance.state.${care.state}`)} weight="strong" />
        </Cluster>
        <SubNavigation
          label={t('guidance.case.pages')}
          items={tabsOf(care).map((tab) => ({
            href: casePath(care.id, tab),
            text: t(`guidance.tab.${tab}`),
            current: tab === current,
          }))}
        />
        <QuickActs t={t} head={head} />
      </Stack>
      {problem ? <ProblemNotice t={t} head={head} problem={problem} /> : null}
      {children}
    </Stack>
  )
}

/** A case that began without a card has no page of one. */
const tabsOf = ({ signalId }: Case): readonly CaseTab[] => caseTabs.filter((tab) => tab !== 'card' || signalId !== null)

function QuickActs({ t, head: { care } }: Pick<Props, 't' | 'head'>) {
  if (care.state === 'closed') return null
  return (
    <ButtonRow>
      <LinkButton href={`${casePath(care.id, 'notes')}#f-text`} look="quiet" icon="pencil" shortcut="n">
        {t('guidance.note.new')}
      </LinkButton>
      <LinkButton href={`${casePath(care.id, 'tasks')}#f-words`} look="quiet" icon="clipboard-list" shortcut="t">
        {t('guidance.task.new')}
      </LinkButton>
      <LinkButton href={`${casePath(care.id, 'handovers')}/new`} look="quiet" icon="handshake" shortcut="o">
        {t('guidance.handover.new')}
      </LinkButton>
    </ButtonRow>
  )
}

function ProblemNotice({ t, head, problem }: Pick<Props, 't' | 'head'> & { readonly problem: Problem }) {
  return (
    <Notice kind="attention" announce title={t('guidance.problem.title')}>
      <p>{problemText(t, head, problem)}</p>
    </Notice>
  )
}

/** Why an act did not go through; where somebody was first, who, and what they did. */
export function problemText(t: Texts, { lastEvent, nameOf }: CaseHead, problem: Problem): string {
  if (problem !== 'stale' || !lastEvent) return t(`guidance.problem.${problem}`)
  return t('guidance.problem.staleBy', {
    name: nameOf(lastEvent.byUser) || t('guidance.somebody'),
    what: t(`guidance.event.${lastEvent.kind}`),
    moment: t.moment(lastEvent.at),
  })
}
