/**
 * How much each point of a line adds to it: how far the line would lie from it without it, in the units of the picture. The ends of
 * the line are needed always. Drawing the points above a limit is simplifying to that limit. Source: D.H. Douglas and T.K. Peucker (1973).
 */
export function detailOf(line: readonly number[], xs: readonly number[], ys: readonly number[]): Float64Array {
  const detail = new Float64Array(line.length)
  detail[0] = Infinity
  detail[line.length - 1] = Infinity
  // Pieces still to divide: first, last, and what the point that made the piece added.
  const pieces: [number, number, number][] = [[0, line.length - 1, Infinity]]
  for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
    const [first, last, most] = piece
    const [middle, distance] = farthest(line, xs, ys, first, last)
    if (middle < 0) continue
    const added = Math.min(distance, most)
    detail[middle] = added
    if (added > 0) pieces.push([first, middle, added], [middle, last, added])
  }
  return detail
}

function farthest(
  line: readonly number[],
  xs: readonly number[],
  ys: readonly number[],
  first: number,
  last: number,
): [place: number, distance: number] {
  const [from, to] = [line[first] ?? 0, line[last] ?? 0]
  const [x, y] = [xs[from] ?? 0, ys[from] ?? 0]
  const [dx, dy] = [(xs[to] ?? 0) - x, (ys[to] ?? 0) - y]
  const length = dx * dx + dy * dy
  let [place, most] = [-1, -1]
  for (let at = first + 1; at < last; at += 1) {
    const point = line[at] ?? 0
    const [px, py] = [(xs[point] ?? 0) - x, (ys[point] ?? 0) - y]
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length))
    const [awayX, awayY] = [px - along * dx, py - along * dy]
    const away = awayX * awayX + awayY * awayY
    if (away > most) [place, most] = [at, away]
  }
  return [place, Math.sqrt(most)]
}
