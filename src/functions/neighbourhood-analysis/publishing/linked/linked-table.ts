/**
 * Counts that add up to each other, of all areas, as one table: areas × men and women × ages. A small cell follows neither from its
 * row (inhabitants less men) nor from its column (the municipality less the other sectors), nor from both together.
 */
import { type BaseCell, type CountRule, protectTable, shownCells, type Table, type View } from '@meernet/statistics'
import { isWithin, leavesBySum } from '../area-table.ts'
import { areaKey, isCounted, type RawFigure } from '../raw-figure.ts'
import { type DividedArea, type Division, type Known, sumAt } from './division.ts'

/** What of linked counts is hidden, by indicator; `linked`: the areas of which every figure was looked at beside all others. */
export type LinkedAnswer = {
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>>
  readonly linked: ReadonlySet<string>
}

/**
 * Which figures of a division must be hidden, all of one period. An area of which some are not known stands in no sum, and only what it tells
 * itself is looked at; one of which the figures contradict each other is left out.
 */
export function hiddenInLinked(figures: readonly RawFigure[], division: Division, rule: CountRule): LinkedAnswer {
  const rows = rowsOf(figures, division)
  if (rows.size === 0) return { hidden: new Map(), linked: new Set() }
  const placed = placedAreas(rows, figures, division)
  const answer = protectTable(tableOf(rows, placed, division), rule)
  const isExposed = answer.exposed.length > 0
  const hiddenAt = new Set(
    [...shownCells(answer)].flatMap(({ at, shown }) =>
      shown === 'hidden' || (isExposed && shown !== 0) ? [at.join('\t')] : [],
    ),
  )
  const hiddenOf = (indicator: string, at: readonly string[]) =>
    areasWith(rows, indicator).filter((area) => hiddenAt.has([area, ...at].join('\t')))
  return {
    hidden: new Map([...division.columns].map(([indicator, at]) => [indicator, new Set(hiddenOf(indicator, at))])),
    linked: new Set([...rows].flatMap(([area, { isLinked }]) => (isLinked && !placed.alone.has(area) ? [area] : []))),
  }
}

type Rows = ReadonlyMap<string, Row>
type Row = DividedArea & { readonly known: Known; readonly isLinked: boolean }

/** What is known of each area, with cells that give it; areas that contradict themselves are not among them. */
function rowsOf(figures: readonly RawFigure[], division: Division): Map<string, Row> {
  const known = new Map<string, Map<string, number>>()
  for (const figure of figures.filter(isCounted)) {
    const area = areaKey(figure.area)
    known.set(area, (known.get(area) ?? new Map()).set(figure.indicator, Number(figure.value)))
  }
  const rows = new Map<string, Row>()
  for (const [area, own] of known) {
    const divided = division.cellsOf(own)
    if (!divided) continue
    // NOTE what is guessed between two unknown bands need not give a third that is known.
    const told = [...own].filter(
      ([indicator, value]) => sumAt(division, divided.cells, division.columns.get(indicator) ?? []) === value,
    )
    rows.set(area, { ...divided, known: new Map(told), isLinked: divided.isWhole && told.length === own.size })
  }
  return rows
}

const areasWith = (rows: Rows, indicator: string): readonly string[] =>
  [...rows].flatMap(([area, { known }]) => (known.has(indicator) ? [area] : []))

/** Every area and every way of dividing its people, and of that what readers see: one view for each indicator. */
function tableOf(rows: Rows, { values, members }: PlacedAreas, division: Division): Table {
  const leaves = [...values.keys()].filter((area) => !members.has(area))
  const within = new Map<string, string[]>()
  for (const [sum, held] of members) for (const leaf of held) within.set(leaf, [...(within.get(leaf) ?? []), sum])
  const categories = [
    ...leaves.map((id) => ({ id, within: within.get(id) ?? [] })),
    ...[...members.keys()].map((id) => ({ id })),
  ]
  const whole = [...rows].flatMap(([area, { isWhole }]) => (isWhole ? [area] : []))
  const viewAt = (area: readonly string[], at: readonly string[]): View => ({
    area,
    ...Object.fromEntries(division.dimensions.map(({ id }, d) => [id, [at[d] ?? '']])),
  })
  return {
    dimensions: [{ id: 'area', categories }, ...division.dimensions],
    cells: leaves.flatMap((area) => (values.get(area) ?? []).map(({ at, value }) => ({ at: [area, ...at], value }))),
    views: [
      ...[...division.columns].map(([indicator, at]) => viewAt(areasWith(rows, indicator), at)),
      ...division.derived.map((at) => viewAt(whole, at)),
    ],
  }
}

/** `values`: the cells of each area; `members`: of which areas a sum is made; `alone`: sums that have less of something than their areas. */
type PlacedAreas = {
  readonly values: ReadonlyMap<string, readonly BaseCell[]>
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly alone: ReadonlySet<string>
}

/** Cells of every area that is counted at, and of which of these each sum is made; what a sum has more is an area of its own. */
function placedAreas(rows: Rows, figures: readonly RawFigure[], division: Division): PlacedAreas {
  const wider = new Map<string, readonly string[]>()
  for (const { area, within } of figures)
    wider.set(areaKey(area), [...(wider.get(areaKey(area)) ?? []), ...(within ?? [])])
  const linked = [...rows].flatMap(([area, { isLinked }]) => (isLinked ? [area] : []))
  const members = leavesBySum(wider, linked)
  const values = new Map<string, readonly BaseCell[]>([...rows].map(([area, { cells }]) => [area, cells]))
  const alone = new Set<string>()
  for (const [sum, leaves] of [...members].toSorted(([, one], [, other]) => one.size - other.size)) {
    const rest = restOf(
      rows.get(sum)?.known ?? new Map(),
      [...leaves].map((leaf) => values.get(leaf) ?? []),
      division,
    )
    const left = rest && division.cellsOf(rest)
    if (!left) {
      members.delete(sum)
      alone.add(sum)
    } else if (left.cells.some(({ value }) => value > 0)) {
      const name = `rest of ${sum}`
      for (const held of [...members.values()].filter((one) => isWithin(leaves, one))) held.add(name)
      values.set(name, left.cells)
    }
  }
  return { values, members, alone }
}

/** What a sum has more of each figure than its areas; nothing when it has less of one. */
function restOf(known: Known, areas: readonly (readonly BaseCell[])[], division: Division): Known | undefined {
  const rest = new Map<string, number>()
  for (const [indicator, value] of known) {
    const at = division.columns.get(indicator) ?? []
    rest.set(indicator, value - areas.reduce((sum, cells) => sum + sumAt(division, cells, at), 0))
  }
  return [...rest.values()].some((value) => value < 0) ? undefined : rest
}
