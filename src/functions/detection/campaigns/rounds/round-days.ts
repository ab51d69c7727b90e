import { addDays, type IsoDate, weekdayOf } from '@meernet/calendar'
import { type AssignmentProblem, assignmentProblems, type Volunteer } from '../../../../registers/volunteers/index.ts'

/** A round to put on a day. */
export type UndatedRound = { readonly pairId: string; readonly doors: number }

/** The days that can be used, and who goes out already. */
export type Calendar = {
  readonly from: IsoDate
  readonly until: IsoDate
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  /** The two volunteers of each pair. */
  readonly members: ReadonlyMap<string, readonly Volunteer[]>
  /** Doors given already, in this and other campaigns. */
  readonly given: readonly GivenDoors[]
}
export type GivenDoors = { readonly volunteerId: string; readonly day: IsoDate; readonly doors: number }

/** A day, or why there is none: what stood in the way on the last day tried, per volunteer. */
export type RoundDay =
  | { readonly kind: 'day'; readonly day: IsoDate }
  | { readonly kind: 'noDay'; readonly problems: readonly DayProblem[] }
export type DayProblem =
  | { readonly kind: 'notAssignable'; readonly volunteerId: string; readonly problem: AssignmentProblem }
  | { readonly kind: 'timeNotWished'; readonly volunteerId: string }
  | { readonly kind: 'roundThatDay' }
  | { readonly kind: 'noDaysLeft' }

/**
 * Gives each round, in order, the first day on which both volunteers of its pair can go: within their limits and wishes, not
 * on a pause, one round a day. Pure: what is given here counts for the rounds after it.
 */
export function planDays(rounds: readonly UndatedRound[], calendar: Calendar): readonly RoundDay[] {
  const given = [...calendar.given]
  const days = daysIn(calendar)
  return rounds.map(({ pairId, doors }) => {
    const members = calendar.members.get(pairId) ?? []
    const found = days.find((day) => dayProblems(members, { day, doors, given }).length === 0)
    if (found === undefined) return { kind: 'noDay', problems: lastProblems(members, { days, doors, given }) }
    given.push(...members.map(({ id }) => ({ volunteerId: id, day: found, doors })))
    return { kind: 'day', day: found }
  })
}

type Wanted = { readonly day: IsoDate; readonly doors: number; readonly given: readonly GivenDoors[] }

/** Why these volunteers cannot go on that day with so many doors. */
export function dayProblems(members: readonly Volunteer[], { day, doors, given }: Wanted): readonly DayProblem[] {
  return members.flatMap((volunteer) => {
    const own = given.filter(({ volunteerId }) => volunteerId === volunteer.id)
    const load = {
      week: sumOf(own.filter((one) => mondayOf(one.day) === mondayOf(day))),
      month: sumOf(own.filter((one) => one.day.slice(0, 7) === day.slice(0, 7))),
      adding: doors,
    }
    const volunteerId = volunteer.id
    return [
      ...assignmentProblems(volunteer, day, load).map((problem) => ({
        kind: 'notAssignable' as const,
        volunteerId,
        problem,
      })),
      ...(wishesDay(volunteer, day) ? [] : [{ kind: 'timeNotWished' as const, volunteerId }]),
      ...(own.some((one) => one.day === day) ? [{ kind: 'roundThatDay' as const }] : []),
    ]
  })
}

/** Whether somebody likes to go out on a weekday or in the weekend, as that day is. Without any wish every day will do. */
function wishesDay({ times }: Volunteer, day: IsoDate): boolean {
  const isWeekend = weekdayOf(day) > 5
  return times.length === 0 || times.some((time) => (time === 'weekend') === isWeekend)
}

function daysIn({ from, until, weekdays }: Calendar): readonly IsoDate[] {
  const days: IsoDate[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day)
  return days
}

function lastProblems(
  members: readonly Volunteer[],
  { days, doors, given }: Omit<Wanted, 'day'> & { readonly days: readonly IsoDate[] },
): readonly DayProblem[] {
  const day = days.at(-1)
  return day === undefined ? [{ kind: 'noDaysLeft' }] : dayProblems(members, { day, doors, given })
}

const mondayOf = (day: IsoDate) => addDays(day, 1 - weekdayOf(day))
const sumOf = (given: readonly GivenDoors[]) => given.reduce((sum, { doors }) => sum + doors, 0)
