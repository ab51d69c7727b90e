import type { Outcome } from '../check/outcome.ts'
import type { Model } from '../model.ts'

/** The one thing to ask next, of whom, and for which rights it matters. `fact` is an id of the model. */
export type NextQuestion = {
  readonly fact: string
  /** Ids of persons, or `household` or `dwelling`. */
  readonly of: readonly string[]
  /** The rights that hang on it, the one worth most first. */
  readonly rights: readonly string[]
  /** What those rights are worth in a year, in euros, each counted for the share this answer can decide. */
  readonly worth: number
}

const unknownWorth = 150
const timesAYear: Readonly<Record<string, number>> = {
  month: 12,
  year: 1,
  once: 1,
  day: 100,
  session: 8,
  litre: 1500,
  kWh: 2000,
}

/**
 * The question that decides most: the yearly value of every open right, shared over the facts it still hangs on. Sensitive
 * facts come after all others; what is only told and never asked does not come at all. Null when nothing is left to ask.
 */
export function nextQuestion(model: Model, outcomes: readonly Outcome[]): NextQuestion | null {
  const [first] = questionsLeft(model, outcomes)
  return first ?? null
}

/** Everything that could still be asked, best first. */
export function questionsLeft(model: Model, outcomes: readonly Outcome[]): readonly NextQuestion[] {
  const found = new Map<string, { of: Set<string>; rights: Map<string, number> }>()
  for (const outcome of outcomes) {
    const asks = outcome.asks.filter(({ fact }) => isAsked(model, fact))
    const share = worthOf(model, outcome) / Math.max(1, outcome.asks.length)
    for (const { fact, of } of asks) {
      const entry = found.get(fact) ?? { of: new Set(), rights: new Map() }
      entry.of.add(of)
      entry.rights.set(outcome.right, (entry.rights.get(outcome.right) ?? 0) + share)
      found.set(fact, entry)
    }
  }
  return [...found]
    .map(([fact, { of, rights }]) => ({
      fact,
      of: [...of],
      rights: [...rights].sort((a, b) => b[1] - a[1]).map(([id]) => id),
      worth: Math.round([...rights.values()].reduce((sum, share) => sum + share, 0) * 100) / 100,
    }))
    .sort(
      (a, b) => lateness(model, a.fact) - lateness(model, b.fact) || b.worth - a.worth || (a.fact < b.fact ? -1 : 1),
    )
}

/** 0 what is asked first, 1 the rest, 2 what is sensitive. */
function lateness(model: Model, fact: string): number {
  const found = model.facts[fact]
  return found?.sensitive ? 2 : found?.firstRound ? 0 : 1
}

function isAsked(model: Model, id: string): boolean {
  const fact = model.facts[id]
  return fact !== undefined && !fact.volunteered && fact.question !== undefined
}

/** What an outcome is worth in a year, euros: said by the right, else from its highest amount. */
function worthOf(model: Model, { right, amount }: Outcome): number {
  const said = model.rights[right]?.yearlyValue
  if (said !== undefined) return said
  return amount?.max ? Math.min(20_000, amount.max * (timesAYear[amount.per] ?? 1)) : unknownWorth
}
