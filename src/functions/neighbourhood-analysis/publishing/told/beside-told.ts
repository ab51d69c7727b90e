/**
 * A table of today beside all that was told before, so that nothing hidden follows from both: not when a neighbourhood lost a sector
 * since, nor when other sectors are hidden, nor when a publisher revised some of the figures. A figure that is the same as it was is one
 * figure in both tables; one that was revised is two, and readers may know which were.
 */
import { type BaseCell, type Ledger, type Publication, publicationOf } from '@meernet/statistics'
import type { Division, Known } from '../linked/division.ts'
import { areaDimension, leavesIn, type PlacedAreas, placedAreas } from '../linked/placed-areas.ts'
import type { ToldTable } from './told-table.ts'

/**
 * `leaves`: areas with the figures they had, where these are no longer so; `toldAt`: every cell that was told; `hiddenAt`: cells of
 * which nothing new may go out, as something hidden in their row stayed the same while other figures were revised.
 */
export type BesideTold = {
  readonly leaves: ReadonlyMap<string, Figures>
  readonly ledger: Ledger
  readonly toldAt: ReadonlySet<string>
  readonly hiddenAt: ReadonlySet<string>
}

type Figures = { readonly known: Known; readonly cells: readonly BaseCell[] }
type Seen = Publication['cells'][number]

/** What was told before as a ledger over the areas of today and those of then. */
export function besideTold(today: PlacedAreas, told: readonly ToldTable[], division: Division): BesideTold {
  const leaves = new Map<string, Figures>()
  const toldAt = new Set<string>()
  const same: Seen[] = []
  // The newest first: it knows most of an area.
  const ledger = told.toReversed().flatMap((table, k) => {
    const columns = [...division.columns].filter(([indicator]) => table.counts.has(indicator))
    if (columns.length === 0) return []
    const enough = columns.map(([indicator]) => indicator)
    const placed = placedAreas(table, division, enough)
    const names = new Map([...placed.leaves].map(([leaf, figures]) => [leaf, nameOf(leaf, figures, today, leaves)]))
    const seen = columns.flatMap(([indicator, at]) => seenIn(table, placed, indicator, at))
    for (const { at } of seen.filter(isTold))
      toldAt.add(
        placeKey(at, (area) => leavesIn(placed, area).flatMap((leaf) => leavesIn(today, names.get(leaf) ?? leaf))),
      )
    same.push(...columns.flatMap(([indicator, at]) => unrevisedIn(table, today, indicator, at)))
    const cells = seen.map(({ at: [area = '', ...at], shown }) => ({ at: [names.get(area) ?? area, ...at], shown }))
    return [publicationOf(`told ${k}`, [areaDimension(placed, names), ...division.dimensions], cells)]
  })
  const hiddenAt = new Set(same.filter((one) => !isTold(one)).flatMap((one) => around(one, today, division)))
  return withTold({ leaves, ledger, toldAt, hiddenAt }, today, division, same.filter(isTold))
}

/** The same when these cells of today's table are known besides. */
export function withTold(
  beside: BesideTold,
  today: PlacedAreas,
  division: Division,
  seen: readonly Seen[],
): BesideTold {
  if (seen.length === 0) return beside
  const known = publicationOf('known', [areaDimension(today), ...division.dimensions], seen)
  const keys = seen.map(({ at }) => placeKey(at, (area) => leavesIn(today, area)))
  return { ...beside, ledger: [...beside.ledger, known], toldAt: new Set([...beside.toldAt, ...keys]) }
}

/**
 * Where nothing new may go out beside a hidden figure that is the same though others of its row were revised: in that row, and in every sum of
 * it. It is one unknown in the tables of then and of now, which no table of either can hold.
 */
function around({ at: [area = ''] }: Seen, { members }: PlacedAreas, { columns }: Division): readonly string[] {
  const sums = [...members].filter(([, leaves]) => leaves.has(area)).map(([sum]) => sum)
  return [area, ...sums].flatMap((one) => [...columns.values()].map((at) => [one, ...at].join('\t')))
}

const isTold = ({ shown }: Seen) => shown !== 'hidden'

/** Whether what stands at an area of today was told before, whatever the area was called then. */
export const isToldAt = ({ toldAt }: BesideTold, today: PlacedAreas, at: readonly string[]): boolean =>
  toldAt.has(placeKey(at, (area) => leavesIn(today, area)))

const placeKey = ([area = '', ...at]: readonly string[], leavesOf: (area: string) => readonly string[]) =>
  [leavesOf(area).toSorted().join('\n'), ...at].join('\t')

/** The area of today that has all the figures which this one had; otherwise a name for what it had. */
function nameOf(leaf: string, figures: Figures, today: PlacedAreas, once: Map<string, Figures>): string {
  const now = today.rows.get(leaf) ?? today.leaves.get(leaf)
  if (now && isAmong(figures.known, now.known)) return leaf
  for (let k = 1; ; k++) {
    const name = `${leaf} once ${k}`
    const there = once.get(name)
    if (!there) once.set(name, figures)
    if (!there || isAmong(figures.known, there.known)) return name
  }
}

const isAmong = (known: Known, all: Known) => [...known].every(([indicator, value]) => all.get(indicator) === value)

/** The counts of one indicator that stand in the table as readers saw them; a zero was never hidden. */
function seenIn({ counts, told }: ToldTable, { rows }: PlacedAreas, indicator: string, at: readonly string[]): Seen[] {
  const seen: Seen[] = []
  for (const area of counts.get(indicator)?.keys() ?? []) {
    const value = rows.get(area)?.known.get(indicator)
    if (value === undefined) continue
    if (told.get(indicator)?.has(area)) seen.push({ at: [area, ...at], shown: value })
    else if (value > 0) seen.push({ at: [area, ...at], shown: 'hidden' })
  }
  return seen
}

/** Of areas of which some figures were revised, those that were not: they are the same figure still. */
function unrevisedIn({ counts, told, sums }: ToldTable, today: PlacedAreas, indicator: string, at: readonly string[]) {
  const same: Seen[] = []
  for (const [area, value] of counts.get(indicator) ?? []) {
    const known = today.rows.get(area)?.known
    const others = [...counts].some(
      ([one, areas]) => known?.has(one) && areas.has(area) && areas.get(area) !== known.get(one),
    )
    if (sums.has(area) || today.members.has(area) || !others || value === 0 || known?.get(indicator) !== value) continue
    same.push({ at: [area, ...at], shown: told.get(indicator)?.has(area) ? value : 'hidden' })
  }
  return same
}
