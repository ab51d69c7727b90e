/** Values told by the caller: of this municipality, or of a reform to be tried. Money in euros. */
export type GivenParameters = Readonly<Record<string, number | boolean>>

/** What was told of one thing: fact by fact, by name without its bearer. Absent or null is unknown. */
export type ToldFacts = Readonly<Record<string, unknown>>

/** One household on one date, as it was told. Money in euros, dates as ISO dates. */
export type Situation = {
  readonly date: string
  /** The day on which ages were told, when that is not `date`: who was 8 then is 8 or 9 some months later. */
  readonly agesOn?: string
  readonly household?: ToldFacts
  readonly dwelling?: ToldFacts
  /** Adults and children in one list; each has an `id`. */
  readonly persons: readonly ToldFacts[]
  /** Values of this municipality (`municipality.…`), or of a reform that is tried. Money in euros. */
  readonly parameters?: GivenParameters
}

/** Why a situation cannot be checked: which fact, and why. `path` is a JSON path such as `persons[1].age`. */
export class SituationError extends Error {
  readonly code: SituationErrorCode
  readonly path: string
  constructor(code: SituationErrorCode, path: string, message: string) {
    super(message)
    this.name = 'SituationError'
    this.code = code
    this.path = path
  }
}

/** Why a situation cannot be read. */
export type SituationErrorCode =
  | 'bad_shape'
  | 'bad_date'
  | 'unknown_fact'
  | 'wrong_type'
  | 'not_a_choice'
  | 'out_of_bounds'
  | 'duplicate_person'
  | 'no_reference'
  | 'two_references'
  | 'two_partners'
  | 'born_later'
  | 'age_and_birth_date_differ'
  | 'child_older_than_parent'
  | 'unknown_parameter'
