import type { FormErrors, FormValues } from '../../../../platform/http/index.ts'
import { type AnswerProblem, otherField, type Typed } from '../questionnaire/answering.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

/** Name of the field of a question. */
export const fieldOf = (question: string): string => `q.${question}`
/** Name of the field for what is written beside "something else". */
export const otherFieldOf = (question: string): string => `q.${otherField(question)}`

/** What was typed in the fields of a questionnaire. */
export function typedIn({ questions }: Questionnaire, values: FormValues): Typed {
  const names = questions.flatMap(({ name }) => [name, otherField(name)])
  return new Map(names.map((name) => [name, [values[fieldOf(name)] ?? []].flat()]))
}

/** Problems as errors of the fields. */
export const errorsOf = (problems: readonly AnswerProblem[]): FormErrors =>
  problems.map(({ question, key, values }) => ({ field: fieldOf(question), key, values }))
