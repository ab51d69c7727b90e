import { type Answers, isTrue, type Surroundings, textOf } from './evaluate.ts'
import { answersNamed, type Expression, parseExpression } from './expression.ts'
import { isAsked, type Question, type QuestionChoice, type Questionnaire } from './questionnaire.ts'

/** A question as somebody meets it: with only the choices that fit what was answered before. */
export type MetQuestion = Question & { readonly choices: readonly QuestionChoice[] }

/**
 * The questions that are asked after `given`, in their order. What was answered to a question that is no longer asked does not
 * count, so later conditions see what a reader of the form would.
 */
export function askedQuestions({ questions }: Questionnaire, given: Answers, today: string): readonly MetQuestion[] {
  const answers = new Map<string, string | readonly string[]>()
  const asked: MetQuestion[] = []
  for (const question of questions) {
    const within = { answers, today }
    if (!(question.relevant ?? []).every((text) => isMet(text, within))) continue
    if (question.kind === 'calculated') {
      const expression = understood(question.calculation)
      if (expression) answers.set(question.name, textOf(expression, within))
      continue
    }
    const answer = given.get(question.name)
    if (answer !== undefined) answers.set(question.name, answer)
    asked.push({ ...question, choices: fittingChoices(question, within) })
  }
  return asked
}

/** Questions shown together, and where in the questionnaire the next of them begins; null after the last. */
export type Part = { readonly questions: readonly MetQuestion[]; readonly from: number; readonly next: number | null }

/** So many questions stand together on a page at most: a phone shows three at once. */
const mostTogether = 5

/**
 * The questions from place `from` that can be shown together, of one group: a part ends before a question that depends on an answer in
 * it, so that it works without script.
 */
export function partFrom(questionnaire: Questionnaire, given: Answers, from: number, today: string): Part {
  const asked = new Map(askedQuestions(questionnaire, given, today).map((question) => [question.name, question]))
  const part: MetQuestion[] = []
  const names = new Set<string>()
  for (const [place, question] of questionnaire.questions.entries()) {
    if (place < from) continue
    if (dependsOn(question, names) || part.filter(isAsked).length >= mostTogether)
      return { questions: part, from, next: place }
    if (question.kind === 'calculated' && readsAny(question.calculation, names)) names.add(question.name)
    const met = asked.get(question.name)
    if (!met) continue
    if (part.some((one) => groupOf(one) !== groupOf(met))) return { questions: part, from, next: place }
    part.push(met)
    names.add(question.name)
  }
  return { questions: part, from, next: null }
}

/** The places at which the parts begin that were shown before `from`, the first first. */
export function partsBefore(
  questionnaire: Questionnaire,
  given: Answers,
  from: number,
  today: string,
): readonly number[] {
  const begins: number[] = []
  for (let at: number | null = 0; at !== null && at < from; ) {
    const part: Part = partFrom(questionnaire, given, at, today)
    if (part.questions.length > 0) begins.push(at)
    at = part.next
  }
  return begins
}

const groupOf = ({ group }: Question) => JSON.stringify(group ?? null)

function fittingChoices({ choices = [], choiceFilter, kind }: Question, within: Surroundings) {
  const filter = understood(choiceFilter)
  const fitting = filter ? choices.filter(({ columns = {} }) => isTrue(filter, { ...within, columns })) : choices
  return kind === 'one' || kind === 'many' ? fitting : []
}

function dependsOn(question: Question, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false
  const conditions = [...(question.relevant ?? []), question.choiceFilter, question.constraint]
  return conditions.some((text) => readsAny(text, names)) || mentionsAny(question, names)
}

/** Whether its words repeat an answer: "Your name is ${name}". */
function mentionsAny({ wording }: Question, names: ReadonlySet<string>): boolean {
  return Object.values(wording).some((words) =>
    [...words.matchAll(/\$\{\s*([^{}\s]+)\s*\}/g)].some(([, name = '']) => names.has(name)),
  )
}

function readsAny(text: string | undefined, names: ReadonlySet<string>): boolean {
  const expression = understood(text)
  return expression !== undefined && answersNamed(expression).some((name) => names.has(name))
}

function isMet(text: string, within: Surroundings): boolean {
  const expression = understood(text)
  return expression === undefined || isTrue(expression, within)
}

/** Conditions are read when a questionnaire comes in; one that cannot be read later asks rather than hides. */
function understood(text: string | undefined): Expression | undefined {
  if (text === undefined) return undefined
  const parsed = parseExpression(text)
  return parsed.kind === 'expression' ? parsed.expression : undefined
}
