import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  CheckboxGroup,
  DateField,
  NumberField,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
  TimeField,
} from '../../../../ui/index.ts'
import { otherChoice } from '../questionnaire/answering.ts'
import type { MetQuestion } from '../questionnaire/route.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import { fieldOf, otherFieldOf } from '../rounds/typed-form.ts'

type Props = {
  readonly t: Texts
  readonly spoken: Spoken
  readonly question: MetQuestion
  readonly form: FilledForm
  /** Before the words: the number of the question on paper. */
  readonly mark?: string
  /** Short answers beside each other, where they are typed in. */
  readonly inline?: boolean
}

/** One question with the field in which it is answered. */
export function QuestionField({ t, spoken, question, form, mark, inline }: Props) {
  const words = spoken.say(question.wording)
  if (question.kind === 'note') return <p>{words}</p>
  const name = fieldOf(question.name)
  const label = mark ? `${mark}. ${words || question.name}` : words || question.name
  const hint = spoken.say(question.hints) || undefined
  const choices = [
    ...question.choices.map((choice) => ({ value: choice.name, label: spoken.say(choice.wording) || choice.name })),
    ...(question.hasOther ? [{ value: otherChoice, label: t('resident.survey.other') }] : []),
  ]
  const field = { ...form.field(name), label, hint }
  switch (question.kind) {
    case 'one':
      return (
        <WithOther t={t} question={question} form={form}>
          <RadioGroup {...field} choices={choices} inline={inline} />
        </WithOther>
      )
    case 'many':
      return (
        <WithOther t={t} question={question} form={form}>
          <CheckboxGroup {...form.list(name)} label={label} hint={hint} choices={choices} inline={inline} />
        </WithOther>
      )
    case 'agreed':
      return <CheckboxGroup {...form.list(name)} label={label} hint={hint} choices={[{ value: 'OK', label: 'OK' }]} />
    case 'whole':
      return <NumberField {...field} />
    case 'decimal':
      return <NumberField {...field} decimal />
    case 'date':
      return <DateField {...field} />
    case 'time':
      return <TimeField {...field} />
    default:
      return <TextArea {...field} rows={3} maxLength={1000} numberPatternWarning={t('resident.survey.error.number')} />
  }
}

type OtherProps = Pick<Props, 't' | 'question' | 'form'> & { readonly children: preact.ComponentChildren }

function WithOther({ t, question, form, children }: OtherProps) {
  if (!question.hasOther) return <>{children}</>
  return (
    <Stack gap="small">
      {children}
      <TextField {...form.field(otherFieldOf(question.name))} label={t('resident.survey.otherWords')} maxLength={200} />
    </Stack>
  )
}
