import { numberPatternsIn } from '../../../../platform/texts-about-people/number-patterns.ts'
import { type Answers, isTrue } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { isAsked, type Questionnaire, wordsIn } from './questionnaire.ts'
import { askedQuestions, type MetQuestion } from './route.ts'

/** What was typed, by name of the question; `other:<name>` is what was written beside "something else". */
export type Typed = ReadonlyMap<string, readonly string[]>

/** Something written, kept apart from the other answers, so that nobody can tell which belong together. */
export type WrittenAnswer = { readonly question: string; readonly text: string }

/** What is wrong with an answer: a message key with its values, or the questionnaire's own words. */
export type AnswerProblem = {
  readonly question: string
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

export type CheckedAnswers = {
  readonly answers: Answers
  readonly written: readonly WrittenAnswer[]
  readonly problems: readonly AnswerProblem[]
}

/** Beside the choices of a question that has "something else". */
export const otherChoice = 'other'
/** The field for words beside the choice "something else". */
export const otherField = (question: string): string => `other:${question}`

const longestText = 1000

type Checking = {
  readonly today: string
  readonly language: string
  /** On paper people leave out what must be answered; what they did answer still counts. */
  readonly mayLeaveOut?: boolean
  /** Only these are judged; all when absent. */
  readonly only?: ReadonlySet<string>
}

/** Judges what was typed by the questionnaire: answers to what was not asked are left out, the rest is right or a problem. */
export function checkAnswers(questionnaire: Questionnaire, typed: Typed, checking: Checking): CheckedAnswers {
  const given = givenIn(questionnaire, typed)
  const asked = askedQuestions(questionnaire, given, checking.today).filter(isAsked)
  const judged = checking.only ? asked.filter(({ name }) => checking.only?.has(name)) : asked
  const problems = judged.flatMap((question) => problemOf(questionnaire, question, given, typed, checking))
  return {
    answers: new Map(
      judged
        .filter(({ kind }) => kind !== 'text')
        .flatMap(({ name }) => {
          const answer = given.get(name)
          return answer === undefined || answer.length === 0 ? [] : [[name, answer] as const]
        }),
    ),
    written: judged.flatMap((question) => writtenIn(question, given, typed)),
    problems,
  }
}

/** Typed values as answers, whatever they are worth: numbers with a point, a list for several answers. */
export function givenIn({ questions }: Questionnaire, typed: Typed): Answers {
  return new Map(
    questions.filter(isAsked).flatMap(({ name, kind }): [string, string | readonly string[]][] => {
      const values = (typed.get(name) ?? []).map((value) => value.trim()).filter((value) => value !== '')
      const [first] = values
      if (first === undefined) return []
      if (kind === 'many') return [[name, [...new Set(values)]]]
      return [[name, kind === 'decimal' ? first.replace(',', '.') : first]]
    }),
  )
}

function problemOf(
  { languages }: Questionnaire,
  question: MetQuestion,
  given: Answers,
  typed: Typed,
  { today, language, mayLeaveOut }: Checking,
): readonly AnswerProblem[] {
  const { name } = question
  const problem = (key: string, values: AnswerProblem['values'] = {}) => [{ question: name, key, values }]
  const answer = given.get(name)
  if (answer === undefined) return question.isRequired && !mayLeaveOut ? problem('resident.survey.error.required') : []
  const form = formProblem(question, [answer].flat())
  if (form) return problem(form, { max: longestText })
  const own = parseExpression(question.constraint ?? 'true()')
  if (own.kind === 'expression' && !isTrue(own.expression, { answers: given, today, own: answer })) {
    const { text } = wordsIn(question.constraintWording, language, languages)
    return text === '' ? problem('resident.survey.error.constraint') : problem('resident.survey.error.own', { text })
  }
  const texts = writtenIn(question, given, typed)
  if (texts.some(({ text }) => text.length > longestText)) return problem('form.error.tooLong', { max: longestText })
  return texts.some(({ text }) => numberPatternsIn(text).length > 0) ? problem('resident.survey.error.number') : []
}

/** The key of what is wrong with the form of an answer. */
function formProblem({ kind, choices, hasOther }: MetQuestion, answers: readonly string[]): string | undefined {
  const [answer = ''] = answers
  const isOffered = (one: string) => (hasOther && one === otherChoice) || choices.some(({ name }) => name === one)
  switch (kind) {
    case 'one':
    case 'many':
      return answers.every(isOffered) ? undefined : 'resident.survey.error.choose'
    case 'whole':
      return /^[+-]?\d{1,9}$/.test(answer) ? undefined : 'resident.survey.error.whole'
    case 'decimal':
      return /^[+-]?\d{1,9}(?:\.\d{1,6})?$/.test(answer) ? undefined : 'resident.survey.error.decimal'
    case 'date':
      return isDay(answer) ? undefined : 'form.error.date'
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer) ? undefined : 'resident.survey.error.time'
    default:
      return undefined
  }
}

function writtenIn(question: MetQuestion, given: Answers, typed: Typed): readonly WrittenAnswer[] {
  const { name, kind, hasOther } = question
  const answer = given.get(name)
  if (kind === 'text') return typeof answer === 'string' ? [{ question: name, text: answer }] : []
  if (!hasOther || ![answer ?? []].flat().includes(otherChoice)) return []
  const text = typed.get(otherField(name))?.[0]?.trim() ?? ''
  return text === '' ? [] : [{ question: name, text }]
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
