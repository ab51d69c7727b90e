/**
 * Plane geometry in Lambert 72 metres. A shape is the coordinates of a GeoJSON MultiPolygon: polygons of rings of points, the
 * first ring of a polygon its outside, the others its holes.
 */
export type Point = readonly [x: number, y: number]
export type Ring = readonly Point[]
export type Shape = readonly (readonly Ring[])[]

/** A box along the axes. */
export type Bounds = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }

/** The smallest box around `shape`, of NaN when a coordinate is none; undefined when it has no points. */
export function boundsOf(shape: Shape): Bounds | undefined {
  // A country has millions of points: nothing is made for each.
  let [minX, minY, maxX, maxY, sum] = [Infinity, Infinity, -Infinity, -Infinity, 0]
  for (const rings of shape)
    for (const ring of rings)
      for (const point of ring) {
        sum += point[0] + point[1]
        if (point[0] < minX) minX = point[0]
        if (point[0] > maxX) maxX = point[0]
        if (point[1] < minY) minY = point[1]
        if (point[1] > maxY) maxY = point[1]
      }
  if (Number.isNaN(sum)) return { minX: sum, minY: sum, maxX: sum, maxY: sum }
  return minX === Infinity ? undefined : { minX, minY, maxX, maxY }
}

/** Whether `shape` covers the point. A point on a border is covered, on the border of a hole too. */
export function covers(shape: Shape, point: Point): boolean {
  return shape.some(([outside, ...holes]) => {
    if (!outside) return false
    const place = placeIn(outside, point)
    if (place !== 'inside') return place === 'border'
    return holes.every((hole) => placeIn(hole, point) !== 'inside')
  })
}

/** Where to write the name of `shape`: the centre of mass of its largest polygon. That may lie outside a horseshoe. */
export function middleOf(shape: Shape): Point {
  const rings = shape.flatMap(([outside]) => (outside ? [outside] : []))
  const [largest] = rings.toSorted((one, other) => areaOf(other) - areaOf(one))
  return largest?.[0] ? centreOfMass(largest, largest[0]) : [0, 0]
}

/** Counts crossings of a ray to the right; each edge owns its lower end, so a corner counts once. */
function placeIn(ring: Ring, [x, y]: Point): 'inside' | 'outside' | 'border' {
  let isInside = false
  for (const [index, [endX, endY]] of ring.entries()) {
    const [startX, startY] = ring[index === 0 ? ring.length - 1 : index - 1] ?? [endX, endY]
    const side = (endX - startX) * (y - startY) - (endY - startY) * (x - startX)
    const isBeside =
      Math.min(startX, endX) <= x &&
      x <= Math.max(startX, endX) &&
      Math.min(startY, endY) <= y &&
      y <= Math.max(startY, endY)
    if (side === 0 && isBeside) return 'border'
    if (startY > y !== endY > y && side > 0 === endY > startY) isInside = !isInside
  }
  return isInside ? 'inside' : 'outside'
}

/** Measured from `origin`, a corner, because far from it the differences would drown in rounding. */
function centreOfMass(ring: Ring, [originX, originY]: Point): Point {
  let [twice, sumX, sumY] = [0, 0, 0]
  for (const [index, corner] of ring.entries()) {
    const before = ring[index === 0 ? ring.length - 1 : index - 1] ?? corner
    const [startX, startY] = [before[0] - originX, before[1] - originY]
    const [endX, endY] = [corner[0] - originX, corner[1] - originY]
    const cross = startX * endY - endX * startY
    twice += cross
    sumX += (startX + endX) * cross
    sumY += (startY + endY) * cross
  }
  return twice === 0 ? [originX, originY] : [originX + sumX / (3 * twice), originY + sumY / (3 * twice)]
}

/** Surface of a ring, square metres, without sign. */
export function areaOf(ring: Ring): number {
  let twice = 0
  let previous = ring.at(-1)
  for (const point of ring) {
    // There is one before, for there is this one.
    const before = previous ?? point
    twice += before[0] * point[1] - point[0] * before[1]
    previous = point
  }
  return Math.abs(twice) / 2
}
