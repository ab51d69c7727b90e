/**
 * Counts of areas put where they belong in a table: of each area cells that give its figures, of each sum the areas in it, and what a
 * sum has more than these as one more area that nobody sees.
 */
import type { Dimension } from '@meernet/statistics'
import { areaKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { type DividedArea, type Division, type Known, sumsAt } from './division.ts'
import { isWithin, leavesBySum } from './sums-of-areas.ts'

/** Counts of one period by indicator and area, and in which wider areas each of these lies; `sums`: those that are neighbourhoods of ours. */
export type CountsOfAreas = {
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly within: ReadonlyMap<string, readonly string[]>
  readonly sums: ReadonlySet<string>
}

/** Whole figures of one period by area; estimates and what is not known are not among them. */
export function countsOf(figures: readonly RawFigure[]): CountsOfAreas {
  const counts = new Map<string, Map<string, number>>()
  const within = new Map<string, Set<string>>()
  const sums = new Set<string>()
  for (const figure of figures) {
    const area = areaKey(figure.area)
    within.set(area, new Set([...(within.get(area) ?? []), ...(figure.within ?? [])]))
    if ('neighbourhoodId' in figure.area) sums.add(area)
    if (isCounted(figure))
      counts.set(figure.indicator, (counts.get(figure.indicator) ?? new Map()).set(area, Number(figure.value)))
  }
  return { counts, within: new Map([...within].map(([area, wider]) => [area, [...wider]])), sums }
}

/** What is known of an area, with cells that give it. `isLinked`: every figure stands beside all others, so it can be added up. */
export type Row = DividedArea & { readonly known: Known; readonly isLinked: boolean }

/** `rows`: the areas that have figures; `leaves`: what is counted at; `members`: of which leaves a sum is made; `alone`: in no sum. */
export type PlacedAreas = {
  readonly rows: ReadonlyMap<string, Row>
  readonly leaves: ReadonlyMap<string, Pick<Row, 'known' | 'cells'>>
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly alone: ReadonlySet<string>
}

/**
 * Lays counts out by a division. An area of which some are not known, and a sum that has clearly less than its areas, stand in no sum. One
 * that has a little less was counted on another day or rounded: it is of the same people, and stands as what its areas come to.
 * `enough`: the figures that suffice for adding an area up, when it is not all of the division.
 */
export function placedAreas(areas: CountsOfAreas, division: Division, enough?: readonly string[]): PlacedAreas {
  const rows = rowsOf(areas, division, enough)
  const linked = [...rows].flatMap(([area, { isLinked }]) => (isLinked ? [area] : []))
  const members = leavesBySum(areas.within, linked)
  const values = new Map<string, Pick<Row, 'known' | 'cells'>>(rows)
  const alone = new Set([...rows.keys()].filter((area) => !rows.get(area)?.isLinked))
  for (const [sum, held] of [...members].toSorted(([, one], [, other]) => one.size - other.size)) {
    const known = rows.get(sum)?.known ?? new Map()
    const rest = restOf(
      known,
      [...held].map((leaf) => values.get(leaf)?.cells ?? []),
      division,
    )
    const hasLess = [...rest.values()].some((value) => value < 0)
    const left = hasLess ? undefined : division.cellsOf(rest)
    if (hasLess && isAboutNothing(rest, known)) {
      const row = rows.get(sum)
      if (row)
        rows.set(sum, { ...row, known: new Map([...known].map(([one, value]) => [one, value - (rest.get(one) ?? 0)])) })
    } else if (!left) {
      members.delete(sum)
      alone.add(sum)
    } else if (left.cells.some(({ value }) => value > 0)) {
      const name = `rest of ${sum}`
      for (const wider of [...members.values()].filter((one) => isWithin(held, one))) wider.add(name)
      values.set(name, { known: rest, cells: left.cells })
    }
  }
  return { rows, leaves: new Map([...values].filter(([area]) => !members.has(area))), members, alone }
}

/** The leaves of an area: those of a sum, or itself. */
export const leavesIn = ({ members }: PlacedAreas, area: string): readonly string[] => [
  ...(members.get(area) ?? [area]),
]

/** The areas as a dimension of a table; `names`: other names for leaves. */
export function areaDimension(
  { leaves, members }: PlacedAreas,
  names: ReadonlyMap<string, string> = new Map(),
): Dimension {
  const within = new Map<string, string[]>()
  for (const [sum, held] of members) for (const leaf of held) within.set(leaf, [...(within.get(leaf) ?? []), sum])
  const leafCategories = [...leaves.keys()].map((leaf) => ({
    id: names.get(leaf) ?? leaf,
    within: within.get(leaf) ?? [],
  }))
  return { id: 'area', categories: [...leafCategories, ...[...members.keys()].map((id) => ({ id }))] }
}

/** What is known of each area, with cells that give it; areas that contradict themselves are not among them. */
function rowsOf({ counts }: CountsOfAreas, division: Division, enough?: readonly string[]): Map<string, Row> {
  const known = new Map<string, Map<string, number>>()
  for (const indicator of division.columns.keys())
    for (const [area, value] of counts.get(indicator) ?? [])
      known.set(area, (known.get(area) ?? new Map()).set(indicator, value))
  const sums = sumsOf(division)
  const rows = new Map<string, Row>()
  for (const [area, own] of known) {
    const divided = division.cellsOf(own)
    if (!divided) continue
    // NOTE what is guessed between two unknown bands need not give a third that is known.
    const told = [...own].filter(([indicator, value]) => sums.get(indicator)?.(divided.cells) === value)
    const isWhole = divided.isWhole || enough?.every((indicator) => own.has(indicator)) === true
    rows.set(area, { ...divided, known: new Map(told), isLinked: isWhole && told.length === own.size })
  }
  return rows
}

/** Whether what two counts of the same people differ by is what a few days or rounding make: five people, or one in a hundred. */
const isAboutNothing = (rest: Known, whole: Known): boolean =>
  [...rest].every(([indicator, value]) => Math.abs(value) <= Math.max(5, (whole.get(indicator) ?? 0) / 100))

/** What a sum has more of each figure than its areas; less than nothing when it has less. */
function restOf(known: Known, areas: readonly Row['cells'][], division: Division): Known {
  const sums = sumsOf(division)
  const rest = new Map<string, number>()
  for (const [indicator, value] of known)
    rest.set(indicator, value - areas.reduce((sum, cells) => sum + (sums.get(indicator)?.(cells) ?? 0), 0))
  return rest
}

/** What cells come to for each indicator. */
const sumsOf = (division: Division) =>
  new Map([...division.columns].map(([indicator, at]) => [indicator, sumsAt(division, at)]))
