import type { Model, Outcome } from '@meernet/rights-engine'

/** What of an outcome decides where it is shown. */
type Shown = Pick<Outcome, 'right' | 'status' | 'amount'>

/** One right as it is shown: all for whom it stands the same together. */
export type ShownRight<One extends Shown = Outcome> = {
  readonly id: string
  readonly status: Outcome['status']
  readonly outcomes: readonly One[]
}

export type ShownResults<One extends Shown = Outcome> = {
  /** Worth asking, what is worth most first. */
  readonly worthAsking: readonly ShownRight<One>[]
  readonly already: readonly ShownRight<One>[]
  readonly unlikely: readonly ShownRight<One>[]
}

/** Outcomes by right and status. What belongs to another region is left out; what another right opens follows after it. */
export function shownResults<One extends Shown>(model: Model, outcomes: readonly One[]): ShownResults<One> {
  const rights = new Map<string, ShownRight<One>>()
  for (const outcome of outcomes) {
    const key = `${outcome.right} ${outcome.status}`
    const before = rights.get(key)
    rights.set(key, {
      id: outcome.right,
      status: outcome.status,
      outcomes: [...(before?.outcomes ?? []), outcome],
    })
  }
  const all = [...rights.values()]
  const open = all.filter(({ status }) => status === 'likely' || status === 'possible')
  const openIds = new Set(open.map(({ id }) => id))
  return {
    worthAsking: open.sort((a, b) => weight(model, b) - weight(model, a)),
    already: all.filter(({ status }) => status === 'already'),
    unlikely: all.filter(({ id, status }) => status === 'unlikely' && !openIds.has(id)),
  }
}

/** What fits the answers counts whole, what is still open for half. */
const weight = (model: Model, right: ShownRight<Shown>) => worth(model, right) * (right.status === 'likely' ? 1 : 0.5)

const months: Readonly<Record<string, number>> = { month: 12 }

function worth(model: Model, { id, outcomes }: ShownRight<Shown>): number {
  const said = model.rights[id]?.yearlyValue
  return outcomes.reduce((sum, { amount }) => sum + (said ?? (amount?.max ?? 0) * (months[amount?.per ?? ''] ?? 1)), 0)
}
