import { isInBelgium, type Point, placedPoints, type Ring, type Shape, surfaceOf } from '../../published-areas/index.ts'

/**
 * The border of a neighbourhood that somebody draws: one closed line of corners in whole Lambert 72 metres. As text, one corner a
 * line, east before north in metres (`160120 200340`) or north before east in degrees (`51.0543 4.3975`); or GeoJSON with one
 * polygon.
 */
export type Corners = readonly Point[]

const mostCorners = 1000

/** Fewer doors than this would point at people (P13): about 1 to 4 nothing is ever said. */
export const fewestDoors = 5

/** Below this no share may be shown (P13), so little can be said about such a neighbourhood. */
export const fewDoors = 20

export type BorderFault =
  | 'unreadable'
  | 'several-areas'
  | 'too-few-corners'
  | 'too-many-corners'
  | 'outside-belgium'
  | 'crosses-itself'
  | 'no-doors'
  | 'too-few-doors'

/** Reads typed corners or pasted GeoJSON. Corners that follow on the same spot, and the first one repeated, count once. */
export function readCorners(text: string): Corners | BorderFault {
  const points = text.trimStart().startsWith('{') ? pointsOfGeoJson(text) : pointsOfLines(text)
  if (typeof points === 'string') return points
  const placed = points[0] === undefined ? [] : placedPoints(points)
  if (placed === undefined) return 'outside-belgium'
  const corners = placed.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const apart = corners.filter((corner, place) => !isSame(corner, corners[place - 1]))
  const open = apart.length > 1 && isSame(apart.at(-1), apart[0]) ? apart.slice(0, -1) : apart
  return open.length > mostCorners ? 'too-many-corners' : open
}

/** What is wrong with a border; nothing when it can be kept. */
export function faultOf(corners: Corners): BorderFault | undefined {
  if (corners.length < 3) return 'too-few-corners'
  if (!corners.every(isInBelgium)) return 'outside-belgium'
  if (crossesItself(corners) || surfaceOf(shapeOf(corners)) === 0) return 'crosses-itself'
  return undefined
}

/** Whether so many doors make a neighbourhood. */
export function doorFault(doors: number): BorderFault | undefined {
  if (doors === 0) return 'no-doors'
  return doors < fewestDoors ? 'too-few-doors' : undefined
}

/** The border as a shape. */
export const shapeOf = (corners: Corners): Shape => [[[...corners, ...corners.slice(0, 1)]]]

/** The corners of a shape that was drawn. */
export const cornersOf = (shape: Shape): Corners => shape[0]?.[0]?.slice(0, -1) ?? []

/** Corners as they are typed. */
export const textOf = (corners: Corners): string =>
  corners.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('\n')

/** Whether two sides that are no neighbours meet, or a side turns back over the one before it. */
function crossesItself(corners: Corners): boolean {
  const sides = corners.map((from, place) => ({ from, to: corners[(place + 1) % corners.length] ?? from }))
  return sides.some((side, place) =>
    sides.slice(place + 1).some((other, beyond) => {
      const isNext = beyond === 0
      const isBefore = place === 0 && beyond === sides.length - 2
      if (isNext) return turnsBack(side.from, side.to, other.to)
      return isBefore ? turnsBack(other.from, other.to, side.to) : meet(side, other)
    }),
  )
}

type Side = { readonly from: Point; readonly to: Point }

/** Whole metres keep this exact. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

function turnsBack(from: Point, corner: Point, to: Point): boolean {
  const ahead = (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1])
  return turn(from, corner, to) === 0 && ahead < 0
}

function meet(one: Side, other: Side): boolean {
  const [a, b] = [turn(one.from, one.to, other.from), turn(one.from, one.to, other.to)]
  const [c, d] = [turn(other.from, other.to, one.from), turn(other.from, other.to, one.to)]
  if (a !== b && c !== d) return true
  return (
    (a === 0 && isBeside(one, other.from)) ||
    (b === 0 && isBeside(one, other.to)) ||
    (c === 0 && isBeside(other, one.from)) ||
    (d === 0 && isBeside(other, one.to))
  )
}

const isBeside = ({ from, to }: Side, [x, y]: Point) =>
  Math.min(from[0], to[0]) <= x &&
  x <= Math.max(from[0], to[0]) &&
  Math.min(from[1], to[1]) <= y &&
  y <= Math.max(from[1], to[1])

const isSame = (one: Point | undefined, other: Point | undefined) => one?.[0] === other?.[0] && one?.[1] === other?.[1]

function pointsOfLines(text: string): Corners | BorderFault {
  const lines = text.split('\n').map((line) => line.trim())
  const points = lines.filter((line) => line !== '').map((line) => line.split(/[\s;]+|,\s+/).map(numberOf))
  if (points.some((numbers) => numbers.length !== 2 || numbers.some((number) => !Number.isFinite(number))))
    return 'unreadable'
  return points.map(([first = 0, second = 0]): Point => [first, second])
}

/** `51,0543` is written too. */
const numberOf = (text: string) => (/^-?[0-9]+([.,][0-9]+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN)

function pointsOfGeoJson(text: string): Corners | BorderFault {
  let found: readonly unknown[]
  try {
    found = polygonsIn(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
  const [polygon] = found
  if (found.length > 1 || (Array.isArray(polygon) && polygon.length > 1)) return 'several-areas'
  const ring: unknown = Array.isArray(polygon) ? polygon[0] : undefined
  return isRing(ring) ? ring : 'unreadable'
}

/** The coordinates of all polygons in a GeoJSON object. */
function polygonsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, features, geometry, geometries, coordinates } = value as Readonly<Record<string, unknown>>
  if (type === 'Polygon') return [coordinates]
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates
  if (type === 'Feature') return polygonsIn(geometry)
  const inside = type === 'FeatureCollection' ? features : geometries
  return Array.isArray(inside) ? inside.flatMap(polygonsIn) : []
}

const isRing = (value: unknown): value is Ring =>
  Array.isArray(value) &&
  value.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]))
