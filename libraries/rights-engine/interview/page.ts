import type { Outcome } from '../check/outcome.ts'
import type { Fact, Model } from '../model.ts'
import { questionsLeft } from '../questions/next-question.ts'
import type { Told } from './told.ts'

/** One thing asked of one person, household or dwelling. `name` is the name of its field in a form. */
export type Question = { readonly name: string; readonly id: string; readonly of: string; readonly fact: Fact }

/** What is asked at once: one thing, of everybody it matters for. */
export type Page = {
  readonly id: string
  readonly questions: readonly Question[]
  /** The rights that hang on it, the one worth most first. */
  readonly rights: readonly string[]
  readonly isSensitive: boolean
}

/**
 * The next page: what decides most among what was not told and not skipped, with everything that stands on the same page and
 * can still decide something. Null when nothing is left to ask.
 */
export function nextPage(model: Model, outcomes: readonly Outcome[], told: Told): Page | null {
  const skipped = new Set(told.skipped)
  const open = outcomes.map((outcome) => ({
    ...outcome,
    asks: outcome.asks.filter(({ fact, of }) => !skipped.has(questionName(fact, of))),
  }))
  const left = questionsLeft(model, open)
  const [first] = left
  if (!first) return null
  const id = pageOf(model, first.fact)
  const together = left.filter(({ fact }) => pageOf(model, fact) === id)
  return {
    id,
    questions: together.flatMap(({ fact, of }) => of.flatMap((one) => questionOf(model, fact, one))),
    rights: [...new Set(together.flatMap(({ rights }) => rights))],
    isSensitive: together.some(({ fact }) => model.facts[fact]?.sensitive),
  }
}

/** The questions whose names came back in a form, for reading the answers. Names that are no question are left out. */
export function questionsNamed(model: Model, names: readonly string[], told: Told): readonly Question[] {
  const known = new Set(['household', 'dwelling', ...told.persons.map(({ id }) => id)])
  return names.flatMap((name) => {
    const at = name.lastIndexOf('@')
    const [id, of] = [name.slice(0, at), name.slice(at + 1)]
    return at > 0 && known.has(of) ? questionOf(model, id, of) : []
  })
}

function questionOf(model: Model, id: string, of: string): readonly Question[] {
  const fact = model.facts[id]
  return fact ? [{ name: questionName(id, of), id, of, fact }] : []
}

/** The name of the field that asks `fact` of a person or the household: `person.age@p1`. */
export function questionName(fact: string, of: string): string {
  return `${fact}@${of}`
}

function pageOf(model: Model, fact: string): string {
  return model.facts[fact]?.page ?? fact
}
