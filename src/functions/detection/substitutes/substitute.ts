import type { IsoDate } from '@meernet/calendar'

/** Who stands in for whom: during an absence, or (without days) whenever something is overdue. */
export type Substitute = {
  readonly id: string
  readonly userId: string
  readonly substituteUserId: string
  readonly awayFrom: IsoDate | null
  readonly awayUntil: IsoDate | null
}

/**
 * Who does the work of `userId` on `day`: the substitute of an absence that covers the day, else the standing one; undefined
 * when there is none. Follows a chain of absences, and stops when it comes round.
 */
export function standInFor(userId: string, substitutes: readonly Substitute[], day: IsoDate): string | undefined {
  const seen = new Set([userId])
  let found: string | undefined
  for (let at = userId; ; ) {
    const own = substitutes.filter((one) => one.userId === at)
    const away = own.find(
      ({ awayFrom, awayUntil }) => awayFrom !== null && awayUntil !== null && awayFrom <= day && day <= awayUntil,
    )
    // Only who is away passes on what was passed on; the first one also has a standing substitute.
    const next = away ?? (found === undefined ? own.find(({ awayFrom }) => awayFrom === null) : undefined)
    if (!next || seen.has(next.substituteUserId)) return found
    found = next.substituteUserId
    seen.add(found)
    at = found
  }
}
