/**
 * The conditions of XLSForm, as far as a server can work them out without running anything: a small part of XPath 1.0.
 *
 *     ${age} >= 18 and not(selected(${help}, 'none'))
 *     . <= 72
 *     province = ${province}          (a column of a choice, in a choice filter)
 *
 * `or and = != < <= > >= + - * div mod`, the functions of `functions` below, numbers and texts. Anything else is refused with its
 * place, never left out: a condition that is only half understood asks the wrong questions.
 */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'answer'; readonly name: string }
  | { readonly kind: 'own' }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Expression[] }

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

/** `at`: place of the first sign that is not understood, from 1. */
export type ParsedExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'refused'; readonly at: number; readonly found: string }

/** What can be called, with the least and the most it takes. */
export const functions: Readonly<Record<string, readonly [number, number]>> = {
  not: [1, 1],
  selected: [2, 2],
  'count-selected': [1, 1],
  regex: [2, 2],
  true: [0, 0],
  false: [0, 0],
  boolean: [1, 1],
  today: [0, 0],
  date: [1, 1],
  substr: [2, 3],
  'selected-at': [2, 2],
  number: [1, 1],
  string: [1, 1],
  int: [1, 1],
  round: [1, 2],
  'string-length': [1, 1],
  contains: [2, 2],
  'starts-with': [2, 2],
  concat: [1, 20],
  coalesce: [2, 2],
  if: [3, 3],
  min: [1, 20],
  max: [1, 20],
}

const longest = 2000
const deepest = 40

/** Reads a condition. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > longest) return { kind: 'refused', at: longest + 1, found: text.slice(longest, longest + 20) }
  try {
    const reader = new Reader(tokensOf(text))
    const expression = reader.choice(0)
    reader.end()
    return { kind: 'expression', expression }
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    return { kind: 'refused', at: error.at + 1, found: text.slice(error.at, error.at + 30) }
  }
}

/** The questions that an expression asks the answers of. */
export function answersNamed(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'answer':
      return [expression.name]
    case 'minus':
      return answersNamed(expression.of)
    case 'operation':
      return [...answersNamed(expression.left), ...answersNamed(expression.right)]
    case 'call':
      return expression.of.flatMap(answersNamed)
    default:
      return []
  }
}

class NotUnderstood extends Error {
  readonly at: number
  constructor(at: number) {
    super(`not understood at ${at}`)
    this.at = at
  }
}

type Token = {
  readonly kind: 'sign' | 'name' | 'answer' | 'text' | 'number'
  readonly text: string
  readonly at: number
}

const lexicon =
  /\s+|\$\{\s*(?<answer>[^{}\s]+)\s*\}|(?<text>'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”)|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[\p{L}_][\p{L}\p{N}_.-]*(?:::?[\p{L}_][\p{L}\p{N}_.-]*)*)|(?<sign>!=|<=|>=|[=<>()+*,.-])/uy

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  lexicon.lastIndex = 0
  while (lexicon.lastIndex < text.length) {
    const at = lexicon.lastIndex
    const match = lexicon.exec(text)
    if (!match) throw new NotUnderstood(at)
    for (const kind of ['answer', 'text', 'number', 'name', 'sign'] as const) {
      const found = match.groups?.[kind]
      if (found !== undefined) tokens.push({ kind, text: kind === 'text' ? found.slice(1, -1) : found, at })
    }
  }
  return [...tokens, { kind: 'sign', text: '', at: text.length }]
}

/** Operators by how strongly they bind, the weakest first. */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

class Reader {
  readonly #tokens: readonly Token[]
  #place = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  choice(level: number): Expression {
    const operators = levels[level]
    if (!operators) return this.#single()
    let left = this.choice(level + 1)
    while (true) {
      const operator = operators.find((one) => this.#isAt(one))
      if (!operator) return left
      this.#place += 1
      left = { kind: 'operation', operator, left, right: this.choice(level + 1) }
    }
  }

  end(): void {
    if (this.#token.text !== '' || this.#token.kind !== 'sign') throw new NotUnderstood(this.#token.at)
  }

  get #token(): Token {
    return this.#tokens[this.#place] ?? { kind: 'sign', text: '', at: 0 }
  }

  #isAt(text: string): boolean {
    return (this.#token.kind === 'sign' || this.#token.kind === 'name') && this.#token.text === text
  }

  #take(text: string): void {
    if (!this.#isAt(text)) throw new NotUnderstood(this.#token.at)
    this.#place += 1
  }

  #single(): Expression {
    this.#depth += 1
    if (this.#depth > deepest) throw new NotUnderstood(this.#token.at)
    const expression = this.#primary()
    this.#depth -= 1
    return expression
  }

  #primary(): Expression {
    const { kind, text, at } = this.#token
    this.#place += 1
    if (kind === 'text') return { kind: 'text', value: text }
    if (kind === 'number') return { kind: 'number', value: Number(text) }
    if (kind === 'answer') return { kind: 'answer', name: text }
    if (kind === 'name') return this.#isAt('(') ? this.#call(text, at) : { kind: 'column', name: text }
    if (text === '-') return { kind: 'minus', of: this.#single() }
    if (text === '.') return { kind: 'own' }
    if (text !== '(') throw new NotUnderstood(at)
    const inside = this.choice(0)
    this.#take(')')
    return inside
  }

  #call(name: string, at: number): Expression {
    const takes = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (!takes) throw new NotUnderstood(at)
    this.#take('(')
    const of: Expression[] = []
    while (!this.#isAt(')')) {
      if (of.length > 0) this.#take(',')
      of.push(this.choice(0))
    }
    this.#take(')')
    if (of.length < takes[0] || of.length > takes[1]) throw new NotUnderstood(at)
    if (name === 'regex' && !(of[1]?.kind === 'text' && isHarmlessPattern(of[1].value))) throw new NotUnderstood(at)
    return { kind: 'call', name, of }
  }
}

/** A pattern that is answered quickly whatever is typed: no repeated group that repeats or chooses itself, no reference back. */
function isHarmlessPattern(pattern: string): boolean {
  if (pattern.length > 300 || /\\[1-9k]|\(\?[=!<]/.test(pattern)) return false
  if (/\([^()]*[*+{|][^()]*\)\s*[*+{]/.test(pattern) || /\)[*+{][^()]*\)\s*[*+{]/.test(pattern)) return false
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
