import { joinedWithin, type Line, lineOf } from './lines.ts'
import type { Source } from './source.ts'

/** When it is open: the descriptions of the schedules, else their days and hours, one a line. */
export function openingHoursIn(source: Source): string | undefined {
  return joinedWithin(
    500,
    '\n',
    source
      .list('schedules')
      .map((schedule) => (schedule.has('description') ? lineOf(schedule, 'description') : hoursOf(schedule))),
  )
}

/** "MO,TU 10:00–18:00"; without text when it tells no hour. */
function hoursOf(schedule: Source): Line {
  const names = ['byday', 'opens_at', 'closes_at'] as const
  const [days, opens, closes] = names.map(schedule.text)
  const leave = () => names.forEach(schedule.leave)
  if (opens === undefined && closes === undefined) {
    leave()
    return { text: undefined, leave }
  }
  const hours = [opens, closes].map((time) => (time ?? '?').replace(/^(\d\d:\d\d).*$/, '$1')).join('–')
  return { text: days === undefined ? hours : `${days} ${hours}`, leave }
}
