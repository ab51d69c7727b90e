/**
 * Looks up which of many areas covers a point. Two indexes make it fast, and neither changes an answer: a grid of square cells says
 * which areas come near a cell, and the edges of a ring stand in horizontal bands, for only those beside a point tell on which side
 * of them it lies. Bands of an area are made when a point first comes near it.
 */
import { type Bounds, boundsOf, type Point, type Ring, type Shape } from './geometry.ts'

/** Looks up which of `areas` covers a point: on a shared border the one that comes first. */
export function areaFinder<Area>(
  areas: readonly Area[],
  shapeOf: (area: Area) => Shape,
): (point: Point) => Area | undefined {
  const boxed = areas.flatMap((area) => {
    const shape = shapeOf(area)
    const box = boundsOf(shape)
    return box ? [{ area, box, covers: coveringLazily(shape) }] : []
  })
  const grid = gridOf(boxed.map(({ box }) => box))
  return (point) => {
    for (const index of grid(point)) {
      const candidate = boxed[index]
      if (candidate && isWithin(candidate.box, point) && candidate.covers(point)) return candidate.area
    }
    return undefined
  }
}

/** About as many cells as boxes: a cell then has few, whatever the size of the country. */
function gridOf(boxes: readonly Bounds[]): (point: Point) => readonly number[] {
  const all = boundsOf([
    [
      boxes.flatMap(({ minX, minY, maxX, maxY }): Point[] => [
        [minX, minY],
        [maxX, maxY],
      ]),
    ],
  ])
  if (!all) return () => []
  const size = Math.max(1, Math.sqrt(((all.maxX - all.minX) * (all.maxY - all.minY)) / boxes.length / cellsPerBox))
  const columns = Math.floor((all.maxX - all.minX) / size) + 1
  const columnOf = (x: number) => Math.floor((x - all.minX) / size)
  const rowOf = (y: number) => Math.floor((y - all.minY) / size)
  const cells = new Map<number, number[]>()
  for (const [index, { minX, minY, maxX, maxY }] of boxes.entries())
    for (let row = rowOf(minY); row <= rowOf(maxY); row += 1)
      for (let column = columnOf(minX); column <= columnOf(maxX); column += 1) {
        const cell = cells.get(row * columns + column)
        if (cell) cell.push(index)
        else cells.set(row * columns + column, [index])
      }
  return ([x, y]) => (isWithin(all, [x, y]) ? (cells.get(rowOf(y) * columns + columnOf(x)) ?? none) : none)
}

const none: readonly number[] = []
const cellsPerBox = 4

const isWithin = ({ minX, minY, maxX, maxY }: Bounds, [x, y]: Point) => x >= minX && x <= maxX && y >= minY && y <= maxY

type PlaceOf = (point: Point) => 'inside' | 'outside' | 'border'

/** As `covers` of geometry: a point on a border is covered, on the border of a hole too. */
function coveringLazily(shape: Shape): (point: Point) => boolean {
  let polygons: readonly (readonly PlaceOf[])[] | undefined
  return (point) => {
    polygons ??= shape.map((rings) => rings.map(inBands))
    return polygons.some(([outside, ...holes]) => {
      const place = outside?.(point) ?? 'outside'
      if (place !== 'inside') return place === 'border'
      return holes.every((hole) => hole(point) !== 'inside')
    })
  }
}

const edgesPerBand = 4
const mostBands = 2048

/** Edges by the bands that they touch; each as the coordinates of its start and its end. */
function inBands(ring: Ring): PlaceOf {
  const box = boundsOf([[ring]])
  if (!box) return () => 'outside'
  const count = Math.min(mostBands, Math.max(1, Math.ceil(ring.length / edgesPerBand)))
  const height = (box.maxY - box.minY) / count || 1
  const bandOf = (y: number) => Math.min(count - 1, Math.floor((y - box.minY) / height))
  const bands: number[][] = Array.from({ length: count }, () => [])
  for (const [index, [endX, endY]] of ring.entries()) {
    const [startX, startY] = ring[index === 0 ? ring.length - 1 : index - 1] ?? [endX, endY]
    for (let band = bandOf(Math.min(startY, endY)); band <= bandOf(Math.max(startY, endY)); band += 1)
      bands[band]?.push(startX, startY, endX, endY)
  }
  return (point) => (isWithin(box, point) ? placeAmong(bands[bandOf(point[1])] ?? [], point) : 'outside')
}

/** Counts crossings of a ray to the right; each edge owns its lower end, so a corner counts once. */
function placeAmong(edges: readonly number[], [x, y]: Point): 'inside' | 'outside' | 'border' {
  let isInside = false
  for (let at = 0; at < edges.length; at += 4) {
    // Four by four, as they were pushed.
    const [startX, startY] = [edges[at] as number, edges[at + 1] as number]
    const [endX, endY] = [edges[at + 2] as number, edges[at + 3] as number]
    const side = (endX - startX) * (y - startY) - (endY - startY) * (x - startX)
    if (side === 0 && isBeside(startX, endX, x) && isBeside(startY, endY, y)) return 'border'
    if (startY > y !== endY > y && side > 0 === endY > startY) isInside = !isInside
  }
  return isInside ? 'inside' : 'outside'
}

const isBeside = (one: number, other: number, between: number) =>
  one < other ? one <= between && between <= other : other <= between && between <= one
