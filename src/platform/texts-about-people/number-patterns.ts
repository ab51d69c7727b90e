import { findNumberPatterns, type NumberPattern } from '../../ui/number-pattern/number-pattern.ts'

/** What in a free text points straight at a person: numbers that never belong there, and ways to reach somebody. */
export type PatternKind = NumberPattern | 'phone' | 'email'
/** Where it stands: from `start` up to, not including, `end`. */
export type PatternFound = { readonly kind: PatternKind; readonly start: number; readonly end: number }

/**
 * National numbers, account numbers, telephone numbers and e-mail addresses in `text`, in reading order and without overlap
 * (rule P12). National and account numbers are recognised by their check digits, see `findNumberPatterns`.
 */
export function numberPatternsIn(text: string): readonly PatternFound[] {
  const numbers: readonly PatternFound[] = findNumberPatterns(text)
  const emails = whereIn(text, emailAddresses, 'email')
  const taken = [...numbers, ...emails]
  const phones = whereIn(text, phoneNumbers, 'phone').filter((phone) => !taken.some((other) => overlap(phone, other)))
  return [...taken, ...phones].sort((one, other) => one.start - other.start)
}

/** The kinds found in `text`, each once. */
export function patternKindsIn(text: string): readonly PatternKind[] {
  return [...new Set(numberPatternsIn(text).map(({ kind }) => kind))]
}

const emailAddresses = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu

/**
 * Belgian numbers as people write them (mobile: 04 and eight digits; other: 0 and eight), and any number with + or 00 before
 * its country. NOTE a day such as 01/02/2026 and an enterprise number such as 0412.345.678 look alike and are let through.
 */
const phoneNumbers =
  /(?<![\d+/.])(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d))(?!0\d{3}\.\d{3}\.\d{3}(?!\d))(?:(?:\+|00)[1-9]\d{0,2}(?: ?\(0\))?(?:[ ./-]{0,2}\d){7,11}|04\d(?:[ ./-]{0,2}\d){7}|0[1-9](?:[ ./-]{0,2}\d){7})(?!\d)/g

function whereIn(text: string, pattern: RegExp, kind: PatternKind): readonly PatternFound[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }))
}

const overlap = (one: PatternFound, other: PatternFound) => one.start < other.end && other.start < one.end
