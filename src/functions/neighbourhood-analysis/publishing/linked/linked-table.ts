/**
 * Counts that add up to each other, of all areas, as one table: areas × men and women × ages. A small cell follows neither from its
 * row (inhabitants less men) nor from its column (the municipality less the other sectors), nor from both together, nor from what was
 * told before.
 */
import {
  type CountRule,
  type ProtectedTable,
  protectTable,
  publicationOf,
  shownCells,
  type Table,
  type View,
} from '@meernet/statistics'
import type { RawFigure } from '../raw-figure.ts'
import { type BesideTold, besideTold, isToldAt } from '../told/beside-told.ts'
import type { ToldTable } from '../told/told-table.ts'
import type { Division } from './division.ts'
import { type HiddenWholes, withHiddenWholes } from './hidden-wholes.ts'
import { areaDimension, countsOf, leavesIn, type PlacedAreas, placedAreas } from './placed-areas.ts'

/** What of linked counts is hidden, by indicator; `linked`: the areas of which every figure was looked at beside all others. */
export type LinkedAnswer = {
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>>
  readonly linked: ReadonlySet<string>
}

/** Under which rule figures are protected, and what readers know already. */
export type ProtectedBy = { readonly rule: CountRule; readonly told: readonly ToldTable[] }

/**
 * Which figures of a division must be hidden, all of one period. An area of which some are not known stands in no sum, and only what it tells
 * itself is looked at; one of which the figures contradict each other is left out. `wholes`: see `withHiddenWholes`.
 */
export function hiddenInLinked(
  figures: readonly RawFigure[],
  division: Division,
  { rule, told }: ProtectedBy,
  wholes?: HiddenWholes,
): LinkedAnswer {
  const placed = placedAreas(countsOf(figures), division)
  const { rows, alone } = placed
  if (rows.size === 0) return { hidden: new Map(), linked: new Set() }
  const known = besideTold(placed, told, division)
  const earlier = wholes ? withHiddenWholes(known, placed, division, wholes) : known
  const isHidden = hiddenBeside({ placed, division, earlier }, rule)
  const hiddenOf = (indicator: string, at: readonly string[]) =>
    areasWith(placed, indicator).filter((area) => isHidden([area, ...at]))
  return {
    hidden: new Map([...division.columns].map(([indicator, at]) => [indicator, new Set(hiddenOf(indicator, at))])),
    linked: new Set([...rows.keys()].filter((area) => !alone.has(area))),
  }
}

type ToProtect = { readonly placed: PlacedAreas; readonly division: Division; readonly earlier: BesideTold }
type IsHidden = (at: readonly string[]) => boolean

/**
 * What is hidden at last. When a cell might be told, nothing new goes out of the areas that have it in them; when that does not help, nothing
 * new at all: then readers know no more than they did.
 */
function hiddenBeside(asked: ToProtect, rule: CountRule): IsHidden {
  const { placed, earlier } = asked
  const isKept: IsHidden = (at) => earlier.hiddenAt.has(at.join('\t')) && !isToldAt(earlier, placed, at)
  const isNew: IsHidden = (at) => !isToldAt(earlier, placed, at)
  const first = protectedWithout(asked, rule, isKept)
  if (first.exposed.length === 0) return hiddenIn(first, isKept)
  const areas = new Set(first.exposed.map(([area = '']) => area).flatMap((area) => leavesIn(placed, area)))
  const isNear: IsHidden = (at) =>
    isKept(at) || (isNew(at) && leavesIn(placed, at[0] ?? '').some((leaf) => areas.has(leaf)))
  const second = protectedWithout(asked, rule, isNear)
  return second.exposed.length === 0 ? hiddenIn(second, isNear) : hiddenIn(second, (at) => isKept(at) || isNew(at))
}

/** The table protected with some of its cells hidden beforehand; a zero is shown whatever happens. */
function protectedWithout({ placed, division, earlier }: ToProtect, rule: CountRule, isHeld: IsHidden): ProtectedTable {
  const isZero = (indicator: string, area: string) => placed.rows.get(area)?.known.get(indicator) === 0
  const held: { readonly at: readonly string[]; readonly shown: 'hidden' }[] = []
  const views = [...division.columns].map(([indicator, at]) => {
    const areas = Map.groupBy(areasWith(placed, indicator), (area) => !isZero(indicator, area) && isHeld([area, ...at]))
    held.push(...(areas.get(true) ?? []).map((area) => ({ at: [area, ...at], shown: 'hidden' as const })))
    return viewAt(division, areas.get(false) ?? [], at)
  })
  const whole = [...placed.rows].flatMap(([area, { isWhole }]) => (isWhole ? [area] : []))
  const derived = division.derived.map((at) =>
    viewAt(
      division,
      whole.filter((area) => !isHeld([area, ...at])),
      at,
    ),
  )
  const table = { ...tableOf(placed, earlier, division), views: [...views, ...derived] }
  const ledger = held.length > 0 ? [...earlier.ledger, publicationOf('held', table.dimensions, held)] : earlier.ledger
  return protectTable(table, rule, ledger)
}

function hiddenIn(answer: ProtectedTable, isHeld: IsHidden): IsHidden {
  const shown = new Map([...shownCells(answer)].map((cell) => [cell.at.join('\t'), cell.shown]))
  return (at) => {
    const value = shown.get(at.join('\t'))
    return value === undefined || value === 'hidden' || (value !== 0 && isHeld(at))
  }
}

const areasWith = ({ rows }: PlacedAreas, indicator: string): readonly string[] =>
  [...rows].flatMap(([area, { known }]) => (known.has(indicator) ? [area] : []))

/** What readers see of one indicator. */
const viewAt = ({ dimensions }: Division, area: readonly string[], at: readonly string[]): View => ({
  area,
  ...Object.fromEntries(dimensions.map(({ id }, d) => [id, [at[d] ?? '']])),
})

/** Every area, those of before among them, and every way of dividing its people. */
function tableOf(placed: PlacedAreas, { leaves: once }: BesideTold, { dimensions }: Division): Table {
  const { id, categories } = areaDimension(placed)
  const leaves = [...placed.leaves, ...once]
  return {
    dimensions: [{ id, categories: [...categories, ...[...once.keys()].map((leaf) => ({ id: leaf }))] }, ...dimensions],
    cells: leaves.flatMap(([area, { cells }]) => cells.map(({ at, value }) => ({ at: [area, ...at], value }))),
  }
}
