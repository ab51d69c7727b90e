import { type ExtendedFeature, geoIdentity, geoPath } from 'd3-geo'
import type { Point, Shape } from '../../published-areas/index.ts'

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
  const all = [...shapes.flat(3), ...points]
  if (all.length === 0) return undefined
  const everything = feature({ type: 'MultiPoint', coordinates: all.map(([x, y]) => [x, y]) })
  // A single door has no size of its own: it gets a hundred metres around it.
  const [[left, low], [right, high]] = geoPath().bounds(everything)
  const [wide, tall] = [Math.max(right - left, 100), Math.max(high - low, 100)]
  const scale = Math.min((width - 2 * margin) / wide, (tallest - 2 * margin) / tall)
  const height = Math.round(tall * scale + 2 * margin)
  const project = geoIdentity()
    .reflectY(true)
    .scale(scale)
    .translate([width / 2 - ((left + right) / 2) * scale, height / 2 + ((low + high) / 2) * scale])
  const draw = geoPath(project).digits(1)
  return {
    width,
    height,
    metresPerUnit: 1 / scale,
    corner: [(left + right) / 2 - width / 2 / scale, (low + high) / 2 + height / 2 / scale],
    outline: (shape) =>
      shape
        .flatMap((rings) => rings.map((ring) => ringPath(ring.map((place) => project(pair(place)) ?? [0, 0]))))
        .join(''),
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

/** Relative steps between the points that stay apart; nothing for a ring that shrinks to less than a triangle. */
function ringPath(ring: readonly Point[]): string {
  const whole = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const points = whole.filter(([x, y], place) => {
    const before = whole[place - 1]
    return !before || x !== before[0] || y !== before[1]
  })
  const [first, ...rest] = points
  if (!first || rest.length < 3) return ''
  let [x, y] = first
  const steps = rest.slice(0, -1).map(([toX, toY]) => {
    const step = `${toX - x} ${toY - y}`
    ;[x, y] = [toX, toY]
    return step
  })
  return `M${first[0]} ${first[1]}l${steps.join(' ')}z`
}

const pair = ([x, y]: Point): [number, number] => [x, y]

/** A line of one point is drawn as a dot: to itself. */
const twice = (line: readonly Point[]) => (line.length === 1 ? [...line, ...line] : line)

const feature = (geometry: ExtendedFeature['geometry']): ExtendedFeature => ({
  type: 'Feature',
  properties: {},
  geometry,
})
