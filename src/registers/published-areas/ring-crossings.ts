import type { Bounds, Point, Ring } from './geometry.ts'

/** Sides that are looked at together: where the boxes around two such runs lie apart, none of their sides cross. */
const sidesInRun = 8

/**
 * Whether two sides of a closed ring cross, as those of a bow tie do: half of it would then count as outside. Sides that touch, or run
 * over each other, enclose what they should. A country has millions of sides: nothing is made for each.
 */
export function crossesItself(ring: Ring): boolean {
  const boxes = boxesOfRuns(ring)
  for (const [one, box] of boxes.entries())
    for (let other = one; other < boxes.length; other += 1) {
      const beside = boxes[other]
      if (beside && meet(box, beside) && runsCross(ring, one * sidesInRun, other * sidesInRun, beside)) return true
    }
  return false
}

const boxesOfRuns = (ring: Ring): readonly Bounds[] =>
  Array.from({ length: Math.ceil((ring.length - 1) / sidesInRun) }, (_, run) => boxOf(ring, run * sidesInRun))

function boxOf(ring: Ring, from: number): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = from; at <= Math.min(from + sidesInRun, ring.length - 1); at += 1) {
    const [x, y] = ring[at] ?? [Number.NaN, Number.NaN]
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

const meet = (one: Bounds, other: Bounds) =>
  one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY && other.minY <= one.maxY

/** Whether a side of the run that begins at `one` crosses a later side of the run that begins at `other` and lies in `box`. */
function runsCross(ring: Ring, one: number, other: number, box: Bounds): boolean {
  const last = ring.length - 1
  for (let at = one; at < Math.min(one + sidesInRun, last); at += 1) {
    const [a, b] = [ring[at], ring[at + 1]]
    if (!a || !b || !reaches(a, b, box)) continue
    for (let beside = Math.max(other, at + 2); beside < Math.min(other + sidesInRun, last); beside += 1) {
      const [c, d] = [ring[beside], ring[beside + 1]]
      if (c && d && cross(a, b, c, d)) return true
    }
  }
  return false
}

const reaches = (a: Point, b: Point, { minX, minY, maxX, maxY }: Bounds) =>
  (a[0] >= minX || b[0] >= minX) &&
  (a[0] <= maxX || b[0] <= maxX) &&
  (a[1] >= minY || b[1] >= minY) &&
  (a[1] <= maxY || b[1] <= maxY)

/** Only where each side has its ends on both sides of the other; sides that share a corner never do. */
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/** On which side of the line from `a` to `b` a point lies; 0 on it, to a tenth of a millimetre. */
function turn(a: Point, b: Point, point: Point): number {
  const x = b[0] - a[0]
  const y = b[1] - a[1]
  const twice = x * (point[1] - a[1]) - y * (point[0] - a[0])
  return twice * twice <= 1e-8 * (x * x + y * y) ? 0 : Math.sign(twice)
}
