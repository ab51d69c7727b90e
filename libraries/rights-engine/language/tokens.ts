export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly unit: 'number' | 'money'; readonly at: number }
  | { readonly kind: 'day'; readonly value: number; readonly at: number }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number }

/** A rule that cannot be read: where, and what was expected. */
export class RuleError extends Error {
  readonly rule: string
  readonly at: number
  constructor(rule: string, at: number, problem: string) {
    super(`${problem}, at character ${at + 1} of: ${rule}`)
    this.name = 'RuleError'
    this.rule = rule
    this.at = at
  }
}

const pattern =
  /(?<space>\s+|#[^\n]*)|(?<day>\d{4}-\d{2}-\d{2})|(?<money>€\d+(?:\.\d{1,2})?)|(?<share>\d+(?:\.\d+)?%)|(?<number>\d+(?:\.\d+)?)|(?<name>[a-z_][a-zA-Z0-9_-]*)|(?<sign><=|>=|!=|[-<>=+*/().,:[\]])/y

/** The words and signs of a rule, in order, closed by an `end`. Throws a `RuleError` at what is no part of the language. */
export function tokensOf(rule: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < rule.length) {
    pattern.lastIndex = at
    const found = pattern.exec(rule)
    if (!found) throw new RuleError(rule, at, `"${rule[at]}" is no part of the language`)
    const token = tokenOf(found, at, rule)
    if (token) tokens.push(token)
    at = pattern.lastIndex
  }
  return [...tokens, { kind: 'end', at }]
}

function tokenOf(found: RegExpExecArray, at: number, rule: string): Token | null {
  const { day, money, share, number, name, sign } = found.groups ?? {}
  if (day) return { kind: 'day', value: dayNumber(day, rule, at), at }
  if (money) return { kind: 'number', value: Math.round(Number(money.slice(1)) * 100), unit: 'money', at }
  if (share) return { kind: 'number', value: Number(share.slice(0, -1)) / 100, unit: 'number', at }
  if (number) return { kind: 'number', value: Number(number), unit: 'number', at }
  if (name) return { kind: 'name', text: name, at }
  if (sign) return { kind: 'sign', text: sign, at }
  return null
}

function dayNumber(day: string, rule: string, at: number): number {
  const number = dayOf(day)
  if (number === null) throw new RuleError(rule, at, `${day} is no day of the calendar`)
  return number
}

/** Days from 1970-01-01 to an ISO date, null when the calendar has no such day. */
export function dayOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return null
  return time / 86_400_000
}

/** The ISO date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
