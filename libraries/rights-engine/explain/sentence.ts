import type { Expression } from '../language/expression.ts'
import type { Definition, Fact, Model, Parameter } from '../model.ts'
import { type Grammar, grammars, inTongue, type Tongue } from './tongue.ts'

/** What a sentence is made with: the words of the model, the language, and the values of the law on the day. */
export type Telling = {
  readonly model: Model
  readonly tongue: Tongue
  /** A parameter in euros or its unit; null where it is not known on that day. */
  readonly valueNow: (id: string) => number | null
}

type Kind = 'number' | 'money' | 'day'

/** A rule in plain words. Definitions are named, not written out. */
export function sentenceOf(expression: Expression, telling: Telling): string {
  return say(expression, telling, grammars[telling.tongue])
}

function say(expression: Expression, telling: Telling, grammar: Grammar): string {
  const part = (inner: Expression) => say(inner, telling, grammar)
  const kind = kindOf(expression, telling)
  switch (expression.op) {
    case 'boolean':
      return expression.value ? grammar.yes : grammar.no
    case 'number':
      return written(expression.value, expression.unit, grammar)
    case 'day':
      return written(expression.value, 'day', grammar)
    case 'today':
      return grammar.today
    case 'fact':
      return factWords(expression, telling)
    case 'parameter':
      return parameterWords(expression.id, telling, grammar)
    case 'unknown':
      return grammar.decidedElsewhere
    case 'known':
      return grammar.known(nounOf(expression.of, telling) ?? part(expression.of))
    case 'surely':
      return part(expression.of)
    case 'not':
      return negation(expression.of, telling, grammar)
    case 'and':
    case 'or':
      return list(expression, telling, grammar)
    case 'compare':
      return comparison(expression, telling, grammar)
    case 'in':
      return `${nounOf(expression.of, telling) ?? ''}: ${choices(expression, telling).join(` ${grammar.or} `)}`
    case 'if':
      return grammar.if(part(expression.when), apart(expression.yes, ['if'], telling, grammar), part(expression.no))
    case '+':
    case '-':
      return difference(expression, telling, grammar)
    case '*':
    case '/':
      return product(expression, telling, grammar)
    case 'min':
      return grammar.smallest(listed(expression.all, telling, grammar))
    case 'max':
      return grammar.largest(listed(expression.all, telling, grammar))
    case 'between':
      return grammar.from(part(expression.low), part(expression.high))
    case 'round':
      return kind === 'money' ? grammar.rounded(apart(expression.of, runsOn, telling, grammar)) : part(expression.of)
    case 'years':
      return grammar.yearsFrom(part(expression.from), part(expression.to))
    case 'days':
      return grammar.daysFrom(part(expression.from), part(expression.to))
    case 'add':
      return later(expression, telling, grammar)
    case 'year':
      return grammar.year(part(expression.of))
    case 'newYear':
      return grammar.newYear(part(expression.of))
    case 'any':
      return grammar.somebody(part(expression.of))
    case 'all':
      return grammar.everybody(part(expression.of))
    case 'count':
      return grammar.howMany(part(expression.of))
    case 'sum':
      return grammar.together(part(expression.of), expression.where ? part(expression.where) : null)
    case 'self':
      return grammar.self
    case 'partner':
      return grammar.partner
  }
}

function list(expression: Expression & { op: 'and' | 'or' }, telling: Telling, grammar: Grammar): string {
  const parts = expression.all.map((inner) => {
    const said = bare(inner, telling)
    const goesOver = (said.op === 'any' || said.op === 'all') && isList(bare(said.of, telling))
    return apart(inner, goesOver ? [said.op] : ['and', 'or', 'if'], telling, grammar)
  })
  return parts.join(`, ${expression.op === 'and' ? grammar.and : grammar.or} `)
}

function negation(of: Expression, telling: Telling, grammar: Grammar): string {
  if (of.op === 'fact') {
    const fails = inTongue(described(of, telling)?.fails, telling.tongue)
    if (fails) return fails
  }
  if (of.op === 'in')
    return `${nounOf(of.of, telling) ?? ''}: ${grammar.not} ${choices(of, telling).join(` ${grammar.or} `)}`
  return `${grammar.not} (${say(of, telling, grammar)})`
}

function comparison(expression: Expression & { op: 'compare' }, telling: Telling, grammar: Grammar): string {
  const isDay = kindOf(expression.left, telling) === 'day' || kindOf(expression.right, telling) === 'day'
  const words = (isDay ? grammar.compareDays : grammar.compare)[expression.by]
  const left = nounOf(expression.left, telling) ?? apart(expression.left, runsOn, telling, grammar)
  const right = nounOf(expression.right, telling) ?? apart(expression.right, runsOn, telling, grammar)
  return `${left}: ${words} ${right}`
}

function difference(
  expression: Expression & { op: '+' | '-' | '*' | '/' },
  telling: Telling,
  grammar: Grammar,
): string {
  const { left, right } = expression
  const sides = [...runsOn, 'round'] as const
  const after = apart(right, expression.op === '-' ? [...sides, '+', '-'] : sides, telling, grammar)
  if (expression.op === '-' && left.op === 'number' && left.value === 0) return `−${after}`
  return `${apart(left, sides, telling, grammar)} ${expression.op === '+' ? '+' : '−'} ${after}`
}

function product(
  { op, left, right }: Expression & { op: '+' | '-' | '*' | '/' },
  telling: Telling,
  grammar: Grammar,
): string {
  const sides = [...runsOn, 'round', '+', '-', '/'] as const
  const first = apart(left, sides, telling, grammar)
  return op === '*'
    ? `${first} × ${apart(right, sides, telling, grammar)}`
    : `${first} ÷ ${apart(right, [...sides, '*'], telling, grammar)}`
}

function listed(all: readonly Expression[], telling: Telling, grammar: Grammar): string {
  return all.map((item) => apart(item, ['if', 'min', 'max'], telling, grammar)).join('; ')
}

type Op = Expression['op']

/** What is said in several pieces: beside something else, nobody can tell where it ends. */
const runsOn: readonly Op[] = ['if', 'min', 'max', 'between', 'sum', 'compare', 'and', 'or']

/** In brackets where it is one of these, as it is where nothing can be mistaken. */
function apart(expression: Expression, brackets: readonly Op[], telling: Telling, grammar: Grammar): string {
  const words = say(expression, telling, grammar)
  return brackets.includes(bare(expression, telling).op) ? `(${words})` : words
}

/** Without what is not said of it. */
function bare(expression: Expression, telling: Telling): Expression {
  if (expression.op === 'surely') return bare(expression.of, telling)
  const isSilent = expression.op === 'round' && kindOf(expression, telling) !== 'money'
  return isSilent ? bare(expression.of, telling) : expression
}

const isList = ({ op }: Expression) => op === 'and' || op === 'or'

function later(expression: Expression & { op: 'add' }, telling: Telling, grammar: Grammar): string {
  const day = say(expression.day, telling, grammar)
  return grammar.later(day, say(expression.count, telling, grammar), expression.unit)
}

/** A number of the rules as people write it: euros, a date, a share as it is. */
function written(value: number, kind: Kind, { locale }: Grammar): string {
  if (kind === 'money') return euros(value / 100, locale)
  if (kind === 'day')
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(value * 86_400_000)
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: value >= 10_000 }).format(value)
}

function euros(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amount)
}

function parameterWords(id: string, { model, tongue, valueNow }: Telling, grammar: Grammar): string {
  const parameter = model.parameters[id]
  const noun = inTongue(parameter?.noun, tongue) || id
  const value = valueNow(id)
  if (!parameter || value === null) return noun
  const text = isMoney(parameter)
    ? euros(value, grammar.locale)
    : new Intl.NumberFormat(grammar.locale, { maximumFractionDigits: 4 }).format(value)
  return `${text} (${noun})`
}

const isMoney = ({ unit }: Parameter) => unit.startsWith('eur')

function described({ carrier, name }: Expression & { op: 'fact' }, { model }: Telling): Fact | Definition | undefined {
  const bearer = carrier === 'member' ? 'person' : carrier
  return (
    model.definitions[`${bearer}.${name}`] ??
    model.facts[`${bearer}.${name}`] ??
    (bearer === 'person' ? model.facts[`child.${name}`] : undefined)
  )
}

function factWords(fact: Expression & { op: 'fact' }, telling: Telling): string {
  const found = described(fact, telling)
  const holds = found?.type === 'boolean' ? inTongue(found.holds, telling.tongue) : ''
  return holds || inTongue(found?.noun, telling.tongue) || fact.name
}

function nounOf(expression: Expression, telling: Telling): string | null {
  if (expression.op !== 'fact') return null
  return inTongue(described(expression, telling)?.noun, telling.tongue) || expression.name
}

function choices({ of, values }: Expression & { op: 'in' }, telling: Telling): readonly string[] {
  const found = described(of, telling)
  const named = found && 'values' in found ? found.values : undefined
  return values.map((value) => inTongue(named?.[value], telling.tongue) || value)
}

/** Whether a number is an amount of money, a day, or just a number. */
function kindOf(expression: Expression, telling: Telling): Kind {
  switch (expression.op) {
    case 'day':
    case 'today':
    case 'add':
    case 'newYear':
      return 'day'
    case 'number':
      return expression.unit
    case 'parameter': {
      const parameter = telling.model.parameters[expression.id]
      return parameter && isMoney(parameter) ? 'money' : 'number'
    }
    case 'fact': {
      const type = described(expression, telling)?.type
      return type === 'date' ? 'day' : type === 'money' ? 'money' : 'number'
    }
    case '+':
    case '-':
    case '*':
      return kindOf(expression.left, telling) === 'number'
        ? kindOf(expression.right, telling)
        : kindOf(expression.left, telling)
    case '/':
      return kindOf(expression.left, telling)
    case 'min':
    case 'max':
      return kindOfAll(expression.all, telling)
    case 'between':
      return kindOfAll([expression.low, expression.high], telling)
    case 'if':
      return kindOfAll([expression.yes, expression.no], telling)
    case 'round':
    case 'sum':
      return kindOf(expression.of, telling)
    default:
      return 'number'
  }
}

/** Beside a bare 0 an amount stays an amount. */
const kindOfAll = (all: readonly Expression[], telling: Telling): Kind =>
  all.map((one) => kindOf(one, telling)).find((kind) => kind !== 'number') ?? 'number'
