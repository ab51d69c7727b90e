import { addDays, type IsoDate, isWorkingDay } from '@meernet/calendar'
import type { CardUrgency } from '../../cards/card-input.ts'
import type { SignalState, Triage } from '../signal.ts'

/** Days within which somebody with an ordinary question is contacted, and within which the step after a talk is taken. */
const contactDays = 14

/**
 * The day by which the next step is promised, as Brussels days; null when nothing is promised. An alarm, or an urgent card
 * nobody has read yet, is for the same day, Sunday too. Other promises end on a working day, so a fortnight that would end
 * in a weekend or on a holiday ends before it. `on` is the day the signal came into this state, `receivedOn` the day it came in.
 */
export function dueOn(signal: {
  readonly state: SignalState
  readonly triage: Triage | null
  readonly urgency: CardUrgency
  readonly receivedOn: IsoDate
  readonly on: IsoDate
}): IsoDate | null {
  const { state, triage, urgency, receivedOn, on } = signal
  switch (state) {
    case 'received':
    case 'acknowledged':
      return urgency === 'urgent' ? receivedOn : workingDayUntil(addDays(receivedOn, contactDays))
    case 'triaged':
      if (triage === 'policyOnly') return null
      return triage === 'alarm' ? on : workingDayUntil(addDays(receivedOn, contactDays))
    case 'contacted':
    case 'agreed':
      return workingDayUntil(addDays(on, contactDays))
    case 'declined':
    case 'closed':
    case 'case':
      return null
  }
}

/** `day` when it is a working day, else the last one before it. */
function workingDayUntil(day: IsoDate): IsoDate {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, -1)
  return at
}
