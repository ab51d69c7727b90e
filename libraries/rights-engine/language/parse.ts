import type { Carrier, Comparison, Expression } from './expression.ts'
import { RuleError, type Token, tokensOf } from './tokens.ts'

/**
 * Reads a rule of the language described in the README. Throws a `RuleError` that names the place and what was expected.
 * It does not look whether the facts exist: `namesIn` lists what a rule speaks of.
 */
export function parse(rule: string): Expression {
  const reader = new Reader(rule)
  const expression = reader.whole()
  reader.end()
  return expression
}

const carriers: ReadonlySet<string> = new Set(['person', 'member', 'household', 'dwelling'] satisfies Carrier[])
const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!='] satisfies Comparison[])

type Call = (reader: Reader, at: number) => Expression

/** What stands between the brackets of each word that takes brackets. */
const calls: Readonly<Record<string, Call>> = {
  param: (reader, at) => ({ op: 'parameter', id: reader.path(), risen: false, at }),
  ceiling: (reader, at) => ({ op: 'parameter', id: reader.path(), risen: true, at }),
  unknown: (reader, at) => ({ op: 'unknown', id: reader.path(), at }),
  known: (reader, at) => ({ op: 'known', of: reader.whole(), at }),
  surely: (reader, at) => ({ op: 'surely', of: reader.whole(), at }),
  round: (reader, at) => ({ op: 'round', of: reader.whole(), at }),
  year: (reader, at) => ({ op: 'year', of: reader.whole(), at }),
  new_year: (reader, at) => ({ op: 'newYear', of: reader.whole(), at }),
  min: (reader, at) => ({ op: 'min', all: reader.list(), at }),
  max: (reader, at) => ({ op: 'max', all: reader.list(), at }),
  between: (reader, at) => {
    const [low, high] = reader.pair()
    return { op: 'between', low, high, at }
  },
  years: (reader, at) => span('years', reader, at),
  days: (reader, at) => span('days', reader, at),
  add_days: (reader, at) => later('days', reader, at),
  add_months: (reader, at) => later('months', reader, at),
  add_years: (reader, at) => later('years', reader, at),
  any: (reader, at) => ({ op: 'any', of: reader.overMembers(), at }),
  all: (reader, at) => ({ op: 'all', of: reader.overMembers(), at }),
  count: (reader, at) => ({ op: 'count', of: reader.overMembers(), at }),
  sum: (reader, at) => {
    const of = reader.overMembers()
    return reader.takesName('where') ? { op: 'sum', of, where: reader.whole(), at } : { op: 'sum', of, at }
  },
  self: (reader, at) => relation('self', reader, at),
  partner: (reader, at) => relation('partner', reader, at),
}

function span(op: 'years' | 'days', reader: Reader, at: number): Expression {
  const [from, to] = reader.pair()
  return { op, from, to, at }
}

function later(unit: 'days' | 'months' | 'years', reader: Reader, at: number): Expression {
  const [day, count] = reader.pair()
  return { op: 'add', unit, day, count, at }
}

function relation(op: 'self' | 'partner', reader: Reader, at: number): Expression {
  reader.name('member')
  return { op, at }
}

class Reader {
  readonly #rule: string
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(rule: string) {
    this.#rule = rule
    this.#tokens = tokensOf(rule)
  }

  whole(): Expression {
    const at = this.#token.at
    if (!this.takesName('if')) return this.#either()
    const when = this.whole()
    this.name('then')
    const yes = this.whole()
    this.name('else')
    return { op: 'if', when, yes, no: this.whole(), at }
  }

  #either(): Expression {
    return this.#chain('or', () => this.#chain('and', () => this.#negation()))
  }

  #chain(op: 'and' | 'or', part: () => Expression): Expression {
    const first = part()
    const all = [first]
    while (this.takesName(op)) all.push(part())
    return all.length === 1 ? first : { op, all, at: first.at }
  }

  #negation(): Expression {
    const at = this.#token.at
    return this.takesName('not') ? { op: 'not', of: this.#negation(), at } : this.#comparison()
  }

  #comparison(): Expression {
    const left = this.#sum()
    if (this.takesName('in')) return this.#choices(left)
    const token = this.#token
    if (token.kind !== 'sign' || !comparisons.has(token.text)) return left
    this.#next += 1
    const by = token.text as Comparison
    if (left.op !== 'fact' || (by !== '=' && by !== '!=') || !this.#atChoice())
      return { op: 'compare', by, left, right: this.#sum(), at: left.at }
    const same: Expression = { op: 'in', of: left, values: [this.#word()], at: left.at }
    return by === '=' ? same : { op: 'not', of: same, at: left.at }
  }

  /** `dwelling.tenure = owner`: a word without "." or "(" behind it is one of the choices of the fact before it. */
  #atChoice(): boolean {
    const [word, behind] = [this.#token, this.#tokens[this.#next + 1]]
    if (word.kind !== 'name' || word.text === 'today' || word.text === 'true' || word.text === 'false') return false
    return behind?.kind !== 'sign' || (behind.text !== '.' && behind.text !== '(')
  }

  #choices(of: Expression): Expression {
    if (of.op !== 'fact') throw new RuleError(this.#rule, of.at, '"in" asks for a fact before it')
    this.sign('[')
    const values = [this.#word()]
    while (this.#takesSign(',')) values.push(this.#word())
    this.sign(']')
    return { op: 'in', of, values, at: of.at }
  }

  #sum(): Expression {
    let left = this.#product()
    for (;;) {
      if (this.#takesSign('+')) left = { op: '+', left, right: this.#product(), at: left.at }
      else if (this.#takesSign('-')) left = { op: '-', left, right: this.#product(), at: left.at }
      else return left
    }
  }

  #product(): Expression {
    let left = this.#single()
    for (;;) {
      if (this.#takesSign('*')) left = { op: '*', left, right: this.#single(), at: left.at }
      else if (this.#takesSign('/')) left = { op: '/', left, right: this.#single(), at: left.at }
      else return left
    }
  }

  #single(): Expression {
    const token = this.#token
    this.#next += 1
    if (token.kind === 'number') return { op: 'number', value: token.value, unit: token.unit, at: token.at }
    if (token.kind === 'day') return { op: 'day', value: token.value, at: token.at }
    if (token.kind === 'name') return this.#named(token.text, token.at)
    if (token.kind === 'sign' && token.text === '-') {
      const zero: Expression = { op: 'number', value: 0, unit: 'number', at: token.at }
      return { op: '-', left: zero, right: this.#single(), at: token.at }
    }
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.whole()
      this.sign(')')
      return inner
    }
    throw new RuleError(this.#rule, token.at, 'a value, a fact or "(" was expected')
  }

  #named(name: string, at: number): Expression {
    if (name === 'true' || name === 'false') return { op: 'boolean', value: name === 'true', at }
    if (name === 'today') return { op: 'today', at }
    if (this.#takesSign('.')) return this.#fact(name, at)
    const call = calls[name]
    if (call && this.#takesSign('(')) {
      const made = call(this, at)
      this.sign(')')
      return made
    }
    throw new RuleError(this.#rule, at, `"${name}" stands alone; a fact is written as person.${name}`)
  }

  #fact(carrier: string, at: number): Expression {
    if (!carriers.has(carrier))
      throw new RuleError(this.#rule, at, `"${carrier}" carries no facts; person, member, household or dwelling does`)
    return { op: 'fact', carrier: carrier as Carrier, name: this.#word(), at }
  }

  list(): readonly Expression[] {
    const all = [this.whole()]
    while (this.#takesSign(',')) all.push(this.whole())
    return all
  }

  pair(): readonly [Expression, Expression] {
    const first = this.whole()
    this.sign(',')
    return [first, this.whole()]
  }

  overMembers(): Expression {
    this.name('member')
    this.sign(':')
    return this.whole()
  }

  /** A dotted id: `vt.year.base`. */
  path(): string {
    let path = this.#part()
    while (this.#takesSign('.')) path += `.${this.#part()}`
    return path
  }

  #part(): string {
    const token = this.#token
    if (token.kind !== 'number') return this.#word()
    this.#next += 1
    return String(token.value)
  }

  #word(): string {
    const token = this.#token
    if (token.kind !== 'name') throw new RuleError(this.#rule, token.at, 'a name was expected')
    this.#next += 1
    return token.text
  }

  name(name: string): void {
    if (!this.takesName(name)) throw new RuleError(this.#rule, this.#token.at, `"${name}" was expected`)
  }

  sign(sign: string): void {
    if (!this.#takesSign(sign)) throw new RuleError(this.#rule, this.#token.at, `"${sign}" was expected`)
  }

  end(): void {
    if (this.#token.kind !== 'end') throw new RuleError(this.#rule, this.#token.at, 'the rule should have ended')
  }

  takesName(name: string): boolean {
    const token = this.#token
    const takes = token.kind === 'name' && token.text === name
    if (takes) this.#next += 1
    return takes
  }

  #takesSign(sign: string): boolean {
    const token = this.#token
    const takes = token.kind === 'sign' && token.text === sign
    if (takes) this.#next += 1
    return takes
  }

  get #token(): Token {
    return this.#tokens[Math.min(this.#next, this.#tokens.length - 1)] as Token
  }
}
