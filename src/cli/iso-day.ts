import { type IsoDate, isIsoDate, isoDateIn } from '@meernet/calendar'
import { InvalidArgumentError } from 'commander'
import { municipalTimeZone } from '../platform/messages/time-zone.ts'

/** A day as typed behind an option; refuses what is no day of the calendar. */
export function isoDay(text: string): IsoDate {
  if (!isIsoDate(text)) throw new InvalidArgumentError('write a day as 2026-03-05')
  return text
}

/** The day it is, by the clock of municipalities. */
export const todayBy = (clock: () => Date): IsoDate => isoDateIn(municipalTimeZone, clock())
