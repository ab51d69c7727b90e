import { addDays, type IsoDate } from '@meernet/calendar'

/** First day of the month before the one `day` is in. */
export function monthBefore(day: IsoDate): IsoDate {
  return `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`
}

/** Last day of the month `day` is in. */
export function lastOfMonth(day: IsoDate): IsoDate {
  const nextMonth = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
  return addDays(nextMonth, -1)
}
