/**
 * How many doors have something within so many metres, as the crow flies. Points lie in a grid of squares as wide as the distance, so that
 * a door looks at nine squares and not at every point.
 */

export type Points = readonly (readonly [x: number, y: number])[]

/** Says of a door whether one of `points` is within `metres` of it. */
export function nearTo(points: Points, metres: number): (x: number, y: number) => boolean {
  const squares = Map.groupBy(points, ([x, y]) => squareOf(Math.floor(x / metres), Math.floor(y / metres)))
  const far = metres * metres
  return (x, y) => {
    const [column, row] = [Math.floor(x / metres), Math.floor(y / metres)]
    for (let across = column - 1; across <= column + 1; across++)
      for (let up = row - 1; up <= row + 1; up++)
        for (const [px, py] of squares.get(squareOf(across, up)) ?? [])
          if ((px - x) ** 2 + (py - y) ** 2 <= far) return true
    return false
  }
}

const squareOf = (column: number, row: number) => `${column} ${row}`
