import type { Reason } from '../check/outcome.ts'
import { parse } from '../language/parse.ts'
import { dayOf } from '../language/tokens.ts'
import type { Condition, Model, Parameter } from '../model.ts'
import { sentenceOf, type Telling } from './sentence.ts'
import { inTongue, type Tongue } from './tongue.ts'

/** A rule of the model in words, on a date, in a language. */
export type Explainer = {
  /** What must hold, or how it stands when the answer is given. */
  condition(right: string, condition: string, answer?: Reason['answer']): string
  /** How the amount is worked out; empty when it is not. */
  amount(right: string): string
  /** All that must hold, in order. */
  conditions(right: string): readonly { readonly id: string; readonly text: string }[]
}

/** Makes sentences from the rules themselves, so that they cannot say something else than what is computed. */
export function explainer(model: Model, tongue: Tongue, date: string): Explainer {
  const telling: Telling = { model, tongue, valueNow: (id) => valueOn(model.parameters[id], date) }
  const kept = new Map<string, string>()
  const sentence = (rule: string) => {
    const known = kept.get(rule) ?? capital(`${sentenceOf(parse(rule), telling)}.`)
    kept.set(rule, known)
    return known
  }
  const said = ({ when, say }: Condition, answer?: Reason['answer']) => {
    const words =
      say && (answer === 'against' ? say.fails : answer === 'unknown' ? (say.unknown ?? say.holds) : say.holds)
    return inTongue(words, tongue) || sentence(when)
  }
  return {
    condition(right, id, answer) {
      const found = model.rights[right]
      const condition = found?.conditions.find((one) => one.id === id)
      if (condition) return said(condition, answer)
      return inTongue(found?.doubts?.find((one) => one.id === id)?.say, tongue)
    },
    amount: (right) => {
      const rule = model.rights[right]?.amount?.is
      return rule ? sentence(rule) : ''
    },
    conditions: (right) =>
      (model.rights[right]?.conditions ?? []).map((condition) => ({ id: condition.id, text: said(condition) })),
  }
}

/** The newest known value on a date, in euros or its own unit. */
function valueOn(parameter: Parameter | undefined, date: string): number | null {
  const day = dayOf(date) ?? Number.NaN
  const rows = [...(parameter?.rows ?? [])].sort((a, b) => (a.from < b.from ? 1 : -1))
  return rows.find(({ from, gap, value }) => !gap && value !== undefined && (dayOf(from) ?? 0) <= day)?.value ?? null
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
