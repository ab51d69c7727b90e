/** Who carries a fact inside an expression: the subject itself, the household, the dwelling, or the member counted over. */
export type Carrier = 'person' | 'member' | 'household' | 'dwelling'

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='

/**
 * A rule as a tree. Money is in cents, dates are days since 1970-01-01. Where it came from is kept as the offset `at` in
 * the text, for errors.
 */
export type Expression =
  | { readonly op: 'number'; readonly value: number; readonly unit: 'number' | 'money'; readonly at: number }
  | { readonly op: 'boolean'; readonly value: boolean; readonly at: number }
  | { readonly op: 'day'; readonly value: number; readonly at: number }
  | { readonly op: 'today'; readonly at: number }
  | { readonly op: 'fact'; readonly carrier: Carrier; readonly name: string; readonly at: number }
  /** `risen`: read as a limit that only rises, whatever its kind. */
  | { readonly op: 'parameter'; readonly id: string; readonly risen: boolean; readonly at: number }
  | { readonly op: 'known'; readonly of: Expression; readonly at: number }
  | { readonly op: 'surely'; readonly of: Expression; readonly at: number }
  | { readonly op: 'unknown'; readonly id: string; readonly at: number }
  | { readonly op: 'not'; readonly of: Expression; readonly at: number }
  | { readonly op: 'and' | 'or'; readonly all: readonly Expression[]; readonly at: number }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression; readonly at: number }
  | {
      readonly op: 'compare'
      readonly by: Comparison
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly op: 'in'
      readonly of: Expression & { readonly op: 'fact' }
      readonly values: readonly string[]
      readonly at: number
    }
  | {
      readonly op: 'if'
      readonly when: Expression
      readonly yes: Expression
      readonly no: Expression
      readonly at: number
    }
  | { readonly op: 'min' | 'max'; readonly all: readonly Expression[]; readonly at: number }
  | { readonly op: 'round'; readonly of: Expression; readonly at: number }
  | { readonly op: 'between'; readonly low: Expression; readonly high: Expression; readonly at: number }
  | {
      readonly op: 'years' | 'days'
      readonly from: Expression
      readonly to: Expression
      readonly at: number
    }
  | {
      readonly op: 'add'
      readonly unit: 'days' | 'months' | 'years'
      readonly day: Expression
      readonly count: Expression
      readonly at: number
    }
  | { readonly op: 'year'; readonly of: Expression; readonly at: number }
  | { readonly op: 'newYear'; readonly of: Expression; readonly at: number }
  | { readonly op: 'any' | 'all' | 'count'; readonly of: Expression; readonly at: number }
  | { readonly op: 'sum'; readonly of: Expression; readonly where?: Expression; readonly at: number }
  | { readonly op: 'self' | 'partner'; readonly at: number }
