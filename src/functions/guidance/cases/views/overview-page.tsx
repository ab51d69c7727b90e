import type { Colleague } from '../../../../platform/identity/colleagues.ts'
import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import type { Person } from '../../../../registers/people/index.ts'
import {
  Button,
  ButtonRow,
  Columns,
  type ContactLine,
  ContactLines,
  Disclosure,
  EmptyState,
  Form,
  HiddenFields,
  Hint,
  LinkButton,
  LinkList,
  Section,
  Select,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { type FollowedRight, RightsInShort } from '../../rights-followed/index.ts'
import type { Task } from '../../tasks/task-store.ts'
import { DueOn } from '../../views/due-on.tsx'
import { type CaseState, caseStates, nextStates } from '../case.ts'
import type { CaseHead } from '../case-page.ts'
import { CaseFrame, casePath, type Problem } from './case-frame.tsx'
import { RightsCheckForm } from './rights-check-form.tsx'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly tasks: readonly Task[]
  readonly rights: readonly FollowedRight[]
  readonly candidates: readonly Colleague[]
  readonly problem?: Problem | undefined
}

/** Where the case stands, what comes next, the rights check, and who works on it. */
export function OverviewPage({ t, head, tasks, rights, candidates, problem }: Props) {
  return (
    <CaseFrame t={t} head={head} current="overview" problem={problem}>
      <Columns aside={<Around t={t} head={head} candidates={candidates} />} asideLabel={t('guidance.team.title')}>
        <Stack gap="large">
          <NextStep t={t} head={head} />
          <OpenTasks t={t} caseId={head.care.id} tasks={tasks} />
          <RightsCheckForm t={t} care={head.care} />
          <RightsInShort t={t} caseId={head.care.id} rights={rights} />
          <Naming t={t} head={head} />
        </Stack>
      </Columns>
    </CaseFrame>
  )
}

/** How to reach the person, and who works on the case. */
function Around({ t, head, candidates }: Pick<Props, 't' | 'head' | 'candidates'>) {
  return (
    <Stack gap="large">
      <Section title={t('guidance.case.reach')}>
        <ContactLines lines={reachLines(t, head.person)} />
      </Section>
      <Team t={t} head={head} candidates={candidates} />
    </Stack>
  )
}

/** The step forward first; from the last one that is closing, a page of its own. */
function NextStep({ t, head: { care } }: Pick<Props, 't' | 'head'>) {
  const isForward = (state: CaseState) => caseStates.indexOf(state) > caseStates.indexOf(care.state)
  const steps = nextStates(care.state)
  return (
    <Section title={t('guidance.step.title')}>
      <p>{t(`guidance.step.now.${care.state}`)}</p>
      {care.state === 'resultCheck' ? (
        <ButtonRow>
          <LinkButton href={casePath(care.id, 'closing')} look="primary">
            {t('guidance.step.toClosing')}
          </LinkButton>
        </ButtonRow>
      ) : null}
      {steps.length > 0 ? (
        <Form action={`${casePath(care.id)}/state`} hidden={{ version: String(care.version) }} look="inline">
          {steps.map((state) => (
            <Button key={state} name="state" value={state} look={isForward(state) ? 'primary' : 'quiet'}>
              {t(isForward(state) ? `guidance.step.to.${state}` : `guidance.step.back.${state}`)}
            </Button>
          ))}
        </Form>
      ) : null}
    </Section>
  )
}

function OpenTasks({
  t,
  caseId,
  tasks,
}: {
  readonly t: Texts
  readonly caseId: string
  readonly tasks: readonly Task[]
}) {
  const open = tasks.filter(({ doneAt }) => doneAt === null)
  return (
    <Section title={t('guidance.tasks.next')}>
      {open.length === 0 ? (
        <EmptyState icon="clipboard-list" title={t('guidance.tasks.none')} text={t('guidance.tasks.noneHint')} />
      ) : (
        <LinkList
          label={t('guidance.tasks.next')}
          items={open.map((task) => ({
            key: task.id,
            title: task.words ?? t(`guidance.task.${task.kind}`),
            href: task.handoverId ? `${casePath(caseId, 'handovers')}/${task.handoverId}` : casePath(caseId, 'tasks'),
            meta: <DueOn t={t} day={task.dueOn} />,
          }))}
        />
      )}
    </Section>
  )
}

function Team({ t, head, candidates }: Pick<Props, 't' | 'head' | 'candidates'>) {
  const { care, members } = head
  const path = casePath(care.id)
  return (
    <Section title={t('guidance.team.title')}>
      <Hint>{t('guidance.team.hint')}</Hint>
      <LinkList
        label={t('guidance.team.title')}
        items={members.map(({ userId, name, isLead }) => ({
          key: userId,
          icon: 'user',
          title: name,
          meta: isLead ? t('guidance.team.lead') : undefined,
          actions: isLead ? undefined : <MemberActs t={t} path={path} userId={userId} name={name} />,
        }))}
      />
      {candidates.length > 0 ? (
        <Form action={`${path}/members`} label={t('guidance.team.add')}>
          <Select
            name="userId"
            label={t('guidance.team.add')}
            emptyText={t('guidance.choose')}
            width="full"
            choices={candidates.map(({ userId, name, role }) => ({
              value: userId,
              label: `${name} · ${t(`http.role.${role}`)}`,
            }))}
          />
          <Button look="secondary">{t('guidance.team.addButton')}</Button>
        </Form>
      ) : null}
    </Section>
  )
}

type MemberProps = { readonly t: Texts; readonly path: string; readonly userId: string; readonly name: string }

function MemberActs({ t, path, userId, name }: MemberProps) {
  return (
    <ButtonRow>
      <Form action={`${path}/lead`} look="inline" hidden={{ userId }}>
        <Button look="quiet" about={name}>
          {t('guidance.team.makeLead')}
        </Button>
      </Form>
      <Form action={`${path}/members/removal`} look="inline">
        <HiddenFields values={{ userId }} />
        <Button look="quiet" about={name}>
          {t('guidance.team.remove')}
        </Button>
      </Form>
    </ButtonRow>
  )
}

function Naming({ t, head: { care } }: Pick<Props, 't' | 'head'>) {
  return (
    <Disclosure summary={t('guidance.case.titleSection')} open={care.title === null}>
      <Form action={`${casePath(care.id)}/title`} hidden={{ version: String(care.version) }}>
        <TextField
          name="title"
          label={t('guidance.case.title')}
          hint={t('guidance.case.titleHint')}
          value={care.title}
          maxLength={80}
        />
        <Button look="secondary">{t('guidance.save')}</Button>
      </Form>
    </Disclosure>
  )
}

function reachLines(t: Texts, person: Person): readonly ContactLine[] {
  const lines: readonly ContactLine[] = [
    { kind: 'phone', label: t('people.field.phone'), text: person.phone ?? '' },
    { kind: 'email', label: t('people.field.email'), text: person.email ?? '' },
    { kind: 'hours', label: t('people.field.reachWhen'), text: person.reachWhen ?? '' },
    { kind: 'address', label: t('people.field.placeText'), text: person.placeText ?? '' },
    {
      kind: 'language',
      label: t('people.field.language'),
      text: person.needsInterpreter
        ? t('people.languageWithInterpreter', { language: languageName(t, person.language) })
        : languageName(t, person.language),
    },
  ]
  return lines.filter(({ text }) => text !== '')
}
