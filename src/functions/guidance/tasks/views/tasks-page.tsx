import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  Count,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  LinkList,
  Section,
  Select,
  TextField,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { followedPath } from '../../rights-followed/index.ts'
import { lineLength } from '../../text-about-person.ts'
import { DueOn } from '../../views/due-on.tsx'
import type { Task } from '../task-store.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly tasks: readonly Task[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** What is still to be done, by day; then what was done. */
export function TasksPage({ t, head, tasks, form, problem }: Props) {
  const open = tasks.filter(({ doneAt }) => doneAt === null)
  const done = tasks.filter(({ doneAt }) => doneAt !== null)
  return (
    <CaseFrame t={t} head={head} current="tasks" problem={problem}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Section title={t('guidance.tasks.next')} beside={<Count value={open.length} />}>
        {open.length === 0 ? (
          <EmptyState icon="clipboard-list" title={t('guidance.tasks.none')} text={t('guidance.tasks.noneHint')} />
        ) : (
          <LinkList label={t('guidance.tasks.next')} listKeys items={open.map((task) => taskItem(t, head, task))} />
        )}
      </Section>
      <Section title={t('guidance.task.new')}>
        <Form action={casePath(head.care.id, 'tasks')} hidden={{ id: form.field('id').value }}>
          <TextField {...form.field('words')} label={t('guidance.task.words')} maxLength={lineLength} required />
          <DateField {...form.field('dueOn')} label={t('guidance.task.dueOn')} required />
          <Select
            {...form.field('assigneeId')}
            label={t('guidance.task.assignee')}
            choices={head.members.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <Button look="secondary">{t('guidance.task.add')}</Button>
        </Form>
      </Section>
      {done.length > 0 ? (
        <Section title={t('guidance.tasks.done')}>
          <LinkList label={t('guidance.tasks.done')} items={done.map((task) => taskItem(t, head, task))} />
        </Section>
      ) : null}
    </CaseFrame>
  )
}

function taskItem(t: Texts, head: CaseHead, task: Task) {
  const words = task.words ?? t(`guidance.task.${task.kind}`)
  return {
    key: task.id,
    title: words,
    href: pathOf(task),
    meta: task.doneAt ? (
      t('guidance.byOn', { name: head.nameOf(task.doneBy), moment: t.moment(task.doneAt) })
    ) : (
      <>
        <DueOn t={t} day={task.dueOn} />
        <span>{head.nameOf(task.assigneeId)}</span>
      </>
    ),
    actions: <Completion t={t} caseId={head.care.id} task={task} words={words} />,
  }
}

/** Where what the task is about stands. */
function pathOf({ caseId, handoverId, followedRightId }: Task): string | undefined {
  if (followedRightId) return followedPath({ caseId, id: followedRightId })
  return handoverId ? `${casePath(caseId, 'handovers')}/${handoverId}` : undefined
}

type CompletionProps = { readonly t: Texts; readonly caseId: string; readonly task: Task; readonly words: string }

function Completion({ t, caseId, task, words }: CompletionProps) {
  const again = task.doneAt ? 'yes' : undefined
  return (
    <Form
      action={`${casePath(caseId, 'tasks')}/completion`}
      look="inline"
      hidden={{ taskId: task.id, version: String(task.version), again }}
    >
      <Button look="quiet" about={words}>
        {t(again ? 'guidance.task.undo' : 'guidance.task.complete')}
      </Button>
    </Form>
  )
}
