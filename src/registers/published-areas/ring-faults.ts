import { areaOf, type Ring, type Shape } from './geometry.ts'

/** What is wrong with a border: it can be drawn, but whoever looks for a point in it had better know. */
export type RingFault = 'no-shape' | 'ring-too-short' | 'ring-not-closed' | 'ring-without-surface'

/** The faults of a shape, each once. Whether a ring crosses itself is not looked at. */
export function faultsOf(shape: Shape): readonly RingFault[] {
  const rings = shape.flat()
  if (rings.length === 0) return ['no-shape']
  return [...new Set(rings.flatMap((ring) => faultOf(ring) ?? []))]
}

function faultOf(ring: Ring): RingFault | undefined {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || ring.length < 4) return 'ring-too-short'
  if (first[0] !== last[0] || first[1] !== last[1]) return 'ring-not-closed'
  return areaOf(ring) === 0 ? 'ring-without-surface' : undefined
}

/** Surface of a shape in square metres: the outsides less the holes. */
export function surfaceOf(shape: Shape): number {
  let surface = 0
  for (const [outside = [], ...holes] of shape)
    surface += areaOf(outside) - holes.reduce((sum, hole) => sum + areaOf(hole), 0)
  return surface
}
