import type { IsoDate } from '@meernet/calendar'
import type { SecrecyStatus } from './actor.ts'

/**
 * The secrecy status that counts on `today` (rules P5 and P6): one whose review date has passed no longer does, until an
 * administrator has looked at it again. No date: it was never set with one, so nothing to pass.
 */
export function countingSecrecy(status: SecrecyStatus, reviewOn: IsoDate | null, today: IsoDate): SecrecyStatus {
  return reviewOn !== null && reviewOn < today ? 'none' : status
}
