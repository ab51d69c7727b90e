import { stretchOf } from './door.ts'
import { gapBetween, type Piece } from './tour.ts'

/** Metres a cut inside a street costs: a street stays with one pair unless that would make rounds very unequal. */
const cutInsideStreetMetres = 150
/** A round may be this much larger than the average to keep streets whole. */
const slack = 1.15

/**
 * Cuts a tour into `count` consecutive sections of nearly equal numbers of doors, at the places where the walk between pieces
 * is longest ("route first, cluster second": Beasley, 1983). No section gets more doors than the fairest cut plus the slack.
 */
export function sectionsOf(tour: readonly Piece[], count: number): readonly (readonly Piece[])[] {
  const wanted = Math.min(count, tour.length)
  const doors = tour.map((piece) => piece.length)
  const total = doors.reduce((sum, some) => sum + some, 0)
  const limit = Math.max(fairestLimit(doors, wanted), Math.ceil((total / wanted) * slack))
  const cuts = bestCuts(doors, gainOfCuts(tour), wanted, limit)
  return cuts.map((cut, section) => tour.slice(cuts[section - 1] ?? 0, cut))
}

/** The smallest number of doors such that `count` sections of at most that many hold all. */
function fairestLimit(doors: readonly number[], count: number): number {
  let low = Math.max(...doors, 0)
  let high = doors.reduce((sum, some) => sum + some, 0)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (sectionsNeeded(doors, middle) <= count) high = middle
    else low = middle + 1
  }
  return low
}

function sectionsNeeded(doors: readonly number[], limit: number): number {
  let sections = 1
  let load = 0
  for (const some of doors) {
    if (load + some > limit) {
      sections += 1
      load = 0
    }
    load += some
  }
  return sections
}

/** What cutting before each piece saves in metres; the first entry is before the tour and saves nothing. */
function gainOfCuts(tour: readonly Piece[]): readonly number[] {
  return tour.map((piece, place) => {
    const before = tour[place - 1]
    const isSameStreet = before?.[0] && piece[0] && stretchOf(before[0]) === stretchOf(piece[0])
    return before ? gapBetween(before, piece) - (isSameStreet ? cutInsideStreetMetres : 0) : 0
  })
}

/** The best way to end so many sections before a piece: what it saves, and where the last of them begins. */
type Best = { readonly saved: number; readonly start: number }

/** Ends of the sections, by dynamic programming over (sections so far, pieces so far): the cuts that save most. */
function bestCuts(doors: readonly number[], gains: readonly number[], count: number, limit: number): readonly number[] {
  const bySection: Map<number, Best>[] = [new Map([[0, { saved: 0, start: 0 }]])]
  for (let section = 1; section <= count; section += 1) {
    bySection.push(endsAfter(bySection[section - 1] ?? new Map(), doors, gains, limit))
  }
  const cuts: number[] = []
  for (let section = count, end = doors.length; section > 0; section -= 1) {
    cuts.unshift(end)
    end = bySection[section]?.get(end)?.start ?? 0
  }
  return cuts
}

/** Where one more section can end, from where the sections before it end. */
function endsAfter(
  before: ReadonlyMap<number, Best>,
  doors: readonly number[],
  gains: readonly number[],
  limit: number,
): Map<number, Best> {
  const ends = new Map<number, Best>()
  for (const [start, { saved }] of before) {
    const total = saved + (gains[start] ?? 0)
    let load = doors[start] ?? 0
    for (let end = start + 1; end <= doors.length && load <= limit; end += 1) {
      if (total > (ends.get(end)?.saved ?? Number.NEGATIVE_INFINITY)) ends.set(end, { saved: total, start })
      load += doors[end] ?? 0
    }
  }
  return ends
}
