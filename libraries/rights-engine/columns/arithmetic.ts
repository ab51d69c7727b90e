// What generated columns call where a line of JavaScript is not enough. Same answers as the rules of one household.
import { wholeYears } from '../language/calendar.ts'
import { unknownChoice } from './layout.ts'

export { monthsLater, newYear, wholeYears, yearOf } from '../language/calendar.ts'

/** The four products of the ends; nothing times anything is nothing, also where anything has no bound. */
export function timesLow(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  return Math.min(times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh))
}

/** The upper end, as `timesLow` is the lower one. */
export function timesHigh(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  return Math.max(times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh))
}

/** The four quotients of the ends; what may be divided by nothing may be anything. */
export function overLow(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  if (bLow <= 0 && bHigh >= 0) return Number.NEGATIVE_INFINITY
  return Math.min(over(aLow, bLow), over(aLow, bHigh), over(aHigh, bLow), over(aHigh, bHigh))
}

/** The upper end, as `overLow` is the lower one. */
export function overHigh(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  if (bLow <= 0 && bHigh >= 0) return Number.POSITIVE_INFINITY
  return Math.max(over(aLow, bLow), over(aLow, bHigh), over(aHigh, bLow), over(aHigh, bHigh))
}

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)
const over = (a: number, b: number): number => (Number.isFinite(a) || Number.isFinite(b) ? a / b : 0)

/** The first day on which somebody who is at most `age` today can have been born; `earliest` where that says nothing. */
export function bornAfter(today: number, age: number, earliest: number): number {
  return age < 200 ? Math.max(earliest, lastBirthday(today, age + 1) + 1) : earliest
}

/** The last day on which somebody who is at least `age` today can have been born. */
export function bornBy(today: number, age: number, latest: number): number {
  return age > 0 ? Math.min(latest, lastBirthday(today, age)) : latest
}

/** The age on a day, from the birth date: `wholeYears` without the calendar for who was born in the last 200 years. */
export function ageOn(birth: number, today: number): number {
  const about = Math.floor((today - birth) / 365.2425)
  if (about < 1 || about > 200) return wholeYears(birth, today)
  if (birth > lastBirthday(today, about)) return about - 1
  return birth > lastBirthday(today, about + 1) ? about : about + 1
}

const birthdays = new Float64Array(256).fill(Number.NaN)
let birthdaysOf = Number.NaN

/** The latest birth date with which one is `age` on a day. A population asks this by the million for one day. */
function lastBirthday(today: number, age: number): number {
  if (birthdaysOf !== today) {
    birthdays.fill(Number.NaN)
    birthdaysOf = today
  }
  const kept = birthdays[age]
  if (kept !== undefined && !Number.isNaN(kept)) return kept
  let found = today - Math.floor(age * 365.2425) - 2
  while (wholeYears(found + 1, today) >= age) found += 1
  if (age < birthdays.length) birthdays[age] = found
  return found
}

/** Whether two roles are each other's partner, as two bits. */
export function partnerBits(mine: number, theirs: number, reference: number, partner: number): number {
  const isCouple = (role: number) => role === unknownChoice || role === reference || role === partner
  if (!isCouple(mine) || !isCouple(theirs)) return 0
  if (mine === unknownChoice || theirs === unknownChoice) return 2
  return mine === theirs ? 0 : 3
}
