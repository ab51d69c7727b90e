/**
 * Points of OpenStreetMap as GeoJSON, the way people export them: `properties.type`, or the tags themselves (`amenity`, `shop`, `leisure`
 * …) with `@id` or `osm_id`. Example: `{"type": "Feature", "properties": {"osm_id": "16474195", "type": "library", "name": "Bib"}, "geometry":
 * {"type": "Point", "coordinates": [5.42, 51.22]}}`. Of what is not a point the file has no place to draw: it is left out and counted.
 */
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Point, placedPoints } from '../../../registers/published-areas/index.ts'
import { typeOfTag } from './place-type.ts'

/** A place out of a file; Lambert 72 metres. */
export type FilePlace = {
  readonly originId: string
  readonly type: string
  readonly name: string | null
  readonly x: number
  readonly y: number
}

/** What a file holds: places of types we know, and what is left out, counted by its tag. */
export type PointsFile = {
  readonly places: readonly FilePlace[]
  readonly unknown: ReadonlyMap<string, number>
  readonly withoutPoint: number
}

export type PointsRefusal = 'notJson' | 'notPoints' | 'tooLarge' | 'elsewhere'

/** Unpacked; a province has less. */
const mostBytes = 96 * 1024 * 1024

/** Reads a file of points, gzip or plain; a reason when it is something else, or does not lie in Belgium. */
export function readPoints(bytes: Uint8Array): PointsFile | PointsRefusal {
  const content = contentOf(bytes)
  if (content === 'notJson' || content === 'tooLarge') return content
  const parsed = collectionSchema.safeParse(content)
  if (!parsed.success) return 'notPoints'
  const features = parsed.data.features.flatMap((feature) => featureSchema.safeParse(feature).data ?? [])
  const pointed = features.flatMap(({ geometry, ...feature }) =>
    geometry?.type === 'Point' ? [{ ...feature, at: geometry.coordinates }] : [],
  )
  if (pointed.length === 0) return 'notPoints'
  const placed = placedPoints(pointed.map(({ at: [x, y] }): Point => [x, y]))
  if (!placed) return 'elsewhere'
  const unknown = new Map<string, number>()
  const places = new Map<string, FilePlace>()
  pointed.forEach(({ properties, id }, at) => {
    const [x, y] = placed[at] ?? [Number.NaN, Number.NaN]
    const tag = tagIn(properties)
    const type = typeOfTag(tag)
    if (type === undefined) unknown.set(tag, (unknown.get(tag) ?? 0) + 1)
    else if (Number.isFinite(x) && Number.isFinite(y)) {
      const originId = idIn(properties, id) ?? `${Math.round(x)} ${Math.round(y)} ${type}`
      places.set(originId, { originId, type, name: nameIn(properties, type), x: rounded(x), y: rounded(y) })
    }
  })
  return { places: [...places.values()], unknown, withoutPoint: parsed.data.features.length - pointed.length }
}

function contentOf(bytes: Uint8Array): unknown {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  try {
    const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes
    return JSON.parse(new TextDecoder('utf-8').decode(plain))
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'notJson'
  }
}

const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const featureSchema = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z
    .union([
      z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      z.object({ type: z.string() }).transform(() => undefined),
    ])
    .nullish(),
})

type Properties = Readonly<Record<string, unknown>> | null | undefined

/** Tags in which OpenStreetMap says what something is, in the order in which they count. */
const tags = ['type', 'amenity', 'shop', 'leisure', 'tourism', 'railway', 'highway', 'public_transport', 'office']

function tagIn(properties: Properties): string {
  const values = tags.flatMap((tag) => textIn(properties, tag) ?? [])
  return values.find((value) => typeOfTag(value) !== undefined) ?? values[0] ?? ''
}

function idIn(properties: Properties, id: string | number | undefined): string | undefined {
  const found = textIn(properties, 'osm_id') ?? textIn(properties, '@id') ?? (id === undefined ? undefined : String(id))
  return found?.replace(/^node\//, '').slice(0, 60)
}

/** NOTE a doctor's practice is called after the doctor: of those the name stays out. */
function nameIn(properties: Properties, type: string): string | null {
  return type === 'healthPractice' ? null : (textIn(properties, 'name')?.slice(0, 200) ?? null)
}

function textIn(properties: Properties, key: string): string | undefined {
  const value = properties?.[key]
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

const rounded = (metres: number) => Math.round(metres * 10) / 10
