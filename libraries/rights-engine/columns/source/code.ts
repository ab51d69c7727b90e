/**
 * A test as source text. Sure: a JavaScript boolean. Else the two bits of `truthCode`: the lower one when it surely holds,
 * the higher one when it perhaps holds, so that `&` and `|` are the and and or of three-valued logic.
 */
export type TruthCode = { readonly is: 'truth'; readonly sure: boolean; readonly text: string }

/**
 * A number as source text: the two ends of its interval, the same text when the number is sure. `from0`: it is known, as the
 * source is written, never to be below 0.
 */
export type RangeCode = { readonly is: 'range'; readonly low: string; readonly high: string; readonly from0?: boolean }

/** The index of a choice; `unknownChoice` when not sure. */
export type ChoiceCode = { readonly is: 'choice'; readonly sure: boolean; readonly text: string }

export type Code = TruthCode | RangeCode | ChoiceCode

export const surely = (text: string): TruthCode => ({ is: 'truth', sure: true, text })
export const perhaps = (text: string): TruthCode => ({ is: 'truth', sure: false, text })
export const exactly = (text: string, from0 = false): RangeCode => ({ is: 'range', low: text, high: text, from0 })
export const between = (low: string, high: string, from0 = false): RangeCode => ({ is: 'range', low, high, from0 })
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
  readonly #around: Writer | null
  readonly #bound = new Map<string, string>()

  constructor(counter: { next: number }, around: Writer | null = null) {
    this.#counter = counter
    this.#around = around
  }

  add(...lines: readonly string[]): void {
    this.lines.push(...lines)
  }

  /** A writer for statements that may end up inside a block of this one. */
  apart(): Writer {
    return new Writer(this.#counter, this)
  }

  /** The statements of another writer, as they are: what it named is known from here on. */
  take(other: Writer): void {
    this.lines.push(...other.lines)
    for (const [text, name] of other.#bound) this.#bound.set(text, name)
    if (other.isHeavy) this.isHeavy = true
  }

  fresh(letter = 't'): string {
    this.#counter.next += 1
    return `${letter}${this.#counter.next}`
  }

  /** A name for a text that is used more than once; the same text has the same value wherever it is in sight. */
  bind(text: string): string {
    if (/^[\w.]+$/.test(text)) return text
    const known = this.#known(text)
    if (known) return known
    const name = this.fresh()
    this.#bound.set(text, name)
    this.add(`const ${name} = ${text}`)
    return name
  }

  #known(text: string): string | undefined {
    return this.#bound.get(text) ?? (this.#around ? this.#around.#known(text) : undefined)
  }

  bound(range: RangeCode): RangeCode {
    const { from0 } = range
    if (isExact(range)) return exactly(this.bind(range.low), from0)
    return between(this.bind(range.low), this.bind(range.high), from0)
  }
}
