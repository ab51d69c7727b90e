import type { Question } from '@meernet/rights-engine'
import { DateField, NumberField, RadioGroup } from '../../../../ui/index.ts'
import { type CheckWords, said, saidFirst } from '../check-words.ts'
import { one } from '../step.ts'
import { personName } from './person-name.ts'
import type { StepViewProps } from './step-props.ts'

type Props = StepViewProps<'question'> & {
  readonly question: Question
  readonly isOnlyOne: boolean
  /** The question stands above as the heading; the field only says whom it is about. */
  readonly isNamedAbove: boolean
}

/** The field for one fact of one person, dwelling or household. Left empty it means "I do not know". */
export function AnswerField({ t, step, question, isOnlyOne, isNamedAbove }: Props) {
  const { name, fact, of } = question
  const problem = step.problems.find(({ field }) => field === name)
  const field = {
    name,
    label: labelOf({ t, step, question, isNamedAbove }),
    labelIsHeading: isOnlyOne && !isNamedAbove,
    hint: said(fact.hint, t.language) || undefined,
    error: problem ? t(`resident.rightsCheck.error.${problem.problem}`) : undefined,
    value: name in step.sent ? one(step.sent, name) : toldOf(step.told, of, question.id),
  }
  switch (fact.type) {
    case 'boolean':
      return <RadioGroup {...field} choices={[...yesOrNo(t), dontKnow(t)]} />
    case 'enum':
      return (
        <RadioGroup
          {...field}
          choices={[
            ...Object.entries(fact.values ?? {}).map(([value, words]) => ({
              value,
              label: saidFirst(words, t.language),
            })),
            dontKnow(t),
          ]}
        />
      )
    case 'date':
      return <DateField {...field} />
    default:
      return <NumberField {...field} decimal={fact.type !== 'integer'} unit={unitOf(t, fact)} />
  }
}

const yesOrNo = (t: CheckWords) => [
  { value: 'yes', label: t('resident.rightsCheck.yes') },
  { value: 'no', label: t('resident.rightsCheck.no') },
]

const dontKnow = (t: CheckWords) => ({ value: '', label: t('resident.rightsCheck.dontKnow') })

function unitOf(t: CheckWords, fact: Question['fact']): string | undefined {
  if (fact.type !== 'money') return undefined
  return fact.per ? t(`resident.rightsCheck.euroPer.${fact.per}`) : '€'
}

function labelOf({
  t,
  step,
  question,
  isNamedAbove,
}: Omit<Props, 'isOnlyOne' | 'model' | 'action' | 'contacts'>): string {
  const { of, fact } = question
  const who = personName(t, step.told, of)
  if (isNamedAbove) return who
  const asked = said(fact.question ?? fact.noun, t.language)
  const isAboutOthers = of !== 'household' && of !== 'dwelling' && of !== 'p1'
  return isAboutOthers ? `${asked} (${who})` : asked
}

function toldOf(told: StepViewProps<'question'>['step']['told'], of: string, id: string): string | undefined {
  const name = id.slice(id.indexOf('.') + 1)
  const facts =
    of === 'household' ? told.household : of === 'dwelling' ? told.dwelling : told.persons.find((one) => one.id === of)
  const value = facts?.[name]
  if (value === undefined) return undefined
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
