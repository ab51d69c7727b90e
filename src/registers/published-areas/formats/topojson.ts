/**
 * TopoJSON: borders that areas share are kept once, as arcs; an area lists the arcs around it, `~n` for arc n backwards. When
 * there is a `transform`, the points of an arc are whole numbers, each but the first the step from the one before.
 * Source: The TopoJSON Format Specification, version 1.0.
 */
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Feature, FeatureFile, Layer } from '../feature.ts'
import type { Point, Ring, Shape } from '../geometry.ts'
import { isRecord, refuseKind } from './geometry-json.ts'

type Members = ReadonlyMap<string, unknown>

/** The layers of a TopoJSON, one for each of its objects; those of points and lines alone are passed over. It is held whole: these files are drawn small for the web. */
export function topoJsonFile(members: Members, spot: Spot): FeatureFile {
  const objects = members.get('objects')
  if (!isRecord(objects) || Object.keys(objects).length === 0) return refuse('file-kind', spot, 'has no objects in it.')
  const arcs = arcsOf(members, spot)
  const named = Object.entries(objects)
  const withAreas = named.filter(([, object]) => geometriesOf(object).some(isArea))
  const layers = (withAreas.length > 0 ? withAreas : named).map(
    ([name, object]): Layer => ({
      name,
      stated: undefined,
      features: () => featuresOf(object, arcs, { ...spot, sheet: name }),
    }),
  )
  return { form: 'TopoJSON', layers, close: () => undefined }
}

async function* featuresOf(object: unknown, arcs: readonly Ring[], layer: Spot): AsyncGenerator<Feature> {
  for (const [index, geometry] of geometriesOf(object).entries()) {
    const spot = { ...layer, feature: index + 1 }
    if (!isRecord(geometry)) return refuse('value', spot, 'is no geometry.')
    const fields = isRecord(geometry.properties) ? geometry.properties : {}
    yield { spot, fields: { id: geometry.id, ...fields }, shape: shapeOf(geometry, arcs, spot) }
  }
}

const geometriesOf = (object: unknown): readonly unknown[] =>
  isRecord(object) && Array.isArray(object.geometries) ? object.geometries : [object]

const isArea = (geometry: unknown) =>
  isRecord(geometry) && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')

function shapeOf({ type, arcs: parts }: Readonly<Record<string, unknown>>, arcs: readonly Ring[], spot: Spot): Shape {
  const lists = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value : refuse('value', spot, 'has arcs that are no lists of numbers.')
  const polygon = (rings: unknown) => lists(rings).map((ring) => ringOf(lists(ring), arcs, spot))
  if (type === null) return []
  if (type === 'Polygon') return [polygon(parts)]
  if (type === 'MultiPolygon') return lists(parts).map(polygon)
  return refuseKind(String(type), spot)
}

/** Arcs end to end: each begins where the one before ended. */
function ringOf(indices: readonly unknown[], arcs: readonly Ring[], spot: Spot): Ring {
  const ring: Point[] = []
  for (const index of indices) {
    const arc = typeof index === 'number' ? arcs[index < 0 ? ~index : index] : undefined
    if (!arc) return refuse('value', spot, `names an arc that is not there: ${JSON.stringify(index)}.`)
    const along = typeof index === 'number' && index < 0 ? arc.toReversed() : arc
    ring.push(...(ring.length === 0 ? along : along.slice(1)))
  }
  return ring
}

function arcsOf(members: Members, spot: Spot): readonly Ring[] {
  const arcs = members.get('arcs')
  if (!Array.isArray(arcs)) return refuse('file-kind', spot, 'has no arcs in it.')
  const transform = members.get('transform')
  const [scale, translate] = isRecord(transform) ? [pair(transform.scale), pair(transform.translate)] : []
  if (transform !== undefined && !(scale && translate)) refuse('value', spot, 'has a transform without its numbers.')
  return arcs.map((arc: unknown, index) => {
    let [x, y] = [0, 0]
    return (Array.isArray(arc) ? arc : []).map((point: unknown): Point => {
      const [first, second] =
        pair(point) ?? refuse('value', spot, `has an arc, number ${index}, that is no list of points.`)
      if (!scale || !translate) return [first, second]
      x += first
      y += second
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
}

function pair(value: unknown): Point | undefined {
  const [first, second]: readonly unknown[] = Array.isArray(value) ? value : []
  return typeof first === 'number' && typeof second === 'number' ? [first, second] : undefined
}
