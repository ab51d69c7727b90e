/**
 * A test as source text. Sure: a JavaScript boolean. Else the two bits of `truthCode`: the lower one when it surely holds,
 * the higher one when it perhaps holds, so that `&` and `|` are the and and or of three-valued logic.
 */
export type TruthCode = { readonly is: 'truth'; readonly sure: boolean; readonly text: string }

/** A number as source text: the two ends of its interval, the same text when the number is sure. */
export type RangeCode = { readonly is: 'range'; readonly low: string; readonly high: string }

/** The index of a choice; `unknownChoice` when not sure. */
export type ChoiceCode = { readonly is: 'choice'; readonly sure: boolean; readonly text: string }

export type Code = TruthCode | RangeCode | ChoiceCode

export const surely = (text: string): TruthCode => ({ is: 'truth', sure: true, text })
export const perhaps = (text: string): TruthCode => ({ is: 'truth', sure: false, text })
export const exactly = (text: string): RangeCode => ({ is: 'range', low: text, high: text })
export const isExact = ({ low, high }: RangeCode): boolean => low === high

/** A test as its two bits. */
export function bits(truth: TruthCode): string {
  if (!truth.sure) return truth.text
  return truth.text === 'true' ? '3' : truth.text === 'false' ? '0' : `(${truth.text} ? 3 : 0)`
}

/** Whether a test surely holds, surely fails: JavaScript booleans. */
export const holds = (truth: TruthCode): string => (truth.sure ? truth.text : `${truth.text} === 3`)
export const fails = (truth: TruthCode): string => (truth.sure ? `!${truth.text}` : `${truth.text} === 0`)

/** A number as source text; `Infinity` by a short name that minifiers and readers know. */
export function literal(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'Infinity'
  if (value === Number.NEGATIVE_INFINITY) return '-Infinity'
  return value < 0 ? `(${value})` : String(value)
}

/** Statements under way. What costs something to evaluate is kept apart until it is known to be needed. */
export class Writer {
  readonly lines: string[] = []
  /** It loops over members or looks at a value that may be out of date: evaluated only where one household would be. */
  isHeavy = false
  readonly #counter: { next: number }

  constructor(counter: { next: number } = { next: 0 }) {
    this.#counter = counter
  }

  add(...lines: readonly string[]): void {
    this.lines.push(...lines)
  }

  /** A writer for statements that may end up inside a block of this one. */
  apart(): Writer {
    return new Writer(this.#counter)
  }

  take(other: Writer): void {
    this.lines.push(...other.lines)
    if (other.isHeavy) this.isHeavy = true
  }

  fresh(letter = 't'): string {
    this.#counter.next += 1
    return `${letter}${this.#counter.next}`
  }

  /** A name for a text that is used more than once. */
  bind(text: string): string {
    if (/^[\w.]+$/.test(text)) return text
    const name = this.fresh()
    this.add(`const ${name} = ${text}`)
    return name
  }

  bound(range: RangeCode): RangeCode {
    if (isExact(range)) return exactly(this.bind(range.low))
    return { is: 'range', low: this.bind(range.low), high: this.bind(range.high) }
  }
}
