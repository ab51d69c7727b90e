import type { Fact } from '../model.ts'
import { readFact } from '../situation/read-fact.ts'
import { SituationError } from '../situation/situation.ts'
import type { Question } from './page.ts'
import { type Told, withFact } from './told.ts'

/** What was typed or chosen, by the name of the question; empty or absent is "I do not know". */
export type TypedAnswers = Readonly<Record<string, string>>

/** What is told once a page was answered; an answer that cannot be is not in `told`, and named in `errors`. */
export type AnswersRead = {
  readonly told: Told
  /** Which answers cannot be, and why: the code of a `SituationError`. What was wrong is not told. */
  readonly errors: readonly { readonly name: string; readonly code: string }[]
}

/** Writes the answers of a page down. What was left open counts as skipped and is not asked again. */
export function withAnswers(told: Told, questions: readonly Question[], typed: TypedAnswers): AnswersRead {
  const errors: { name: string; code: string }[] = []
  let now = told
  for (const { name, id, of, fact } of questions) {
    const text = typed[name]?.trim() ?? ''
    now = { ...now, skipped: now.skipped.filter((one) => one !== name) }
    if (text === '') {
      now = { ...withFact(now, id, of, undefined), skipped: [...now.skipped, name] }
      continue
    }
    const value = valueTyped(text, fact)
    const code = problemWith(value, id, fact)
    if (code) errors.push({ name, code })
    else if (value !== null) now = withFact(now, id, of, value)
  }
  return { told: now, errors }
}

/** A typed answer as the value of a fact: "1.234,50" is money, "ja" is not asked for here: choices come as yes and no. */
function valueTyped(text: string, fact: Fact): boolean | number | string | null {
  switch (fact.type) {
    case 'boolean':
      return text === 'yes' ? true : text === 'no' ? false : null
    case 'integer':
    case 'money':
    case 'share':
      return numberTyped(text)
    default:
      return text
  }
}

function problemWith(value: boolean | number | string | null, id: string, fact: Fact): string | null {
  if (value === null) return 'wrong_type'
  try {
    readFact(value, id, fact, id)
    return null
  } catch (fault) {
    if (fault instanceof SituationError) return fault.code
    throw fault
  }
}

/** A number as people in Belgium type it: "1 234,50", "1.234,50", "1234.5", "€ 900". Null when it is none. */
export function numberTyped(text: string): number | null {
  const plain = text.replace(/[€\s\u00a0\u202f]/g, '')
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, sign = '', whole = '', cents = ''] = match
  return Number(`${sign}${whole.replace(/[.,]/g, '')}.${cents || '0'}`)
}
