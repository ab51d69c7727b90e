import type { Point, Ring } from './geometry.ts'

type Segment = {
  readonly at: number
  readonly from: Point
  readonly to: Point
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
}

/**
 * Whether two sides of a closed ring cross, as those of a bow tie do: half of it would then count as outside. Sides that touch, or run
 * over each other, enclose what they should. Goes from west to east and holds only the sides that are not yet past, so that a border of
 * thousands of corners takes milliseconds.
 */
export function crossesItself(ring: Ring): boolean {
  const segments = segmentsOf(ring).toSorted((one, other) => one.minX - other.minX)
  let open: Segment[] = []
  for (const segment of segments) {
    open = open.filter(({ maxX }) => maxX >= segment.minX)
    if (open.some((other) => isBeside(segment, other) && cross(segment, other))) return true
    open.push(segment)
  }
  return false
}

function segmentsOf(ring: Ring): readonly Segment[] {
  return ring.slice(1).map((to, at) => {
    const from = ring[at] ?? to
    const [minX, maxX] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]]
    const [minY, maxY] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]]
    return { at, from, to, minX, maxX, minY, maxY }
  })
}

const isBeside = (one: Segment, other: Segment) => one.minY <= other.maxY && other.minY <= one.maxY

/** Only where each has its ends on both sides of the other; sides that share a corner never do. */
function cross(one: Segment, other: Segment): boolean {
  return side(one, other.from) * side(one, other.to) < 0 && side(other, one.from) * side(other, one.to) < 0
}

/** On which side of a segment a point lies; 0 on it, to a tenth of a millimetre. */
function side({ from, to }: Segment, point: Point): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const twice = x * (point[1] - from[1]) - y * (point[0] - from[0])
  return Math.abs(twice) <= 1e-4 * Math.hypot(x, y) ? 0 : Math.sign(twice)
}
