import type { Question } from '@meernet/rights-engine'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  Stack,
} from '../../../../ui/index.ts'
import { said, saidFirst, saidOrNot } from '../check-words.ts'
import { AnswerField } from './answer-field.tsx'
import { personName } from './person-name.ts'
import type { StepViewProps } from './step-props.ts'

type Props = StepViewProps<'question'>

/** One thing, asked of everybody it matters for. Every answer may be left open. */
export function QuestionStep(props: Props) {
  const { t, model, action, step, carried } = props
  const { told, page, problems } = step
  const names = page.rights.map((id) => said(model.rights[id]?.name, t.language))
  const errors = problems.map(({ field, problem }) => ({ field, text: t(`resident.rightsCheck.error.${problem}`) }))
  return (
    <Stack>
      <ErrorSummary title={t('resident.rightsCheck.error.title')} errors={errors} />
      <Form
        action={action}
        hidden={{
          ...carried,
          told: JSON.stringify(told),
          page: page.id,
          asked: page.questions.map(({ name }) => name).join(' '),
        }}
      >
        <Questions {...props} />
        {page.isSensitive ? <Hint>{t('resident.rightsCheck.sensitive')}</Hint> : null}
        <ButtonRow>
          <Button name="do" value="next">
            {t('resident.rightsCheck.next')}
          </Button>
          <Button look="secondary" name="do" value="show">
            {t('resident.rightsCheck.show')}
          </Button>
        </ButtonRow>
      </Form>
      {names.length > 0 ? (
        <Disclosure summary={t('resident.rightsCheck.why')}>
          <Hint>{t('resident.rightsCheck.whyText', { rights: t.list(names.slice(0, 6)) })}</Hint>
        </Disclosure>
      ) : null}
    </Stack>
  )
}

/** Several yes-or-no things of one person are a list of boxes; anything else is one field after another. */
function Questions(props: Props) {
  const { t, step } = props
  const { questions } = step.page
  const people = [...new Set(questions.map(({ of }) => of))]
  const isList = questions.length > 2 && questions.every(({ fact }) => fact.type === 'boolean')
  const heading = headingOf(questions)
  return (
    <>
      {questions.length === 1 ? null : (
        <Heading level={1}>{heading ? said(heading, t.language) : titleOf(props, isList)}</Heading>
      )}
      {isList
        ? people.map((of) => <ListOf key={of} {...props} of={of} />)
        : questions.map((question) => (
            <AnswerField
              key={question.name}
              {...props}
              question={question}
              isOnlyOne={questions.length === 1}
              isNamedAbove={heading !== null}
            />
          ))}
    </>
  )
}

function titleOf({ t, step }: Props, isList: boolean): string {
  if (isList) return t('resident.rightsCheck.whichOfThese')
  const [first] = step.page.questions
  const what = saidOrNot(first?.fact.noun, t.language)
  return what === null ? said(first?.fact.question, t.language) : t('resident.rightsCheck.together', { what })
}

/** The question that all fields share: then it is the heading, and each field says whom it is about. */
function headingOf(questions: readonly Question[]) {
  const [first] = questions
  if (!first || questions.length === 1) return null
  return questions.every(({ id }) => id === first.id) ? (first.fact.question ?? null) : null
}

function ListOf({ t, step, of }: Props & { readonly of: string }) {
  const asked = step.page.questions.filter((question) => question.of === of)
  const name = `listed@${of}`
  const sent = step.sent[name]
  const kept = asked.filter(({ id }) =>
    step.told.persons.some((person) => person.id === of && person[id.slice(id.indexOf('.') + 1)] === true),
  )
  return (
    <CheckboxGroup
      name={name}
      label={personName(t, step.told, of)}
      values={sent === undefined ? kept.map(({ id }) => id) : [sent].flat()}
      choices={[
        ...asked.map(({ id, fact }) => ({ value: id, label: saidFirst(fact.noun, t.language) })),
        { value: 'none', label: t('resident.rightsCheck.none') },
        { value: 'unknown', label: t('resident.rightsCheck.dontKnow') },
      ]}
    />
  )
}
