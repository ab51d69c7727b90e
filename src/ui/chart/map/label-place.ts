/** Where a name stands best in an area: in the middle of the widest level line inside it. `room` is how wide that line is. */
export function labelPlace(
  rings: readonly (readonly number[])[],
  xs: readonly number[],
  ys: readonly number[],
): { readonly x: number; readonly y: number; readonly room: number } {
  const heights = rings.flatMap((ring) => ring.map((point) => ys[point] ?? 0))
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)]
  let best = { x: xs[rings[0]?.[0] ?? 0] ?? 0, y: top, room: 0 }
  // Near the middle of its height a name looks at home: a little more room elsewhere does not make up for that.
  for (const part of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const y = top + part * (bottom - top) + 0.5
    const crossings = crossingsAt(y, rings, xs, ys)
    for (let place = 0; place + 1 < crossings.length; place += 2) {
      const [from, to] = [crossings[place] ?? 0, crossings[place + 1] ?? 0]
      if (to - from > best.room * 1.15)
        best = { x: Math.round((from + to) / 2), y: Math.round(y), room: Math.round(to - from) }
    }
  }
  return best
}

/** Where rings cross the level line at `y`, from left to right: odd ones in, even ones out. */
function crossingsAt(
  y: number,
  rings: readonly (readonly number[])[],
  xs: readonly number[],
  ys: readonly number[],
): number[] {
  const crossings: number[] = []
  for (const ring of rings)
    for (let place = 0; place < ring.length; place += 1) {
      const [a, b] = [ring[place] ?? 0, ring[(place + 1) % ring.length] ?? 0]
      const [ya, yb] = [ys[a] ?? 0, ys[b] ?? 0]
      if (ya > y === yb > y) continue
      crossings.push((xs[a] ?? 0) + ((y - ya) / (yb - ya)) * ((xs[b] ?? 0) - (xs[a] ?? 0)))
    }
  return crossings.sort((a, b) => a - b)
}
