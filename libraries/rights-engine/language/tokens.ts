import { dayNumber as calendarDay } from './calendar.ts'

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

/** Days from 1970-01-01 to an ISO date, null when the calendar has no such day. No Date objects: populations are full of dates. */
export function dayOf(date: string): number | null {
  if (date.length !== 10 || date.charCodeAt(4) !== hyphen || date.charCodeAt(7) !== hyphen) return null
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)]
  // Below, a NaN of something that is no digit fails every comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const number = calendarDay(year, month, day)
  return day <= 28 || calendarDay(year, month + 1, 1) > number ? number : null
}

const hyphen = 45

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}

/** The ISO date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
