import type { FactType } from '../model.ts'
import type { FactSlot, Names } from '../situation/names.ts'

/** One fact of a population: all households, or all persons, beside each other. */
export type Column = {
  readonly id: string
  readonly bearer: 'household' | 'dwelling' | 'person'
  readonly type: FactType
  /** The place of the fact in a world that was read from a situation. */
  readonly slot: number
  /** The choices of an enum, in the order of their codes. */
  readonly values?: readonly string[]
}

/** How tests and facts that are true or false are kept: two bits, "surely" and "perhaps", so that `&` is and, `|` is or. */
export const truthCode = { no: 0, unsure: 2, yes: 3 } as const

/** What stands for an unknown choice. Other unknown values are NaN. */
export const unknownChoice = 255

/** Households are worked on by so many at a time: few enough that what is worked out in between stays in the cache. */
export const blockSize = 128

/** Households of more persons are refused where a population is read. */
export const largestHousehold = 200

/** The column of each fact that is spoken of, in the order of the facts. */
export function columnsFor(names: Names, spokenOf: ReadonlySet<string>): readonly Column[] {
  return names.facts.filter(({ id }) => spokenOf.has(id)).map(columnOf)
}

function columnOf({ id, slot, fact }: FactSlot): Column {
  const bearer = id.slice(0, id.indexOf('.'))
  return {
    id,
    bearer: bearer === 'household' || bearer === 'dwelling' ? bearer : 'person',
    type: fact.type,
    slot,
    ...(fact.values && { values: Object.keys(fact.values) }),
  }
}

/** Whether a column holds codes, a byte each, or numbers. */
export function isBytes(type: FactType): boolean {
  return type === 'boolean' || type === 'enum' || type === 'code'
}

/** The status of an outcome as a number; `none` where there is no outcome, of a right for children and somebody who is none. */
export const statusCode = { none: 0, not_applicable: 1, unlikely: 2, possible: 3, likely: 4, already: 5 } as const
/** Added to the status of an outcome that used a value which may be out of date. */
export const staleBit = 8

/** The highest amount that a column of outcomes holds: 20 million euros. */
export const mostCents = 2_000_000_000
