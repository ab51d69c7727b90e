import { addMonths, type IsoDate, isIsoDate } from '@meernet/calendar'
import type { Told } from '@meernet/rights-engine'

/** A day on which rights often change: the first of next month, or a birthday of somebody whose birth date is known. */
export type NotableDay =
  | { readonly kind: 'nextMonth'; readonly date: IsoDate }
  | { readonly kind: 'birthday'; readonly date: IsoDate; readonly of: string; readonly age: number }

/** Birthdays that rights look at: of age, the last of child benefit, and the pension ages that hold or will. */
const birthdays = [18, 25, 65, 66, 67] as const

/** How far ahead is worth looking: nobody knows the amounts of much later. */
const yearsAhead = 5

/** Days worth looking at from `today` on, the earliest first. */
export function notableDays(told: Told, today: IsoDate): readonly NotableDay[] {
  const nextMonth: NotableDay = { kind: 'nextMonth', date: `${addMonths(today, 1).slice(0, 8)}01` }
  const last = addMonths(today, 12 * yearsAhead)
  const coming = told.persons.flatMap(({ id, birth_date: born }) =>
    typeof born === 'string' && isIsoDate(born)
      ? birthdays
          .map((age): NotableDay => ({ kind: 'birthday', date: birthday(born, age), of: id, age }))
          .filter(({ date }) => date > today && date <= last)
      : [],
  )
  return [nextMonth, ...coming].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The day somebody reaches an age; born on 29 February: on 1 March of a year without one, as the rules count. */
function birthday(born: IsoDate, age: number): IsoDate {
  const date = `${String(Number(born.slice(0, 4)) + age).padStart(4, '0')}${born.slice(4)}`
  return isIsoDate(date) ? date : `${date.slice(0, 5)}03-01`
}
