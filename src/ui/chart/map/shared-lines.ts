/**
 * Cuts rings of areas into lines that neighbours share, so that a border between two areas is one line: simplified once, it
 * still fits both. A line runs from one junction to the next; a junction is a point that does not have the same two neighbours in
 * every ring it lies in. Method: M. Bostock, TopoJSON (2012).
 */
export type SharedLines = {
  /** Points of each line; a ring without junctions is one line that ends where it begins. */
  readonly lines: readonly (readonly number[])[]
  /** Of each ring its lines in order: `line`, or `~line` when it runs the other way. */
  readonly rings: readonly (readonly number[])[]
}

/** `rings` of points named by numbers below `pointCount`, without their first point again at the end. */
export function sharedLines(rings: readonly (readonly number[])[], pointCount: number): SharedLines {
  const isJunction = junctionsOf(rings, pointCount)
  const lines: (readonly number[])[] = []
  const byFirstStep = new Map<number, number>()
  const nameOf = (line: readonly number[]): number => {
    const [first = 0, second = 0, beforeLast = 0, last = 0] = [line[0], line[1], line.at(-2), line.at(-1)]
    const forth = byFirstStep.get(first * pointCount + second)
    if (forth !== undefined) return forth
    const back = byFirstStep.get(last * pointCount + beforeLast)
    if (back !== undefined) return ~back
    byFirstStep.set(first * pointCount + second, lines.length)
    return lines.push(line) - 1
  }
  return { rings: rings.map((ring) => cut(ring, isJunction).map(nameOf)), lines }
}

function junctionsOf(rings: readonly (readonly number[])[], pointCount: number): Uint8Array {
  const isJunction = new Uint8Array(pointCount)
  const [before, after] = [new Int32Array(pointCount).fill(-1), new Int32Array(pointCount).fill(-1)]
  for (const ring of rings)
    for (let place = 0; place < ring.length; place += 1) {
      const point = ring[place] ?? 0
      const [from, to] = [ring[place === 0 ? ring.length - 1 : place - 1] ?? 0, ring[(place + 1) % ring.length] ?? 0]
      if (before[point] === -1) {
        before[point] = from
        after[point] = to
      } else if (!(before[point] === from && after[point] === to) && !(before[point] === to && after[point] === from))
        isJunction[point] = 1
    }
  return isJunction
}

/** A ring in pieces from junction to junction; without junctions it begins at its smallest point, whichever area it is read from. */
function cut(ring: readonly number[], isJunction: Uint8Array): readonly (readonly number[])[] {
  const first = ring.findIndex((point) => isJunction[point] === 1)
  const start = first >= 0 ? first : ring.indexOf(ring.reduce((least, point) => Math.min(least, point), Infinity))
  const round = [...ring.slice(start), ...ring.slice(0, start + 1)]
  const pieces: number[][] = []
  let piece: number[] = []
  for (const point of round) {
    piece.push(point)
    if (piece.length > 1 && isJunction[point] === 1) {
      pieces.push(piece)
      piece = [point]
    }
  }
  return piece.length > 1 ? [...pieces, piece] : pieces
}
