import type { Expression } from '../../language/expression.ts'
import type { Names } from '../../situation/names.ts'
import type { Code, RangeCode, TruthCode, Writer } from './code.ts'

export type NamedFact = Expression & { readonly op: 'fact' }
export type NamedParameter = Expression & { readonly op: 'parameter' }

/** What the source of one rule stands in: which variables hold the subject and the member, and where values come from. */
export type Scope = {
  readonly names: Names
  /** The source of any rule; tests hold numbers and numbers hold tests. */
  readonly rules: {
    truth(rule: Expression, scope: Scope, writer: Writer): TruthCode
    range(rule: Expression, scope: Scope, writer: Writer): RangeCode
  }
  /** No fact of these households is unknown. */
  readonly complete: boolean
  /** The variable that holds the place of the subject among all persons; of the member counted over. */
  readonly subject: string
  readonly member: string
  /** The same variable, made sure to be there: a household looks up its reference person only when a rule asks. */
  place(variable: string): string
  /** A fact or definition of a carrier that stands at `place`. Marks the outcome as `parameter` does. */
  value(fact: NamedFact, place: string, writer: Writer): Code
  /** The bytes of a fact as they were given, without anything that holds unless told. */
  column(id: string, place: string): string
  /** A value of the law. Marks the outcome when it may be out of date. */
  parameter(parameter: NamedParameter, writer: Writer): RangeCode
  /** The text itself, or the name of a value at the top of the function where it is the same for all households. */
  settled(text: string): string
  /** A function or number of the library; the text to use. */
  library(name: LibraryName): string
  fault(at: number, problem: string): never
}

/** The variable that stands at the carrier of a fact. */
export function placeOf(carrier: string, { subject, member }: Scope): string {
  return carrier === 'person' ? subject : carrier === 'member' ? member : 'h'
}

/** What generated source uses of `columns/arithmetic.ts`. */
export type LibraryName =
  | 'wholeYears'
  | 'ageOn'
  | 'monthsLater'
  | 'yearOf'
  | 'newYear'
  | 'bornAfter'
  | 'bornBy'
  | 'partnerBits'
  | 'timesLow'
  | 'timesHigh'
  | 'overLow'
  | 'overHigh'
