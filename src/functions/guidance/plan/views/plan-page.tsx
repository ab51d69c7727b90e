import { choicesOn, labelOf } from '../../../../platform/content/dated-content.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  LinkList,
  Section,
  Select,
  Status,
  TextField,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { lineLength, noteLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import type { DomainFact } from '../fact-store.ts'
import { type Goal, goalStates } from '../goal-store.ts'
import { lifeDomainContent } from '../life-domains.ts'
import { DomainTable } from './domain-table.tsx'
import { FactForm } from './fact-form.tsx'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly goals: readonly Goal[]
  readonly facts: readonly DomainFact[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** What the person wants, and per life domain what was explored, done and reached. */
export function PlanPage(props: Props) {
  const { t, head, facts, form, problem } = props
  const isOpen = head.care.state !== 'closed'
  return (
    <CaseFrame t={t} head={head} current="plan" problem={problem}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Goals {...props} />
      {isOpen ? <GoalForm t={t} head={head} form={form} /> : null}
      <Section title={t('guidance.domains.title')}>
        <p>{t('guidance.domains.lead')}</p>
        <DomainTable t={t} facts={facts} nameOf={head.nameOf} />
      </Section>
      {isOpen ? <FactForm t={t} head={head} form={form} /> : null}
    </CaseFrame>
  )
}

function Goals({ t, head, goals }: Props) {
  if (goals.length === 0)
    return <EmptyState icon="hand-heart" title={t('guidance.goal.none')} text={t('guidance.goal.noneHint')} />
  return (
    <Section title={t('guidance.goal.title')}>
      <LinkList
        label={t('guidance.goal.title')}
        items={goals.map((goal) => ({
          key: goal.id,
          title: goal.words,
          meta: (
            <>
              <Status word={t(`guidance.goal.state.${goal.state}`)} />
              {goal.domain ? <span>{labelOf(lifeDomainContent, goal.domain, t.language)}</span> : null}
            </>
          ),
          description: goal.firstStep ? t('guidance.goal.firstStepIs', { step: goal.firstStep }) : undefined,
          actions: head.care.state === 'closed' ? undefined : <GoalActs t={t} caseId={head.care.id} goal={goal} />,
        }))}
      />
    </Section>
  )
}

function GoalActs({ t, caseId, goal }: { readonly t: Texts; readonly caseId: string; readonly goal: Goal }) {
  return (
    <Form
      action={`${casePath(caseId)}/goals/state`}
      look="inline"
      hidden={{ goalId: goal.id, version: String(goal.version) }}
    >
      {goalStates
        .filter((state) => state !== goal.state)
        .map((state) => (
          <Button key={state} look="quiet" name="state" value={state} about={goal.words}>
            {t(`guidance.goal.to.${state}`)}
          </Button>
        ))}
    </Form>
  )
}

function GoalForm({ t, head, form }: Pick<Props, 't' | 'head' | 'form'>) {
  return (
    <Section title={t('guidance.goal.new')}>
      <Form action={`${casePath(head.care.id)}/goals`} hidden={{ id: form.field('id').value }}>
        <ShortText
          t={t}
          {...form.field('words')}
          label={t('guidance.goal.words')}
          hint={t('guidance.goal.wordsHint')}
          maxLength={noteLength}
        />
        <TextField
          {...form.field('firstStep')}
          label={t('guidance.goal.firstStep')}
          hint={t('guidance.goal.firstStepHint')}
          optionalText={t('guidance.optional')}
          maxLength={lineLength}
        />
        <Select
          name="domain"
          id="f-goal-domain"
          label={t('guidance.domain')}
          optionalText={t('guidance.optional')}
          emptyText={t('guidance.choose')}
          choices={choicesOn(lifeDomainContent, t.today, t.language)}
        />
        <Button look="secondary">{t('guidance.goal.add')}</Button>
      </Form>
    </Section>
  )
}
