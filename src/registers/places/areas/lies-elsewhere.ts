import type { Bounds } from '../../published-areas/index.ts'

/** Between the last door and the border of a municipality lies forest or harbour, and hardly ever more of it. */
const farthestMetres = 5_000

/**
 * Whether areas of a municipality reach kilometres beyond its doors: Lambert 72 with north and east exchanged is mostly Belgium too. Of a
 * municipality near the diagonal that does not show.
 */
export function liesElsewhere(areas: Bounds | undefined, doors: Bounds | undefined): boolean {
  if (!areas || !doors) return false
  const beyond = [doors.minX - areas.minX, doors.minY - areas.minY, areas.maxX - doors.maxX, areas.maxY - doors.maxY]
  return beyond.some((metres) => metres > farthestMetres)
}
