import { addDays, type IsoDate } from '@meernet/calendar'
import type { Actor, Role } from '../../../platform/access/actor.ts'
import { staleAfterDays } from '../service.ts'

/** Days before the map begins to warn readers, on which who keeps a service is asked to look again. */
export const noticeDays = 30
/** Nobody is mailed more often than this about looking again. */
export const remindEveryDays = 30

/** Which services somebody has to look at: those last looked at before these days. */
export type DueBefore = {
  /** Of services this keeper keeps: soon a year ago. Null: the municipality keeps them. */
  readonly keeper: string | null
  readonly own: IsoDate
  /** Of everybody's: more than a year ago, for those who keep the whole map; undefined for a partner. */
  readonly all: IsoDate | undefined
}

/**
 * What `actor` has to look at. A partner's coordinator is asked in time about the partner's own; who keeps the map about what
 * the municipality keeps, and about a partner's only when the partner let the year pass. Undefined for who keeps nothing.
 */
export function dueBefore(actor: Actor, today: IsoDate): DueBefore | undefined {
  if (actor.kind !== 'staff') return undefined
  return dueBeforeAs(actor.role, actor.zoneId, today)
}

/** The same for a role and its data zone. */
export function dueBeforeAs(role: Role, zoneId: string, today: IsoDate): DueBefore | undefined {
  const stale = addDays(today, -staleAfterDays)
  const own = addDays(stale, noticeDays)
  if (role === 'partnerCoordinator') return { keeper: zoneId, own, all: undefined }
  return role === 'coordinator' || role === 'communityWorker' ? { keeper: null, own, all: stale } : undefined
}

/** The last day on which a service looked at on `verifiedOn` is still fresh. */
export const freshUntil = (verifiedOn: IsoDate): IsoDate => addDays(verifiedOn, staleAfterDays)
