/** What a check says of one right for one subject. Never a promise: whoever decides on the right decides. */
export type Status = 'already' | 'likely' | 'possible' | 'unlikely' | 'not_applicable'

/** Euros. `value` where it is one amount, else null and somewhere from `min` to `max`; `max` null where nobody can say. */
export type OutcomeAmount = {
  readonly value: number | null
  readonly min: number
  readonly max: number | null
  readonly currency: 'EUR'
  readonly per: string
}

/** One condition and how it stands; `for` speaks for the right. Doubts and the region are conditions too. */
export type Reason = { readonly condition: string; readonly answer: 'for' | 'against' | 'unknown' }

/** What a check says of one right for one subject, and on what that rests. */
export type Outcome = {
  readonly right: string
  /** The id of a person, `household` or `dwelling`. */
  readonly subject: string
  readonly status: Status
  /** Exactly the facts that can still change this outcome, by their id; `param:…` for a value of the law not known here. */
  readonly missing: readonly string[]
  /** The same, with whom each is about. */
  readonly asks: readonly Ask[]
  readonly amount: OutcomeAmount | null
  readonly variant: string | null
  /** A value of the law was used that is probably no longer the newest. */
  readonly stale: boolean
  /** A value was used that rests on one weak or old source: "bedrag na te kijken". */
  readonly uncertain: boolean
  readonly reasons: readonly Reason[]
  readonly parameters: readonly string[]
  /** Rights that this one opens: shown as "volgt daarna". */
  readonly follows: readonly string[]
  readonly excludes: readonly string[]
}

/** One fact that is still to be asked, of whom. */
export type Ask = { readonly fact: string; readonly of: string }
