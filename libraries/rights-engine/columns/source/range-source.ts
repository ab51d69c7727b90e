import type { Expression } from '../../language/expression.ts'
import { unknownChoice } from '../layout.ts'
import { between, type Code, exactly, isExact, literal, type RangeCode, type TruthCode, type Writer } from './code.ts'
import { type LibraryName, placeOf, type Scope } from './scope.ts'

/** Source for a number of the rules, with the same answers as `check/compile-range.ts`. */
export function rangeSource(expression: Expression, scope: Scope, writer: Writer): RangeCode {
  const code = written(expression, scope, writer)
  if (isExact(code)) return exactly(scope.settled(code.low), code.from0)
  return between(scope.settled(code.low), scope.settled(code.high), code.from0)
}

function written(expression: Expression, scope: Scope, writer: Writer): RangeCode {
  const of = (part: Expression) => rangeSource(part, scope, writer)
  const once = (text: string) => writer.bind(scope.settled(text))
  const called = (name: LibraryName) => (value: string) => once(`${scope.library(name)}(${value})`)
  switch (expression.op) {
    case 'number':
    case 'day':
      return exactly(literal(expression.value), expression.value >= 0)
    case 'today':
      return exactly('today')
    case 'fact': {
      const code = scope.value(expression, placeOf(expression.carrier, scope), writer)
      return rangeOf(code, writer, choicesOf(expression, scope))
    }
    case 'parameter':
      return scope.parameter(expression, writer)
    case '+':
      return ends(of(expression.left), of(expression.right), (a, b) => `(${a} + ${b})`)
    case '-':
      return difference(of(expression.left), of(expression.right))
    case '*':
      return product(of(expression.left), of(expression.right), scope, writer)
    case '/':
      return quotient(of(expression.left), of(expression.right), scope, writer)
    case 'min':
      return expression.all.map(of).reduce((left, right) => ends(left, right, (a, b) => `Math.min(${a}, ${b})`))
    case 'max':
      return expression.all.map(of).reduce(largest)
    case 'between':
      return between(of(expression.low).low, of(expression.high).high)
    case 'round':
      return each(of(expression.of), (value) => `Math.floor(${value} + 0.5 + 0.000001)`)
    case 'year':
      return each(of(expression.of), called('yearOf'))
    case 'newYear':
      return each(of(expression.of), called('newYear'))
    case 'years': {
      const years = (from: string, to: string) => once(`${scope.library('wholeYears')}(${from}, ${to})`)
      return crossed(of(expression.from), of(expression.to), years)
    }
    case 'days':
      return crossed(of(expression.from), of(expression.to), (from, to) => `(${to} - ${from})`)
    case 'add':
      return later(expression, scope, writer)
    case 'if':
      return either(expression, scope, writer)
    case 'count':
      return total(expression.of, null, scope, writer)
    case 'sum':
      return total(expression.where ?? null, expression.of, scope, writer)
    default:
      return asNumber(scope.rules.truth(expression, scope, writer), writer)
  }
}

function choicesOf({ carrier, name }: Expression & { readonly op: 'fact' }, scope: Scope): number {
  return Object.keys(scope.names.fact(carrier, name)?.fact.values ?? {}).length
}

function rangeOf(code: Code, writer: Writer, choices: number): RangeCode {
  if (code.is === 'range') return code
  if (code.is === 'truth') return asNumber(code, writer)
  if (code.sure) return exactly(code.text)
  const text = writer.bind(code.text)
  const isUnknown = `${text} === ${unknownChoice}`
  return between(`(${isUnknown} ? -1 : ${text})`, `(${isUnknown} ? ${choices} : ${text})`)
}

function asNumber(truth: TruthCode, writer: Writer): RangeCode {
  if (truth.sure) return exactly(`(${truth.text} ? 1 : 0)`, true)
  const text = writer.bind(truth.text)
  return between(`(${text} & 1)`, `(${text} >> 1)`, true)
}

type Text = (a: string, b: string) => string

/** What rises with both: below 0 only where one of them is. */
function ends(left: RangeCode, right: RangeCode, text: Text): RangeCode {
  const [low, from0] = [text(left.low, right.low), left.from0 === true && right.from0 === true]
  return isExact(left) && isExact(right) ? exactly(low, from0) : between(low, text(left.high, right.high), from0)
}

function largest(left: RangeCode, right: RangeCode): RangeCode {
  const both = ends(left, right, (a, b) => `Math.max(${a}, ${b})`)
  return { ...both, from0: left.from0 === true || right.from0 === true }
}

/** What rises with its second value and falls with its first. */
function crossed(from: RangeCode, to: RangeCode, text: Text): RangeCode {
  const low = text(from.high, to.low)
  return isExact(from) && isExact(to) ? exactly(low) : between(low, text(from.low, to.high))
}

function difference(left: RangeCode, right: RangeCode): RangeCode {
  const low = `(${left.low} - ${right.high})`
  return isExact(left) && isExact(right) ? exactly(low) : between(low, `(${left.high} - ${right.low})`)
}

function each(of: RangeCode, text: (value: string) => string): RangeCode {
  return isExact(of) ? exactly(text(of.low), of.from0) : between(text(of.low), text(of.high), of.from0)
}

function product(left: RangeCode, right: RangeCode, scope: Scope, writer: Writer): RangeCode {
  const from0 = left.from0 === true && right.from0 === true
  if (isExact(left) && isExact(right)) return exactly(`(${left.low} * ${right.low})`, from0)
  const [factor, of] = isExact(left) ? [left, right] : [right, left]
  if (isExact(factor) && Number(factor.low) > 0) return each(of, (value) => `(${value} * ${factor.low})`)
  if (!from0) return fourCorners('timesLow', 'timesHigh', left, right, scope, writer)
  // Nothing times anything is nothing, also where anything has no bound.
  const [a, b] = [writer.bind(left.high), writer.bind(right.high)]
  return between(`(${left.low} * ${right.low})`, `(${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b})`, true)
}

function quotient(left: RangeCode, right: RangeCode, scope: Scope, writer: Writer): RangeCode {
  if (!isExact(right)) return fourCorners('overLow', 'overHigh', left, right, scope, writer)
  if (Number(right.low) > 0) return each(left, (value) => `(${value} / ${right.low})`)
  if (!isExact(left)) return fourCorners('overLow', 'overHigh', left, right, scope, writer)
  // What may be divided by nothing may be anything.
  const [of, by] = [writer.bind(left.low), writer.bind(right.low)]
  return between(`(${by} === 0 ? -Infinity : ${of} / ${by})`, `(${by} === 0 ? Infinity : ${of} / ${by})`)
}

function fourCorners(
  low: LibraryName,
  high: LibraryName,
  left: RangeCode,
  right: RangeCode,
  scope: Scope,
  writer: Writer,
): RangeCode {
  const [a, b] = [writer.bound(left), writer.bound(right)]
  const corners = `(${a.low}, ${a.high}, ${b.low}, ${b.high})`
  return between(`${scope.library(low)}${corners}`, `${scope.library(high)}${corners}`)
}

function later(expression: Expression & { readonly op: 'add' }, scope: Scope, writer: Writer): RangeCode {
  const [day, count] = [rangeSource(expression.day, scope, writer), rangeSource(expression.count, scope, writer)]
  if (expression.unit === 'days') return ends(day, count, (from, by) => `(${from} + ${by})`)
  const factor = expression.unit === 'years' ? '12 * ' : ''
  return ends(day, count, (from, by) => `${scope.library('monthsLater')}(${from}, ${factor}${by})`)
}

function either(expression: Expression & { readonly op: 'if' }, scope: Scope, writer: Writer): RangeCode {
  const when = scope.rules.truth(expression.when, scope, writer)
  if (when.text === 'true') return rangeSource(expression.yes, scope, writer)
  if (when.text === 'false') return rangeSource(expression.no, scope, writer)
  const [ifYes, ifNo] = [writer.apart(), writer.apart()]
  const [yes, no] = [rangeSource(expression.yes, scope, ifYes), rangeSource(expression.no, scope, ifNo)]
  const isLight = !ifYes.isHeavy && !ifNo.isHeavy
  if (isLight && when.sure) {
    writer.take(ifYes)
    writer.take(ifNo)
    const asked = writer.bind(when.text)
    return ends(yes, no, (a, b) => `(${asked} ? ${a} : ${b})`)
  }
  if (!isLight) writer.isHeavy = true
  if (when.sure) return chosen(when.text, [ifYes, yes], [ifNo, no], writer)
  const asked = writer.bind(when.text)
  const [low, high] = [writer.fresh(), writer.fresh()]
  const [one, other] = [ifYes.bound(yes), ifNo.bound(no)]
  writer.add(`let ${low} = Infinity, ${high} = -Infinity`)
  for (const [name, apart, range, never] of [
    [asked, ifYes, one, 0],
    [asked, ifNo, other, 3],
  ] as const)
    writer.add(
      `if (${name} !== ${never}) {`,
      ...apart.lines,
      `${low} = Math.min(${low}, ${range.low})`,
      `${high} = Math.max(${high}, ${range.high})`,
      '}',
    )
  return between(low, high, yes.from0 === true && no.from0 === true)
}

type Branch = readonly [Writer, RangeCode]

function chosen(asked: string, [ifYes, yes]: Branch, [ifNo, no]: Branch, writer: Writer): RangeCode {
  const [low, from0] = [writer.fresh(), yes.from0 === true && no.from0 === true]
  if (isExact(yes) && isExact(no)) {
    writer.add(`let ${low} = 0`, `if (${asked}) {`, ...ifYes.lines, `${low} = ${yes.low}`)
    writer.add('} else {', ...ifNo.lines, `${low} = ${no.low}`, '}')
    return exactly(low, from0)
  }
  const high = writer.fresh()
  writer.add(
    `let ${low} = 0, ${high} = 0`,
    `if (${asked}) {`,
    ...ifYes.lines,
    `${low} = ${yes.low}`,
    `${high} = ${yes.high}`,
  )
  writer.add('} else {', ...ifNo.lines, `${low} = ${no.low}`, `${high} = ${no.high}`, '}')
  return between(low, high, from0)
}

/** The sum of `of` (or of ones) over the members for whom `where`; one who perhaps counts widens the interval. */
function total(where: Expression | null, of: Expression | null, scope: Scope, writer: Writer): RangeCode {
  const member = writer.fresh('m')
  const within: Scope = { ...scope, member }
  const [asks, adds] = [writer.apart(), writer.apart()]
  const condition = where && scope.rules.truth(where, within, asks)
  const amount = of === null ? exactly('1', true) : adds.bound(rangeSource(of, within, adds))
  const low = writer.fresh()
  const loop = `for (let ${member} = s; ${member} < e; ${member}++) {`
  writer.isHeavy = true
  if ((!condition || condition.sure) && isExact(amount)) {
    const step = [...adds.lines, `${low} += ${amount.low}`]
    writer.add(
      `let ${low} = 0`,
      loop,
      ...asks.lines,
      ...(condition ? [`if (${condition.text}) {`, ...step, '}'] : step),
      '}',
    )
    return exactly(low, amount.from0)
  }
  const high = writer.fresh()
  const counts = !condition || condition.sure ? null : asks.bind(condition.text)
  const step = counts
    ? [
        `${low} += ${counts} === 3 ? ${amount.low} : Math.min(0, ${amount.low})`,
        `${high} += ${counts} === 3 ? ${amount.high} : Math.max(0, ${amount.high})`,
      ]
    : [`${low} += ${amount.low}`, `${high} += ${amount.high}`]
  const asked = counts ? `${counts} !== 0` : (condition?.text ?? 'true')
  writer.add(`let ${low} = 0, ${high} = 0`, loop, ...asks.lines, `if (${asked}) {`, ...adds.lines, ...step, '}', '}')
  return between(low, high, amount.from0)
}
