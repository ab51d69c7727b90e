/** Groups always shown, none can be switched off; then those a municipality may add. */
export const alwaysShownGroups = [
  'poverty',
  'migrationBackground',
  'jobseeker',
  'disability',
  'olderPerson',
  'informalCarer',
  'singleParent',
] as const
export const reachGroups = [...alwaysShownGroups, 'youth', 'newcomer', 'mentalHealth', 'isolatedFarmOrHamlet'] as const
export type ReachGroup = (typeof reachGroups)[number]

/** Seen by staff, or said by the people themselves. */
export const tallyBases = ['estimated', 'selfDeclared'] as const
export type TallyBasis = (typeof tallyBases)[number]

/** Counts about health, origin or poverty: hidden under ten instead of under five (rule P13). */
const sensitiveGroups: readonly ReachGroup[] = [
  'poverty',
  'migrationBackground',
  'disability',
  'newcomer',
  'mentalHealth',
]

/** People counted per group; somebody may count in several. */
export type GroupCount = { readonly group: ReachGroup; readonly people: number }

/** A number as it may be shown. `nothing` is nothing counted, which is not zero people. */
export type ShownCount = number | 'hidden' | 'nothing'

/**
 * Sums per group as they may be shown: 1–4 always hidden, under ten for sensitive groups (P13). There is no total, because
 * people count in several groups, so nothing hidden can be worked out from the rest.
 */
export function shownReach(
  counts: readonly GroupCount[],
): readonly { readonly group: ReachGroup; readonly shown: ShownCount }[] {
  return reachGroups
    .map((group) => {
      const people = counts.filter((one) => one.group === group).reduce((sum, one) => sum + one.people, 0)
      return { group, shown: shownCount(people, sensitiveGroups.includes(group) ? 10 : 5) }
    })
    .filter(({ group, shown }) => shown !== 'nothing' || alwaysShownGroups.some((one) => one === group))
}

function shownCount(people: number, least: number): ShownCount {
  if (people === 0) return 'nothing'
  return people < least ? 'hidden' : people
}

/** Doors per outcome of a whole campaign, as those outside it may see them. */
export type ShownPart<Key> = { readonly key: Key; readonly shown: number | 'hidden' }

/**
 * Parts of a known total as they may be shown: under five hidden, and when only one is hidden the smallest other one too, or
 * it could be worked out from the total (P13). Zero is a number like any other here: no door is nobody's.
 */
export function shownParts<Key>(
  parts: readonly { readonly key: Key; readonly count: number }[],
): readonly ShownPart<Key>[] {
  const isSmall = ({ count }: { readonly count: number }) => count > 0 && count < 5
  const small = parts.filter(isSmall)
  const others = parts.filter((part) => part.count >= 5).toSorted((one, other) => one.count - other.count)
  const hidden = new Set(small.length === 1 ? [...small, ...others.slice(0, 1)] : small)
  return parts.map((part) => ({ key: part.key, shown: hidden.has(part) ? 'hidden' : part.count }))
}
