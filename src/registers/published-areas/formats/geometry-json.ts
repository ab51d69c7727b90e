import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Point, Ring, Shape } from '../geometry.ts'

/** The shape of a GeoJSON geometry, empty for none; refuses points and lines, and coordinates that are no numbers. */
export function shapeOfGeometry(geometry: unknown, spot: Spot): Shape {
  if (geometry === null || geometry === undefined) return []
  if (!isRecord(geometry)) return refuse('value', spot, 'has a geometry that is no object.')
  const { type, coordinates, geometries } = geometry
  if (type === 'Polygon') return [polygonOf(coordinates, spot)]
  if (type === 'MultiPolygon') return listOf(coordinates, spot).map((polygon) => polygonOf(polygon, spot))
  if (type === 'GeometryCollection') return listOf(geometries, spot).flatMap((one) => shapeOfGeometry(one, spot))
  return refuseKind(String(type), spot)
}

/** Refuses a geometry that encloses nothing. */
export function refuseKind(kind: string, spot: Spot): never {
  return refuse(
    'file-kind',
    spot,
    `is a ${kind}; expected areas: Polygon or MultiPolygon. Fetch the file of the areas.`,
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function polygonOf(coordinates: unknown, spot: Spot): readonly Ring[] {
  return listOf(coordinates, spot).map((ring) => listOf(ring, spot).map((point) => pointOf(point, spot)))
}

function listOf(value: unknown, spot: Spot): readonly unknown[] {
  return Array.isArray(value) ? value : refuse('value', spot, 'has coordinates that are no lists of points.')
}

function pointOf(point: unknown, spot: Spot): Point {
  const [x, y]: readonly unknown[] = Array.isArray(point) ? point : []
  if (typeof x === 'number' && typeof y === 'number') return [x, y]
  return refuse('value', spot, `has coordinates that are no numbers: ${JSON.stringify(point)?.slice(0, 40)}.`)
}
