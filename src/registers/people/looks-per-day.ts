import type { Looker } from '../../platform/audit/lookers.ts'

/** How often a role of an organisation looked on one day, whatever it looked at. */
export type Look = Pick<Looker, 'day' | 'role' | 'organisation' | 'times'>

/** Looks of one day, role and organisation taken together, in the order in which they came. */
export function looksPerDay(lookers: readonly Looker[]): readonly Look[] {
  const groups = Map.groupBy(lookers, ({ day, role, organisation }) => `${day}|${role}|${organisation}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            day: first.day,
            role: first.role,
            organisation: first.organisation,
            times: others.reduce((sum, { times }) => sum + times, first.times),
          },
        ],
  )
}
