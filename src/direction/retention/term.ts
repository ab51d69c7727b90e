import { addDays, addMonths, type IsoDate } from '@meernet/calendar'

/** How long after its end a record is kept: `P10Y`, `P6M`, `P30D`. */
export type Term = string

/** The day before which a record must have ended for its term to be over on `today`. */
export function endedBefore(today: IsoDate, term: Term): IsoDate {
  const [, count = '0', unit] = /^P([1-9]\d{0,2})([YMD])$/.exec(term) ?? []
  if (unit === 'D') return addDays(today, -Number(count))
  if (unit === 'M') return addMonths(today, -Number(count))
  if (unit === 'Y') return addMonths(today, -12 * Number(count))
  throw new Error(`${term} is no term.`)
}
