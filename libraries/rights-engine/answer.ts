import type { Check } from './check/check.ts'
import type { Outcome } from './check/outcome.ts'
import { type Explainer, explainer } from './explain/explain.ts'
import type { Tongue } from './explain/tongue.ts'
import { nextQuestion } from './questions/next-question.ts'
import { type Situation, SituationError } from './situation/situation.ts'

/** The answer to one situation, as the command line and the API give it. */
export type Answer = {
  readonly id: string | null
  readonly outcomes: readonly AnsweredOutcome[]
  /** The id of the fact to ask next, null when nothing is left. */
  readonly nextQuestion: string | null
  /** Of whom to ask it. */
  readonly nextQuestionOf: readonly string[]
}

/** An outcome with its reasons in words. */
export type AnsweredOutcome = Omit<Outcome, 'asks' | 'reasons'> & {
  readonly reasons: readonly { readonly condition: string; readonly answer: string; readonly text: string }[]
}

/** Why a situation was not checked: which place of it, and what is expected there. */
export type Refusal = {
  readonly id: string | null
  readonly error: { readonly code: string; readonly path: string; readonly message: string }
}

/** Answers `{"id", "date", "facts": {"household", "dwelling", "persons"}, "parameters"}`; a situation that cannot be is refused. */
export function answerTo(check: Check, request: unknown, tongue: Tongue = 'nl'): Answer | Refusal {
  const id = idOf(request)
  try {
    const situation = situationOf(request)
    const outcomes = check.outcomes(situation)
    const question = nextQuestion(check.model, outcomes)
    const explain = explainerFor(check, tongue, situation.date)
    return {
      id,
      outcomes: outcomes.map((outcome) => answered(outcome, explain)),
      nextQuestion: question?.fact ?? null,
      nextQuestionOf: question?.of ?? [],
    }
  } catch (fault) {
    if (!(fault instanceof SituationError)) throw fault
    return { id, error: { code: fault.code, path: fault.path, message: fault.message } }
  }
}

function answered(outcome: Outcome, explain: Explainer): AnsweredOutcome {
  const { right, subject, status, missing, amount, variant, stale, uncertain, parameters, follows, excludes } = outcome
  const reasons = outcome.reasons.map(({ condition, answer }) => ({
    condition,
    answer,
    text: explain.condition(right, condition, answer),
  }))
  return {
    right,
    subject,
    status,
    missing,
    amount,
    variant,
    stale,
    uncertain,
    parameters,
    follows,
    excludes,
    reasons,
  }
}

/** Sentences are the same for everybody on one day: made once. */
const explainers = new WeakMap<Check, Map<string, Explainer>>()

function explainerFor(check: Check, tongue: Tongue, date: string): Explainer {
  const kept = explainers.get(check) ?? new Map<string, Explainer>()
  explainers.set(check, kept)
  const key = `${tongue} ${date}`
  const known = kept.get(key) ?? explainer(check.model, tongue, date)
  if (kept.size > 200) kept.clear()
  kept.set(key, known)
  return known
}

function idOf(request: unknown): string | null {
  const id = isRecord(request) ? request.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
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
