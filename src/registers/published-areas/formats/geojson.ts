import { refusePartOfAnswer } from '../../../platform/published-files/part-of-answer.ts'
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Feature, FeatureFile } from '../feature.ts'
import { systemNamed } from '../reference-system.ts'
import { isRecord, shapeOfGeometry } from './geometry-json.ts'
import { type JsonText, parsed, piecesOf } from './json-text.ts'
import { topoJsonFile } from './topojson.ts'

/**
 * Areas in JSON: GeoJSON (read feature by feature) or TopoJSON. Reads the text to its end once, so that a file that is cut off
 * or damaged is refused before its first area is used, and because its system may stand behind the features.
 */
export async function jsonFile(text: JsonText, name: string): Promise<FeatureFile> {
  const { spot } = text
  const members = new Map<string, unknown>()
  let features = 0
  for await (const piece of piecesOf(text, ['features'])) {
    if (piece.element !== undefined) features = piece.element
    else members.set(piece.member, parsed(piece, spot))
  }
  const type = members.get('type')
  if (type === 'Topology') return topoJsonFile(members, spot)
  if (members.has('geometryType') && type === undefined)
    refuse('file-kind', spot, 'is JSON of ArcGIS. Export it as GeoJSON.')
  if (type !== 'FeatureCollection')
    return refuse(
      'file-kind',
      spot,
      `is JSON without areas: expected "type" FeatureCollection or Topology, found ${JSON.stringify(type) ?? 'none'}.`,
    )
  if (features === 0) refuse('file-kind', spot, 'has no features in it.')
  refusePartOfAnswer(Object.fromEntries(members), features, spot)
  const stated = systemNamed(nameOf(members.get('crs')), spot)
  const layerName = members.get('name')
  const layer = {
    name: typeof layerName === 'string' ? layerName : name,
    stated,
    features: () => featuresOf(text),
  }
  return { form: 'GeoJSON', layers: [layer], close: () => undefined }
}

async function* featuresOf(text: JsonText): AsyncGenerator<Feature> {
  for await (const piece of piecesOf(text, ['features'])) {
    if (piece.element === undefined) continue
    const spot: Spot = { ...text.spot, feature: piece.element }
    yield featureIn(parsed(piece, text.spot), spot)
  }
}

/** A feature as its file holds it; refuses what is none. */
export function featureIn(feature: unknown, spot: Spot): Feature {
  if (!isRecord(feature) || feature.type !== 'Feature') return refuse('value', spot, 'is no Feature of GeoJSON.')
  const fields = isRecord(feature.properties) ? feature.properties : {}
  return { spot, fields, shape: shapeOfGeometry(feature.geometry, spot) }
}

/** The name in the `crs` member of GeoJSON before 2016: `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}}`. */
function nameOf(crs: unknown): string | undefined {
  if (!isRecord(crs)) return undefined
  const { properties } = crs
  if (isRecord(properties)) {
    const name = properties.name ?? properties.code ?? properties.href
    if (typeof name === 'string' || typeof name === 'number') return String(name)
  }
  return JSON.stringify(crs)
}
