/**
 * Who was heard for an analysis, per group and never per person: sums over a year, through the rule of small counts (P13), and which
 * groups were not heard. What is said of a hidden count follows from nothing but that it is hidden.
 */
import { sensitiveCounts, sharesFrom, type Table } from '@meernet/statistics'
import { inFives } from '../publishing/in-fives.ts'
import type { ShownFigure } from '../publishing/shown-figure.ts'
import { shownTable } from '../publishing/shown-table.ts'

/** Where people were heard. */
export const occasionKinds = ['conversation', 'meeting', 'walk', 'street', 'survey', 'professionals'] as const
export type OccasionKind = (typeof occasionKinds)[number]

/** Who said to which group somebody belongs: staff by guess, or people themselves. */
export const waysOfCounting = ['estimated', 'selfDeclared'] as const
export type WayOfCounting = (typeof waysOfCounting)[number]

/** How many of a group were heard in a neighbourhood (null: an occasion of the whole municipality), before anything is hidden. */
export type RawTally = { readonly neighbourhoodId: string | null; readonly group: string; readonly people: number }

/** How a group stands among those heard, beside its share of the neighbourhood. */
export type Standing = 'notHeard' | 'farTooFew' | 'tooFew' | 'inProportion' | 'notKnown' | 'cannotTell'

/** One group among those heard, as readers may see it: `count` or more, in steps of five. */
export type GroupHeard = { readonly group: string; readonly count: ShownFigure; readonly standing: Standing }

/** Under these parts of its share in the neighbourhood a group was heard far too little, or too little (chapter 11). */
const coverage = { farTooFew: 0.5, tooFew: 0.8 } as const

type Asked = {
  /** Groups to tell of, in their order. */
  readonly groups: readonly string[]
  readonly tallies: readonly RawTally[]
  /** People heard in all. NOTE a number that readers do not see. */
  readonly people: number
  /** Shares of groups in the neighbourhood, 0–1; absent where no figure is known. */
  readonly shares: ReadonlyMap<string, number>
  /** Only of this neighbourhood; otherwise of the whole municipality. */
  readonly neighbourhoodId?: string | undefined
}

/** The groups as readers may see them. */
export function groupsHeard({ groups, tallies, people, shares, neighbourhoodId }: Asked): readonly GroupHeard[] {
  const table = shownTable(tableOf(groups, tallies), sensitiveCounts)
  return groups.map((group) => {
    const count = table.at(neighbourhoodId ?? whole, group)
    const shown = count.value === 'unknown' ? shownTable(oneOf(group), sensitiveCounts).at(whole, group) : count
    return { group, count: inFives(shown), standing: standingOf(shown.value, people, shares.get(group)) }
  })
}

/** How a group stands, from what is shown: a hidden count may be anything that is hidden. */
export function standingOf(shown: ShownFigure['value'], people: number, share: number | undefined): Standing {
  if (shown === 0) return 'notHeard'
  if (share === undefined || share <= 0) return 'notKnown'
  if (people < sharesFrom) return 'cannotTell'
  const [least, most] = typeof shown === 'number' ? [shown, shown] : [1, sensitiveCounts.hideBelow - 1]
  const ratioOf = (count: number) => count / people / share
  const [low, high] = [standingFor(ratioOf(least)), standingFor(ratioOf(most))]
  return low === high ? low : 'cannotTell'
}

function standingFor(ratio: number): Standing {
  if (ratio < coverage.farTooFew) return 'farTooFew'
  return ratio < coverage.tooFew ? 'tooFew' : 'inProportion'
}

/** Groups to go to next: those that were not heard, then those heard far too little. */
export const groupsToGoTo = (heard: readonly GroupHeard[]): readonly string[] =>
  (['notHeard', 'farTooFew'] as const).flatMap((standing) =>
    heard.filter((one) => one.standing === standing).map(({ group }) => group),
  )

const whole = 'whole'
const unplaced = 'unplaced'

/** Neighbourhoods and the whole in one table, so that a small neighbourhood does not follow from the sum beside it. */
function tableOf(groups: readonly string[], tallies: readonly RawTally[]): Table {
  const places = [...new Set(tallies.map(({ neighbourhoodId }) => neighbourhoodId ?? unplaced))]
  const leaves = places.length === 0 ? [unplaced] : places
  const keys = Map.groupBy(tallies, ({ neighbourhoodId, group }) => `${neighbourhoodId ?? unplaced}\t${group}`)
  return {
    dimensions: [
      { id: 'place', categories: [{ id: whole }, ...leaves.map((id) => ({ id, within: [whole] }))] },
      { id: 'group', categories: groups.map((id) => ({ id })) },
    ],
    cells: [...keys].flatMap(([key, counted]) => {
      const at = key.split('\t')
      return groups.includes(at[1] ?? '') ? [{ at, value: counted.reduce((sum, { people }) => sum + people, 0) }] : []
    }),
    // Groups overlap: they have no sum.
    views: [{ place: 'all', group: 'all' }],
  }
}

/** A group of which nobody was counted in a place without occasions: a true zero. */
const oneOf = (group: string): Table => ({
  dimensions: [
    { id: 'place', categories: [{ id: whole }, { id: unplaced, within: [whole] }] },
    { id: 'group', categories: [{ id: group }] },
  ],
  cells: [],
})
