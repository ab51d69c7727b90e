/** A day as `YYYY-MM-DD`, without time or zone. */
export type IsoDate = string

const dayMs = 86_400_000
const hourMs = 3_600_000

/** Whether `text` is a day that exists; `2026-02-30` does not. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** The day it is at `instant` in `timeZone`, for example `Europe/Brussels`. */
export function isoDateIn(timeZone: string, instant: Date): IsoDate {
  return dayFormatOf(timeZone).format(instant)
}

/** The moment at which `day` begins in `timeZone`. */
export function startOfDayIn(timeZone: string, day: IsoDate): Date {
  // No zone is further ahead than 14 hours, and everywhere a day begins on a quarter of an hour.
  let at = instantOf(day) - 14 * hourMs
  while (isoDateIn(timeZone, new Date(at)) < day) at += hourMs / 4
  return new Date(at)
}

/** The day `days` later; negative goes back. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(instantOf(day) + days * dayMs).toISOString().slice(0, 10)
}

/** The same day so many months on (or back), or the last day of that month when it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(instantOf(day)).getUTCDay() || 7
}

function instantOf(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}

// Making a format takes a hundred times as long as using one.
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormatOf(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone)
  if (known) return known
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const made = new Intl.DateTimeFormat('sv-SE', options)
  dayFormats.set(timeZone, made)
  return made
}
