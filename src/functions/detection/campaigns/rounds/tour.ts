import { type Door, metresAlong, metresBetween } from './door.ts'

/** Doors that are walked one after the other and stay together: a street or a piece of one. Never empty. */
export type Piece = readonly Door[]

/**
 * Orders pieces so that the walk from piece to piece stays short, turning a piece round where that helps: each time to the
 * nearest end of a piece not walked yet, then 2-opt, which walks a stretch the other way round as long as that is shorter.
 */
export function tourOf(pieces: readonly Piece[]): readonly Piece[] {
  // Trying every start is for a single round; a whole campaign begins at its western end.
  const starts =
    pieces.length <= 12 ? pieces : pieces.toSorted((one, other) => firstOf(one).x - firstOf(other).x).slice(0, 1)
  const tours = [pieces, ...starts.map((start) => nearestFirst(pieces, start))].map(untangled)
  return tours.reduce((best, tour) => (lengthOf(tour) < lengthOf(best) ? tour : best))
}

/** Metres of a whole walk. */
export const lengthOf = (tour: readonly Piece[]): number => metresAlong(tour.flat())

/** Metres from the end of one piece to the beginning of the next; 0 at either end of the walk. */
export function gapBetween(piece: Piece | undefined, next: Piece | undefined): number {
  return piece && next ? metresBetween(lastOf(piece), firstOf(next)) : 0
}

function nearestFirst(pieces: readonly Piece[], start: Piece): readonly Piece[] {
  const left = new Set(pieces)
  const tour: Piece[] = []
  let next: Nearest | undefined = { piece: start, isTurned: false }
  while (next) {
    const walked: Piece = next.isTurned ? next.piece.toReversed() : next.piece
    tour.push(walked)
    left.delete(next.piece)
    next = nearestTo(lastOf(walked), left)
  }
  return tour
}

type Nearest = { readonly piece: Piece; readonly isTurned: boolean }

/** The piece with an end nearest to `here`, turned when that is its last door. */
function nearestTo(here: Door, pieces: Iterable<Piece>): Nearest | undefined {
  let nearest: Nearest | undefined
  let least = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    const toFirst = metresBetween(here, firstOf(piece))
    const toLast = metresBetween(here, lastOf(piece))
    if (Math.min(toFirst, toLast) >= least) continue
    least = Math.min(toFirst, toLast)
    nearest = { piece, isTurned: toLast < toFirst }
  }
  return nearest
}

function untangled(pieces: readonly Piece[]): readonly Piece[] {
  let tour = pieces
  // Every turn makes the walk shorter, so this ends; the bound only guards against rounding.
  for (let round = 0; round < 60; round += 1) {
    const better = oneTurnShorter(tour)
    if (!better) return tour
    tour = better
  }
  return tour
}

/** Pieces in a stretch that is tried the other way round: all of a round; in a whole town longer ones hardly ever help. */
const longestTurn = 150

/** All turns that help, one after the other from west to east through the list; undefined when none does. */
function oneTurnShorter(pieces: readonly Piece[]): readonly Piece[] | undefined {
  const tour = [...pieces]
  let isShorter = false
  for (let from = 0; from < tour.length; from += 1) {
    for (let to = from; to < Math.min(tour.length, from + longestTurn); to += 1) {
      if (gainOfTurning(tour, from, to) < 1e-6) continue
      const stretch = tour.slice(from, to + 1).map((piece) => piece.toReversed())
      tour.splice(from, stretch.length, ...stretch.toReversed())
      isShorter = true
    }
  }
  return isShorter ? tour : undefined
}

/** Metres saved by walking the pieces `from`–`to` the other way round. */
function gainOfTurning(tour: readonly Piece[], from: number, to: number): number {
  const first = tour[from]
  const last = tour[to]
  if (!first || !last) return 0
  const before = tour[from - 1]
  const after = tour[to + 1]
  const beforeEnd = before && lastOf(before)
  const afterStart = after && firstOf(after)
  const now = spotGap(beforeEnd, firstOf(first)) + spotGap(lastOf(last), afterStart)
  const turned = spotGap(beforeEnd, lastOf(last)) + spotGap(firstOf(first), afterStart)
  return now - turned
}

const spotGap = (one: Door | undefined, other: Door | undefined) => (one && other ? metresBetween(one, other) : 0)

function firstOf(piece: Piece): Door {
  return piece[0] ?? emptyPiece()
}
function lastOf(piece: Piece): Door {
  return piece[piece.length - 1] ?? emptyPiece()
}
function emptyPiece(): never {
  throw new Error('a piece of a walk has at least one door')
}
