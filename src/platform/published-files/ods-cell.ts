/** The attributes of a tag, by their name with its prefix. */
export type Attributes = Readonly<Record<string, unknown>>

/** A cell of an OpenDocument sheet while its tags are read: its value stands beside it, or in the paragraphs within. */
export class OdsCell {
  readonly isPercentage: boolean
  /** How many times it stands there, side by side. */
  readonly repeat: number
  readonly span: number
  readonly #value: string | undefined
  readonly #formula: string
  readonly #paragraphs: string[] = []
  readonly #isCovered: boolean
  #depth = 0
  #isInParagraph = false

  /** What is covered by a merged cell cannot be seen, whatever it holds. */
  constructor(attributes: Attributes, isCovered: boolean) {
    this.#isCovered = isCovered
    const kind = textOf(attributes, 'office:value-type')
    this.isPercentage = kind === 'percentage'
    this.repeat = timesOf(attributes, 'table:number-columns-repeated')
    this.span = timesOf(attributes, 'table:number-columns-spanned')
    this.#value = valueBeside(kind, attributes)
    // What a formula came to has a kind; without one nobody worked it out.
    this.#formula = kind === '' ? textOf(attributes, 'table:formula').replace(/^[a-z]+:(?==)/, '') : ''
  }

  get text(): string {
    if (this.#isCovered) return ''
    return (this.#value ?? (this.#paragraphs.join('\n').trim() || this.#formula)).trim()
  }

  /** A tag within; a remark on the cell has paragraphs too, which lie deeper and are no part of it. */
  open(name: string, attributes: Attributes): void {
    this.#depth += 1
    if (this.#depth === 1 && name === 'p') {
      this.#isInParagraph = true
      this.#paragraphs.push('')
    }
    if (name === 's') this.write(' '.repeat(Math.min(timesOf(attributes, 'text:c'), 100)))
    if (name === 'tab' || name === 'line-break') this.write('\n')
  }

  write(text: string): void {
    if (this.#isInParagraph) this.#paragraphs.push(`${this.#paragraphs.pop() ?? ''}${text}`)
  }

  /** Whether the tag that closes is one within. */
  close(): boolean {
    if (this.#depth === 0) return false
    this.#depth -= 1
    if (this.#depth === 0) this.#isInParagraph = false
    return true
  }
}

/** A number as the shortest text that gives it back, a day as YYYY-MM-DD; a text stands within the cell. */
function valueBeside(kind: string, attributes: Attributes): string | undefined {
  if (kind === 'date') return textOf(attributes, 'office:date-value').replace(/T00:00:00(\.0+)?Z?$/, '')
  if (kind === 'time') return textOf(attributes, 'office:time-value')
  if (kind === 'boolean') return textOf(attributes, 'office:boolean-value')
  const number = textOf(attributes, 'office:value')
  return ['float', 'currency', 'percentage'].includes(kind) && number !== '' ? String(Number(number)) : undefined
}

export const textOf = (attributes: Attributes, name: string) => String(attributes[name] ?? '')

export const timesOf = (attributes: Attributes, name: string) =>
  Math.max(1, Number.parseInt(textOf(attributes, name), 10) || 1)
