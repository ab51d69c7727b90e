import type { Colleague } from '../../../platform/identity/index.ts'
import { mayBeSecond } from './second.ts'

/** A place where cards are open, and in whose name; no card and no number of cards. */
export type PlaceWithCards = {
  readonly zoneId: string
  readonly neighbourhoodId: string | null
  readonly assigneeId: string | null
}

/** Why cards wait without a reader: nobody under secrecy covers the place, or who has them is not bound any more. */
export type Gap = { readonly zoneId: string; readonly because: 'nobody' | 'assignee' }

/**
 * Where cards are open that nobody under professional secrecy may read, or that stand in the name of somebody who may not: no
 * card stays so without a warning (chapter 16). Each zone and reason once.
 */
export function gapsIn(places: readonly PlaceWithCards[], coordinators: readonly Colleague[]): readonly Gap[] {
  const gaps = places.flatMap((place): readonly Gap[] => {
    const { zoneId } = place
    const holders = coordinators.filter((colleague) => mayBeSecond(colleague, place))
    if (holders.length === 0) return [{ zoneId, because: 'nobody' }]
    const isHeld = place.assigneeId === null || holders.some(({ userId }) => userId === place.assigneeId)
    return isHeld ? [] : [{ zoneId, because: 'assignee' }]
  })
  return [...new Map(gaps.map((gap) => [`${gap.zoneId} ${gap.because}`, gap])).values()]
}
