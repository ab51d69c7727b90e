import { type ExtendedFeature, geoIdentity, geoPath } from 'd3-geo'
import type { Bounds, Point, Shape } from '../../published-areas/index.ts'

/** From Lambert 72 metres to the picture: north up, a margin around. */
export type MapProjection = {
  readonly width: number
  readonly height: number
  /** The way back: metres to one unit of the picture, and the Lambert 72 place of its upper left corner. */
  readonly metresPerUnit: number
  readonly corner: Point
  point(place: Point): Point
  /** SVG path data of an area, or of a line through points. */
  area(shape: Shape): string
  /** The same in whole units, without points that coincide then: a third of the text where hundreds of areas are drawn. */
  outline(shape: Shape): string
  line(points: readonly Point[]): string
  /** SVG path data of a dot at each point. */
  dots(points: readonly Point[]): string
}

const width = 800
const margin = 16
const tallest = 900

/** A projection in which all of `shapes` and `points` fit; undefined when there is nothing to show. */
export function mapProjection(shapes: readonly Shape[], points: readonly Point[] = []): MapProjection | undefined {
  const box = boxAround(shapes, points)
  if (!box) return undefined
  const { minX: left, minY: low, maxX: right, maxY: high } = box
  // A single door has no size of its own: it gets a hundred metres around it.
  const [wide, tall] = [Math.max(right - left, 100), Math.max(high - low, 100)]
  const scale = Math.min((width - 2 * margin) / wide, (tallest - 2 * margin) / tall)
  const height = Math.round(tall * scale + 2 * margin)
  const west = (left + right) / 2 - width / 2 / scale
  const north = (low + high) / 2 + height / 2 / scale
  const toSheet = ([x, y]: Point): Point => [(x - west) * scale, (north - y) * scale]
  const project = geoIdentity()
    .reflectY(true)
    .scale(scale)
    .translate([width / 2 - ((left + right) / 2) * scale, height / 2 + ((low + high) / 2) * scale])
  const draw = geoPath(project).digits(1)
  return {
    width,
    height,
    metresPerUnit: 1 / scale,
    corner: [west, north],
    outline: (shape) => shape.flatMap((rings) => rings.map((ring) => ringPath(ring, toSheet))).join(''),
    point: (place) => project([...place]) ?? [0, 0],
    area: (shape) =>
      draw(feature({ type: 'MultiPolygon', coordinates: shape.map((rings) => rings.map((ring) => ring.map(pair))) })) ??
      '',
    dots: (points) =>
      points
        .map((point) => draw(feature({ type: 'LineString', coordinates: [pair(point), pair(point)] })) ?? '')
        .join(''),
    line: (line) => draw(feature({ type: 'LineString', coordinates: twice(line).map(pair) })) ?? '',
  }
}

/** A place in the picture to a tenth: finer is not seen. */
export const rounded = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]

/** The smallest box around everything; undefined when there is nothing. Borders of a country have hundreds of thousands of points. */
function boxAround(shapes: readonly Shape[], points: readonly Point[]): Bounds | undefined {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const grow = (line: readonly Point[]) => {
    for (const [x, y] of line) {
      box.minX = Math.min(box.minX, x)
      box.minY = Math.min(box.minY, y)
      box.maxX = Math.max(box.maxX, x)
      box.maxY = Math.max(box.maxY, y)
    }
  }
  for (const shape of shapes) for (const rings of shape) for (const ring of rings) grow(ring)
  grow(points)
  return box.minX === Infinity ? undefined : box
}

/** Relative steps in whole units between the points that stay apart; nothing for a ring that shrinks to less than a triangle. */
function ringPath(ring: readonly Point[], toSheet: (place: Point) => Point): string {
  let path = ''
  let [fromX, fromY, steps] = [0, 0, 0]
  for (const place of ring) {
    const [x, y] = toSheet(place)
    const [toX, toY] = [Math.round(x), Math.round(y)]
    if (path === '') path = `M${toX} ${toY}l`
    else if (toX !== fromX || toY !== fromY) {
      path += `${toX - fromX} ${toY - fromY} `
      steps += 1
    } else continue
    ;[fromX, fromY] = [toX, toY]
  }
  return steps < 3 ? '' : `${path.trimEnd()}z`
}

const pair = ([x, y]: Point): [number, number] => [x, y]

/** A line of one point is drawn as a dot: to itself. */
const twice = (line: readonly Point[]) => (line.length === 1 ? [...line, ...line] : line)

const feature = (geometry: ExtendedFeature['geometry']): ExtendedFeature => ({
  type: 'Feature',
  properties: {},
  geometry,
})
