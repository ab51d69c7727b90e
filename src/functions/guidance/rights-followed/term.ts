import { addDays, addMonths, addWorkingDays, type IsoDate, isIsoDate } from '@meernet/calendar'
import type { Right, Told } from '@meernet/rights-engine'

type Term = NonNullable<Right['terms']>[number]
type After = NonNullable<Term['after']>

/** Days by which somebody is reminded before the last day to ask: papers have to be gathered. */
const noticeDays = 14
/** When whoever followed a right looks whether an answer came, where the law names no term. */
const usualAnswerDays = 30
/** How much later than the term an answer is as good as none, for counting. */
const graceDays = 60

/** What the last day to ask counts from, where it hangs on a date: `dwelling.oil_delivery_on`. */
export function dayFactOf(right: Right): string | undefined {
  return lastDays(right).find(({ after }) => after)?.after?.fact
}

/** The last day to ask when the fact it hangs on was on `day`. */
export function lastDayAfter(right: Right, day: IsoDate): IsoDate | null {
  const after = lastDays(right).find((term) => term.after)?.after
  return after ? later(day, after) : null
}

/** Days that were told in a check and that a term may count from, by the id of the fact. */
export function daysTold({ dwelling }: Pick<Told, 'dwelling'>): Readonly<Record<string, IsoDate>> {
  const days = Object.entries(dwelling).filter(([, value]) => typeof value === 'string' && isIsoDate(value))
  return Object.fromEntries(days.map(([name, day]) => [`dwelling.${name}`, String(day)]))
}

/** The next last day to ask that comes back every year, from `today` on. */
export function nextYearlyLastDay(right: Right, today: IsoDate): IsoDate | null {
  const days = lastDays(right).flatMap(({ yearly }) => (yearly ? [nextOn(yearly, today)] : []))
  return days.toSorted()[0] ?? null
}

/** When to remind of `lastDay`: two weeks before, or at once when it is nearer. */
export function remindOn(lastDay: IsoDate, today: IsoDate): IsoDate {
  const before = addDays(lastDay, -noticeDays)
  return before > today ? before : today
}

/** When to look whether an answer came to what was asked on `askedOn`: the first day after the term. */
export function lookForAnswerOn(right: Right | undefined, askedOn: IsoDate): IsoDate {
  return addDays(answerTermEnds(right, askedOn), 1)
}

/** From when on no answer to what was asked on `askedOn` counts as one that never came. */
export function unansweredFrom(right: Right | undefined, askedOn: IsoDate): IsoDate {
  return addDays(answerTermEnds(right, askedOn), graceDays)
}

function answerTermEnds(right: Right | undefined, askedOn: IsoDate): IsoDate {
  const within = right?.answerWithin ?? { days: usualAnswerDays }
  return 'days' in within ? addDays(askedOn, within.days) : addWorkingDays(askedOn, within.workingDays)
}

const lastDays = ({ terms = [] }: Right): readonly Term[] => terms.filter(({ lastDay }) => lastDay)

const later = (day: IsoDate, { days = 0, months = 0 }: After): IsoDate => addDays(addMonths(day, months), days)

/** `02-29` falls on the last of February in other years. */
function nextOn(yearly: string, today: IsoDate): IsoDate {
  const [month = 1, date = 1] = yearly.split('-').map(Number)
  const inYear = (year: number) => {
    const first = `${year}-${String(month).padStart(2, '0')}-01`
    const last = addDays(addMonths(first, 1), -1)
    const day = addDays(first, date - 1)
    return day > last ? last : day
  }
  const thisYear = inYear(Number(today.slice(0, 4)))
  return thisYear >= today ? thisYear : inYear(Number(today.slice(0, 4)) + 1)
}
