import { addDays, type IsoDate, weekdayOf } from './iso-date.ts'

/** The ten Belgian public holidays of `year`. Source: Royal Decree of 18 April 1974, article 1. */
export function belgianHolidays(year: number): readonly IsoDate[] {
  const easter = easterSunday(year)
  return [
    `${year}-01-01`,
    addDays(easter, 1),
    `${year}-05-01`,
    addDays(easter, 39),
    addDays(easter, 50),
    `${year}-07-21`,
    `${year}-08-15`,
    `${year}-11-01`,
    `${year}-11-11`,
    `${year}-12-25`,
  ]
}

/** Monday to Friday, no public holiday. */
export function isWorkingDay(day: IsoDate): boolean {
  return weekdayOf(day) <= 5 && !belgianHolidays(Number(day.slice(0, 4))).includes(day)
}

/** The `count`-th working day after `day`; `day` itself is not counted. */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Gregorian Easter. Source: Meeus, Astronomical Algorithms (1991), chapter 8. */
function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
