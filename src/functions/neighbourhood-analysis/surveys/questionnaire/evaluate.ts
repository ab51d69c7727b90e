import type { Expression, Operator } from './expression.ts'

/** Answers as they are kept: a list for a question with several answers, otherwise a text; absent when there is none. */
export type Answers = ReadonlyMap<string, string | readonly string[]>

/** What an expression is worked out with. `own`: the answer it stands at; `column`: columns of the choice it stands at. */
export type Surroundings = {
  readonly answers: Answers
  readonly today: string
  readonly own?: string | readonly string[] | undefined
  readonly columns?: Readonly<Record<string, string>> | undefined
}

type Value = string | number | boolean

/** Whether a condition is true, by the rules of XPath 1.0; what was not answered is an empty text. */
export function isTrue(expression: Expression, surroundings: Surroundings): boolean {
  return asBoolean(workedOut(expression, surroundings))
}

/** What an expression comes to, as text: whole numbers without decimals, nothing for what cannot be worked out. */
export function textOf(expression: Expression, surroundings: Surroundings): string {
  return asText(workedOut(expression, surroundings))
}

function workedOut(expression: Expression, within: Surroundings): Value {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value
    case 'answer':
      return spaced(within.answers.get(expression.name))
    case 'own':
      return spaced(within.own)
    case 'column':
      return columnOf(within.columns, expression.name.toLowerCase())
    case 'minus':
      return -asNumber(workedOut(expression.of, within))
    case 'operation':
      return worked(expression.operator, workedOut(expression.left, within), () => workedOut(expression.right, within))
    case 'call':
      return called(
        expression.name,
        expression.of.map((one) => workedOut(one, within)),
        within,
      )
  }
}

function worked(operator: Operator, left: Value, rightLater: () => Value): Value {
  if (operator === 'or') return asBoolean(left) || asBoolean(rightLater())
  if (operator === 'and') return asBoolean(left) && asBoolean(rightLater())
  const right = rightLater()
  if (operator === '=') return areEqual(left, right)
  if (operator === '!=') return !areEqual(left, right)
  const [one, other] = [asNumber(left), asNumber(right)]
  switch (operator) {
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    case '>=':
      return one >= other
    case '+':
      return one + other
    case '-':
      return one - other
    case '*':
      return one * other
    case 'div':
      return one / other
    case 'mod':
      return one % other
  }
}

const columnOf = (columns: Readonly<Record<string, string>> = {}, name: string) =>
  Object.hasOwn(columns, name) ? (columns[name] ?? '') : ''

/** Longer answers are not matched: a pattern of a workbook must never keep a server busy. */
const longestMatched = 300

function called(name: string, of: readonly Value[], { today }: Surroundings): Value {
  const [first = '', second = '', third = ''] = of
  switch (name) {
    case 'not':
      return !asBoolean(first)
    case 'selected':
      return wordsOf(first).includes(asText(second))
    case 'count-selected':
      return wordsOf(first).length
    case 'regex':
      return asText(first).length <= longestMatched && new RegExp(`^(?:${asText(second)})$`, 'u').test(asText(first))
    case 'true':
      return true
    case 'false':
      return false
    case 'boolean':
      return asBoolean(first)
    case 'today':
      return today
    case 'date':
      return asText(first).slice(0, 10)
    case 'substr':
      return asText(first).slice(asNumber(second), of.length > 2 ? asNumber(third) : undefined)
    case 'selected-at':
      return wordsOf(first)[asNumber(second)] ?? ''
    case 'number':
      return asNumber(first)
    case 'string':
      return asText(first)
    case 'int':
      return Math.trunc(asNumber(first))
    case 'round':
      return rounded(asNumber(first), of.length > 1 ? asNumber(second) : 0)
    case 'string-length':
      return asText(first).length
    case 'contains':
      return asText(first).includes(asText(second))
    case 'starts-with':
      return asText(first).startsWith(asText(second))
    case 'concat':
      return of.map(asText).join('')
    case 'coalesce':
      return asText(first) === '' ? second : first
    case 'if':
      return asBoolean(first) ? second : third
    case 'min':
      return Math.min(...of.map(asNumber))
    default:
      return Math.max(...of.map(asNumber))
  }
}

function areEqual(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return asBoolean(left) === asBoolean(right)
  if (typeof left === 'number' || typeof right === 'number') return asNumber(left) === asNumber(right)
  return left === right
}

const asBoolean = (value: Value) =>
  typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : typeof value === 'string' ? value !== '' : value

/** A day counts as the days since 1970, so that days can be compared; an empty text is no number. */
function asNumber(value: Value): number {
  if (typeof value !== 'string') return Number(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Date.parse(`${value}T00:00:00Z`) / 86_400_000
  return value.trim() === '' ? Number.NaN : Number(value)
}

const asText = (value: Value) => (typeof value === 'number' && Number.isNaN(value) ? '' : String(value))
const wordsOf = (value: Value) => asText(value).split(/\s+/).filter(Boolean)
const spaced = (answer: string | readonly string[] | undefined) =>
  answer === undefined ? '' : typeof answer === 'string' ? answer : answer.join(' ')
const rounded = (value: number, decimals: number) => {
  const scale = 10 ** Math.max(0, Math.min(10, decimals))
  return Math.round(value * scale) / scale
}
