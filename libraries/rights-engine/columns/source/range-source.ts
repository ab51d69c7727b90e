import type { Expression } from '../../language/expression.ts'
import { unknownChoice } from '../layout.ts'
import { type Code, exactly, isExact, literal, type RangeCode, type TruthCode, type Writer } from './code.ts'
import { type LibraryName, placeOf, type Scope } from './scope.ts'

/** Source for a number of the rules, with the same answers as `check/compile-range.ts`. */
export function rangeSource(expression: Expression, scope: Scope, writer: Writer): RangeCode {
  const of = (part: Expression) => rangeSource(part, scope, writer)
  switch (expression.op) {
    case 'number':
    case 'day':
      return exactly(literal(expression.value))
    case 'today':
      return exactly('today')
    case 'fact':
      return rangeOf(
        scope.value(expression, placeOf(expression.carrier, scope), writer),
        writer,
        choicesOf(expression, scope),
      )
    case 'parameter':
      return scope.parameter(expression.id, writer)
    case '+':
      return ends(of(expression.left), of(expression.right), (a, b) => `(${a} + ${b})`)
    case '-':
      return difference(of(expression.left), of(expression.right))
    case '*':
      return product(of(expression.left), of(expression.right), scope, writer)
    case '/':
      return quotient(of(expression.left), of(expression.right), scope, writer)
    case 'min':
    case 'max':
      return expression.all
        .map(of)
        .reduce((left, right) => ends(left, right, (a, b) => `Math.${expression.op}(${a}, ${b})`))
    case 'between':
      return { is: 'range', low: of(expression.low).low, high: of(expression.high).high }
    case 'round':
      return each(of(expression.of), (value) => `Math.floor(${value} + 0.5 + 0.000001)`)
    case 'year':
      return each(of(expression.of), (value) => `${scope.library('yearOf')}(${value})`)
    case 'newYear':
      return each(of(expression.of), (value) => `${scope.library('newYear')}(${value})`)
    case 'years': {
      const years = (from: string, to: string) => `${scope.library('wholeYears')}(${from}, ${to})`
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
  return { is: 'range', low: `(${isUnknown} ? -1 : ${text})`, high: `(${isUnknown} ? ${choices} : ${text})` }
}

function asNumber(truth: TruthCode, writer: Writer): RangeCode {
  if (truth.sure) return exactly(`(${truth.text} ? 1 : 0)`)
  const text = writer.bind(truth.text)
  return { is: 'range', low: `(${text} & 1)`, high: `(${text} >> 1)` }
}

type Text = (a: string, b: string) => string

function ends(left: RangeCode, right: RangeCode, text: Text): RangeCode {
  const low = text(left.low, right.low)
  return isExact(left) && isExact(right) ? exactly(low) : { is: 'range', low, high: text(left.high, right.high) }
}

/** What rises with its second value and falls with its first. */
function crossed(from: RangeCode, to: RangeCode, text: Text): RangeCode {
  const low = text(from.high, to.low)
  return isExact(from) && isExact(to) ? exactly(low) : { is: 'range', low, high: text(from.low, to.high) }
}

function difference(left: RangeCode, right: RangeCode): RangeCode {
  const low = `(${left.low} - ${right.high})`
  return isExact(left) && isExact(right) ? exactly(low) : { is: 'range', low, high: `(${left.high} - ${right.low})` }
}

function each(of: RangeCode, text: (value: string) => string): RangeCode {
  return isExact(of) ? exactly(text(of.low)) : { is: 'range', low: text(of.low), high: text(of.high) }
}

function product(left: RangeCode, right: RangeCode, scope: Scope, writer: Writer): RangeCode {
  if (isExact(left) && isExact(right)) return exactly(`(${left.low} * ${right.low})`)
  const [factor, of] = isExact(left) ? [left, right] : [right, left]
  if (isExact(factor) && Number(factor.low) > 0) return each(of, (value) => `(${value} * ${factor.low})`)
  return fourCorners('timesLow', 'timesHigh', left, right, scope, writer)
}

function quotient(left: RangeCode, right: RangeCode, scope: Scope, writer: Writer): RangeCode {
  const isNumber = isExact(right) && Number(right.low) > 0
  if (isNumber) return each(left, (value) => `(${value} / ${right.low})`)
  return fourCorners('overLow', 'overHigh', left, right, scope, writer)
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
  return { is: 'range', low: `${scope.library(low)}${corners}`, high: `${scope.library(high)}${corners}` }
}

function later(expression: Expression & { readonly op: 'add' }, scope: Scope, writer: Writer): RangeCode {
  const [day, count] = [rangeSource(expression.day, scope, writer), rangeSource(expression.count, scope, writer)]
  if (expression.unit === 'days') return ends(day, count, (from, by) => `(${from} + ${by})`)
  const factor = expression.unit === 'years' ? '12 * ' : ''
  return ends(day, count, (from, by) => `${scope.library('monthsLater')}(${from}, ${factor}${by})`)
}

function either(expression: Expression & { readonly op: 'if' }, scope: Scope, writer: Writer): RangeCode {
  const when = scope.rules.truth(expression.when, scope, writer)
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
  return { is: 'range', low, high }
}

type Branch = readonly [Writer, RangeCode]

function chosen(asked: string, [ifYes, yes]: Branch, [ifNo, no]: Branch, writer: Writer): RangeCode {
  const low = writer.fresh()
  if (isExact(yes) && isExact(no)) {
    writer.add(`let ${low} = 0`, `if (${asked}) {`, ...ifYes.lines, `${low} = ${yes.low}`)
    writer.add('} else {', ...ifNo.lines, `${low} = ${no.low}`, '}')
    return exactly(low)
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
  return { is: 'range', low, high }
}

/** The sum of `of` (or of ones) over the members for whom `where`; one who perhaps counts widens the interval. */
function total(where: Expression | null, of: Expression | null, scope: Scope, writer: Writer): RangeCode {
  const member = writer.fresh('m')
  const within: Scope = { ...scope, member }
  const [asks, adds] = [writer.apart(), writer.apart()]
  const condition = where && scope.rules.truth(where, within, asks)
  const amount = of === null ? exactly('1') : adds.bound(rangeSource(of, within, adds))
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
    return exactly(low)
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
  return { is: 'range', low, high }
}
