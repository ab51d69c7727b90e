// Days since 1970-01-01, without Date objects: these run inside rules, by the million.

/** The civil date of a day number (algorithm of H. Hinnant's chrono-compatible date papers). */
export function civil(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = Math.floor(day) + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  return {
    year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
    month: month < 10 ? month + 3 : month - 9,
    day: ofYear - Math.floor((153 * month + 2) / 5) + 1,
  }
}

/** The day number of a civil date; months outside 1 … 12 carry over. */
export function dayNumber(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12)
  const inYear = ((((month - 1) % 12) + 12) % 12) + 1
  const marchYear = inYear <= 2 ? carried - 1 : carried
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const ofYear = Math.floor((153 * (inYear + (inYear > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468
}

/** Whole years from one day to another, as ages are counted: negative when `to` lies before `from`. */
export function wholeYears(from: number, to: number): number {
  const [a, b] = [civil(from), civil(to)]
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}

/** The last day of birth of somebody who is at least so many years old on a day. */
export function yearsBefore(day: number, years: number): number {
  let found = day - Math.floor(years * 365.2425) - 2
  while (wholeYears(found + 1, day) >= years) found += 1
  return found
}

/** So many months later; a day that month lacks becomes its last. */
export function monthsLater(day: number, months: number): number {
  const from = civil(day)
  const first = dayNumber(from.year, from.month + months, 1)
  const next = dayNumber(from.year, from.month + months + 1, 1)
  return first + Math.min(from.day, next - first) - 1
}

/** The year in which a day number lies. */
export function yearOf(day: number): number {
  return civil(day).year
}

/** 1 January of the year in which the day lies. */
export function newYear(day: number): number {
  return dayNumber(civil(day).year, 1, 1)
}
