import type { Bounds, Point } from './geometry.ts'

/** Box around Belgium in Lambert 72 metres, a little wide. */
const belgium: Bounds = { minX: 20_000, minY: 20_000, maxX: 297_000, maxY: 246_000 }

/** Whether a point in Lambert 72 metres lies in or near Belgium. */
export function isInBelgium([x, y]: Point): boolean {
  return x >= belgium.minX && x <= belgium.maxX && y >= belgium.minY && y <= belgium.maxY
}
