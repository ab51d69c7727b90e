import { areaOf, covers, type Ring, type Shape } from './geometry.ts'
import { crossesItself } from './ring-crossings.ts'

/** What is wrong with a border: it can be drawn, but whoever looks for a point in it had better know. */
export type RingFault =
  | 'no-shape'
  | 'ring-too-short'
  | 'ring-not-closed'
  | 'ring-without-surface'
  | 'ring-crosses-itself'
  | 'hole-outside'

/** The faults of a shape, each once. Nothing is mended: a border is its publisher's. */
export function faultsOf(shape: Shape): readonly RingFault[] {
  const rings = shape.flat()
  if (rings.length === 0) return ['no-shape']
  const isHoleOutside = shape.some(([outside = [], ...holes]) => holes.some((hole) => liesOutside(hole, outside)))
  const faults = rings.flatMap((ring) => faultOf(ring) ?? [])
  return [...new Set<RingFault>([...faults, ...(isHoleOutside ? (['hole-outside'] as const) : [])])]
}

function faultOf(ring: Ring): RingFault | undefined {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || ring.length < 4) return 'ring-too-short'
  if (first[0] !== last[0] || first[1] !== last[1]) return 'ring-not-closed'
  if (areaOf(ring) === 0) return 'ring-without-surface'
  return crossesItself(ring) ? 'ring-crosses-itself' : undefined
}

const liesOutside = (hole: Ring, outside: Ring) => hole.every((corner) => !covers([[outside]], corner))

/** Surface of a shape in square metres: the outsides less the holes. */
export function surfaceOf(shape: Shape): number {
  let surface = 0
  for (const [outside = [], ...holes] of shape)
    surface += areaOf(outside) - holes.reduce((sum, hole) => sum + areaOf(hole), 0)
  return surface
}
