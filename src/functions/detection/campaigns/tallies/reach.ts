import { ordinaryCounts, protectTable, shownAt } from '@meernet/statistics'
import { groupContent } from '../../../../registers/frameworks/index.ts'

/** Seen by staff, or said by the people themselves. */
export const tallyBases = ['estimated', 'selfDeclared'] as const
export type TallyBasis = (typeof tallyBases)[number]

/** People counted per group, by its code in the frameworks; somebody may count in several. */
export type GroupCount = { readonly group: string; readonly people: number }

/** A number as it may be shown: so many or more, in steps of five. `nothing` is nothing counted, which is not zero people. */
export type ShownCount = number | 'hidden' | 'nothing'

/**
 * Sums per group as they may be shown: 1–4 always hidden, under ten for sensitive groups (P13). There is no total, because
 * people count in several groups, so nothing hidden can be worked out from the rest. They grow while people look, so in steps of five:
 * what a sum grew by would be how many were met on one day.
 */
export function shownReach(
  counts: readonly GroupCount[],
): readonly { readonly group: string; readonly shown: ShownCount }[] {
  return groupContent.entries
    .map(({ code, isAlwaysReported, hiddenBelow }) => {
      const people = counts.filter(({ group }) => group === code).reduce((sum, one) => sum + one.people, 0)
      return { group: code, shown: shownCount(people, hiddenBelow), isAlwaysReported }
    })
    .filter(({ shown, isAlwaysReported }) => shown !== 'nothing' || isAlwaysReported)
    .map(({ group, shown }) => ({ group, shown }))
}

function shownCount(people: number, least: number): ShownCount {
  if (people === 0) return 'nothing'
  return people < least ? 'hidden' : Math.floor(people / step) * step
}

const step = 5

/** Doors per outcome of a whole campaign, as those outside it may see them. */
export type ShownPart<Key> = { readonly key: Key; readonly shown: number | 'hidden' }

/**
 * Parts of a known total as they may be shown: under five hidden, and as many others as it takes that nobody can work one out (P13).
 * Zero is a number like any other here: no door is nobody's.
 */
export function shownParts<Key>(
  parts: readonly { readonly key: Key; readonly count: number }[],
): readonly ShownPart<Key>[] {
  const placed = parts.map((part, place) => ({ ...part, id: `part ${place}` }))
  const categories = [{ id: 'whole' }, ...placed.map(({ id }) => ({ id, within: ['whole'] }))]
  const cells = placed.map(({ id, count }) => ({ at: [id], value: count }))
  const answer = protectTable({ dimensions: [{ id: 'part', categories }], cells }, ordinaryCounts)
  return placed.map(({ key, id }) => {
    const shown = shownAt(answer, [id])
    return { key, shown: typeof shown === 'number' ? shown : 'hidden' }
  })
}
