import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Occasion } from './heard-store.ts'

/** Who may take a count away: who noted it, and a coordinator. That of a walk goes with the walk. */
export const mayRemove = (
  actor: Pick<StaffActor, 'userId' | 'role'>,
  { notedBy, walkId }: Pick<Occasion, 'notedBy' | 'walkId'>,
): boolean => walkId === null && (notedBy === actor.userId || actor.role === 'coordinator')
