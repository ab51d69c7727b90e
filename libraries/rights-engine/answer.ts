import type { Check } from './check/check.ts'
import type { Outcome } from './check/outcome.ts'
import { type Explainer, explainer } from './explain/explain.ts'
import type { Tongue } from './explain/tongue.ts'
import { nextQuestion } from './questions/next-question.ts'
import { type GivenParameters, type Situation, SituationError } from './situation/situation.ts'
import { type UsedValue, valuesUsedOn } from './used-values.ts'

/** As it was given, so that who asks finds its own; null where it is none. */
export type AnswerId = string | number | null

/** The answer to one situation, as the command line and the API give it. */
export type Answer = {
  readonly id: AnswerId
  readonly outcomes: readonly AnsweredOutcome[]
  /** The id of the fact to ask next, null when nothing is left. */
  readonly nextQuestion: string | null
  /** Of whom to ask it. */
  readonly nextQuestionOf: readonly string[]
}

/** An outcome with its reasons in words, and the values of the law that were looked at with their date and source. */
export type AnsweredOutcome = Omit<Outcome, 'asks' | 'reasons' | 'parameters'> & {
  readonly reasons: readonly { readonly condition: string; readonly answer: string; readonly text: string }[]
  readonly parameters: readonly UsedValue[]
}

/** Why a situation was not checked: which place of it, and what is expected there. */
export type Refusal = {
  readonly id: AnswerId
  readonly error: { readonly code: string; readonly path: string; readonly message: string }
}

/** Answers `{"id", "date", "facts": {"household", "dwelling", "persons"}, "parameters"}`; a situation that cannot be is refused. */
export function answerTo(check: Check, request: unknown, tongue: Tongue = 'nl'): Answer | Refusal {
  const id = idOf(request)
  try {
    const situation = situationOf(request)
    const outcomes = check.outcomes(situation)
    const question = nextQuestion(check.model, outcomes)
    const words = wordsFor(check, tongue, situation)
    return {
      id,
      outcomes: outcomes.map((outcome) => answered(outcome, words)),
      nextQuestion: question?.fact ?? null,
      nextQuestionOf: question?.of ?? [],
    }
  } catch (fault) {
    if (!(fault instanceof SituationError)) throw fault
    return { id, error: { code: fault.code, path: fault.path, message: fault.message } }
  }
}

/** In the order in which it is documented: what is decided, why, and what it rests on. */
function answered(outcome: Outcome, { explain, used }: Wording): AnsweredOutcome {
  const { right, subject, status, missing, amount, variant, stale, uncertain, follows, excludes } = outcome
  const reasons = outcome.reasons.map(({ condition, answer }) => ({
    condition,
    answer,
    text: explain.condition(right, condition, answer),
  }))
  const parameters = outcome.parameters.map(used)
  return { right, subject, status, missing, amount, variant, stale, reasons, uncertain, parameters, follows, excludes }
}

/** What an outcome is told with: sentences, and the values of the law. */
type Wording = { readonly explain: Explainer; readonly used: (id: string) => UsedValue }

/** Both are the same for everybody on one day: made once. */
const wordings = new WeakMap<Check, Map<string, Wording>>()

function wordsFor(check: Check, tongue: Tongue, { date, parameters }: Situation): Wording {
  const kept = wordings.get(check) ?? new Map<string, Wording>()
  wordings.set(check, kept)
  const key = `${tongue} ${date}`
  const words = kept.get(key) ?? {
    explain: explainer(check.model, tongue, date),
    used: valuesUsedOn(check.model, date),
  }
  if (kept.size > 200) kept.clear()
  kept.set(key, words)
  return parameters ? { ...words, used: (id) => givenOr(words.used(id), parameters) } : words
}

/** A value that was sent along stands for that of the law. */
function givenOr(used: UsedValue, given: GivenParameters): UsedValue {
  const value = given[used.id]
  if (value === undefined) return used
  return { id: used.id, from: null, value: Number(value), source: 'sent along', stale: false }
}

function idOf(request: unknown): AnswerId {
  const id = isRecord(request) ? request.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function situationOf(request: unknown): Situation {
  if (!isRecord(request)) throw new SituationError('bad_shape', '', 'a situation is an object with date and facts')
  const { date, facts, parameters } = request
  if (!isRecord(facts)) throw new SituationError('bad_shape', 'facts', 'facts holds household, dwelling and persons')
  const strange = Object.keys(facts).find((key) => !['household', 'dwelling', 'persons'].includes(key))
  if (strange)
    throw new SituationError('unknown_fact', `facts.${strange}`, 'facts holds household, dwelling and persons')
  const situation = { date, ...facts, ...(parameters === undefined ? {} : { parameters }) } as Situation
  if (parameters !== undefined && !isRecord(parameters))
    throw new SituationError('bad_shape', 'parameters', 'parameters holds values by id')
  return situation
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
