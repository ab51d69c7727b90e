import type { Role } from '../../access/actor.ts'

/** The longest a session lasts, whatever happens in it. */
export const sessionHours = 12

/**
 * A visitor rings doorbells for half a day; behind a desk an hour of silence means that somebody left. An app on a phone that several
 * share asks something every five minutes as long as it is open: after half an hour it was killed, and the phone may be in other hands.
 */
const idleHours = (role: Role, isOnSharedPhone: boolean) => (isOnSharedPhone ? 0.5 : role === 'visitor' ? 12 : 1)

/** Whether a session is over: too old, or nobody has used it for too long. Moments from the same clock. */
export function isOver(
  session: { readonly createdAt: Date; readonly lastSeenAt: Date; readonly isOnSharedPhone: boolean },
  role: Role,
  now: Date,
): boolean {
  return (
    now.getTime() - session.createdAt.getTime() >= hours(sessionHours) ||
    now.getTime() - session.lastSeenAt.getTime() >= hours(idleHours(role, session.isOnSharedPhone))
  )
}

/** For how long after signing in somebody may change how they sign in. */
const freshMinutes = 15

/** Whether somebody signed in a short while ago. Moments from the same clock. */
export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < freshMinutes * 60_000

/** Whether it is worth writing down that a session was used: once a minute is precise enough. */
export function needsNote(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= 60_000
}

const hours = (count: number) => count * 3_600_000
