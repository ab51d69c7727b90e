/**
 * The clock of a phone may be wrong by hours or years: set by hand, or begun anew after an empty battery. What is noted here is put
 * right by what the server said at the last contact, and is never before that contact.
 */
import type { PhoneDatabase, ToldTime } from './phone-database.ts'

/** `putBack`: the clock was set to before the last contact; until the next one nobody knows how far. */
export type ClockState = 'right' | 'corrected' | 'putBack'

/** Less than this is the way of the answer, and clocks that are right enough. */
const toleranceMs = 2 * 60_000
const place = 'told'

/** What the server's moment says of a clock that shows `shown`. */
export function timeTold(server: Date, shown: Date): ToldTime {
  const aheadMs = shown.getTime() - server.getTime()
  return { aheadMs: Math.abs(aheadMs) < toleranceMs ? 0 : aheadMs, toldAt: server.getTime() }
}

/** The moment it really is, as far as a phone can know, when its clock shows `shown`. */
export function corrected(shown: Date, told: ToldTime | undefined): Date {
  return told ? new Date(Math.max(shown.getTime() - told.aheadMs, told.toldAt)) : shown
}

/** What can be said of a clock that shows `shown`. */
export function clockState(shown: Date, told: ToldTime | undefined): ClockState {
  if (!told) return 'right'
  if (shown.getTime() - told.aheadMs < told.toldAt - toleranceMs) return 'putBack'
  return told.aheadMs === 0 ? 'right' : 'corrected'
}

/** What the last contact taught this phone; undefined before the first. */
export const readToldTime = (db: PhoneDatabase): Promise<ToldTime | undefined> => db.get('clock', place)

/** Keeps what a contact taught, for when there is no network. */
export async function keepToldTime(db: PhoneDatabase, told: ToldTime): Promise<void> {
  await db.put('clock', told, place)
}
