import { type Bounds, boundsOf, type Point, type Shape } from '../../published-areas/index.ts'

/** Towns everybody knows: the capitals of the provinces, and Brussels. */
export const towns = [
  'brussels',
  'antwerp',
  'ghent',
  'bruges',
  'leuven',
  'hasselt',
  'wavre',
  'mons',
  'namur',
  'liege',
  'arlon',
] as const
export type Town = (typeof towns)[number]

/** Clockwise from the north. */
export const directions = [
  'north',
  'northEast',
  'east',
  'southEast',
  'south',
  'southWest',
  'west',
  'northWest',
] as const
export type Direction = (typeof directions)[number]

/** Where something lies, as people say it. */
export type WhereItLies = { readonly town: Town; readonly direction: Direction; readonly kilometres: number }

/** Capitals of the provinces and the country: middles in Lambert 72 kilometres, to a kilometre. */
const middles: Readonly<Record<Town, Point>> = {
  brussels: [149, 171],
  antwerp: [152, 212],
  ghent: [105, 194],
  bruges: [70, 212],
  leuven: [174, 175],
  hasselt: [218, 181],
  wavre: [168, 156],
  mons: [121, 127],
  namur: [185, 128],
  liege: [236, 148],
  arlon: [253, 41],
}

/**
 * Where shapes lie from the nearest of those towns. Who knows the municipality sees at once that north and east were exchanged, also where
 * no address tells; undefined without a shape.
 */
export function nearestTown(shapes: readonly Shape[]): WhereItLies | undefined {
  const box = boundsOf(shapes.flat())
  if (!box) return undefined
  const middle = middleOf(box)
  const [nearest] = towns
    .map((town) => ({ town, east: middle[0] - middles[town][0], north: middle[1] - middles[town][1] }))
    .toSorted((one, other) => Math.hypot(one.east, one.north) - Math.hypot(other.east, other.north))
  if (!nearest) return undefined
  const { town, east, north } = nearest
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  const direction = directions[(eighth + directions.length) % directions.length] ?? 'north'
  return { town, direction, kilometres: Math.round(Math.hypot(east, north)) }
}

const middleOf = ({ minX, minY, maxX, maxY }: Bounds): Point => [(minX + maxX) / 2000, (minY + maxY) / 2000]
