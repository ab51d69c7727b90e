import { type BesideTold, withTold } from '../told/beside-told.ts'
import type { Division } from './division.ts'
import type { PlacedAreas } from './placed-areas.ts'

/** The areas of which a whole is hidden that is divided in another way as well. `isSettled`: of no others may it be. */
export type HiddenWholes = { readonly areas: ReadonlySet<string>; readonly isSettled: boolean }

/**
 * What readers know where a whole is hidden: no part of it, for parts tell how much it is at least. Elsewhere, once that is settled, the
 * whole itself: then whatever a hidden whole may be in one division, it may be in the other.
 */
export function withHiddenWholes(
  beside: BesideTold,
  today: PlacedAreas,
  division: Division,
  { areas, isSettled }: HiddenWholes,
): BesideTold {
  const { columns, whole } = division
  const at = columns.get(whole) ?? []
  const shown = [...(isSettled ? today.rows : [])].flatMap(([area, { known }]) => {
    const value = areas.has(area) ? undefined : known.get(whole)
    return value === undefined ? [] : [{ at: [area, ...at], shown: value }]
  })
  const parts = [...columns.values()].flatMap((part) => [...areas].map((area) => [area, ...part].join('\t')))
  const known = withTold(beside, today, division, shown)
  return { ...known, hiddenAt: new Set([...known.hiddenAt, ...parts]) }
}
