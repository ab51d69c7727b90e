import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers } from '../../published-areas/index.ts'
import {
  type BorderFault,
  type Corners,
  cornersOf,
  doorFault,
  faultOf,
  readCorners,
  shapeOf,
  textOf,
} from './border.ts'

const mostCorners = 1000
const square = '160000 200000\n160000 200400\n160400 200400\n160400 200000'
const corners: Corners = [
  [160_000, 200_000],
  [160_000, 200_400],
  [160_400, 200_400],
  [160_400, 200_000],
]

test('corners are read in metres, however they are separated, and a repeated first one closes nothing twice', () => {
  expect(readCorners(square)).toEqual(corners)
  expect(readCorners(square.replaceAll(' ', ', '))).toEqual(corners)
  expect(readCorners(`${square}\n160000 200000\n`)).toEqual(corners)
})

test('degrees are brought to metres, north first as people write them or east first as files do', () => {
  const churchOfPelt = [51.2156, 5.4213] as const
  const north = readCorners(`${churchOfPelt[0]} ${churchOfPelt[1]}\n51.22 5.43\n51.21 5.43`)
  const east = readCorners('5.4213 51.2156\n5.43 51.22\n5.43 51.21')
  expect(north).toEqual(east)
  expect(typeof north === 'string' ? north : north[0]?.map((metres) => Math.round(metres / 1000))).toEqual([224, 212])
})

test('a border may have a thousand corners, and the first one repeated, as files close theirs, is none more', () => {
  const around = Array.from({ length: mostCorners }, (_, at): [number, number] => {
    const turn = (2 * Math.PI * at) / mostCorners
    return [Math.round(160_000 + 5000 * Math.cos(turn)), Math.round(200_000 + 5000 * Math.sin(turn))]
  })
  const closed = (ring: readonly (readonly [number, number])[]) =>
    readCorners(JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] }))
  expect(closed(around)).toHaveLength(mostCorners)
  expect(closed([...around, [160_000, 200_000]])).toBe('too-many-corners')
})

test('GeoJSON with one polygon is read, also from inside a collection', () => {
  const ring = [...corners, corners[0]]
  const polygon = { type: 'Polygon', coordinates: [ring] }
  expect(readCorners(JSON.stringify(polygon))).toEqual(corners)
  const feature = { type: 'Feature', properties: {}, geometry: polygon }
  expect(readCorners(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))).toEqual(corners)
})

test.each<[string, string, BorderFault]>([
  ['words', 'bij de kerk', 'unreadable'],
  ['a lone number', '160000', 'unreadable'],
  ['broken GeoJSON', '{"type":"Polygon"', 'unreadable'],
  ['GeoJSON of a point', '{"type":"Point","coordinates":[4,51]}', 'unreadable'],
  ['Paris', '48.85 2.35\n48.86 2.36\n48.85 2.37', 'outside-belgium'],
  ['two polygons', JSON.stringify({ type: 'MultiPolygon', coordinates: [[corners], [corners]] }), 'several-areas'],
])('%s is no border', (_what, text, fault) => {
  expect(readCorners(text)).toBe(fault)
})

test.each<[string, Corners, BorderFault | undefined]>([
  ['a square', corners, undefined],
  ['two corners', corners.slice(0, 2), 'too-few-corners'],
  [
    'a bow tie',
    [corners[0], corners[2], corners[1], corners[3]].flatMap((corner) => (corner ? [corner] : [])),
    'crosses-itself',
  ],
  [
    'corners on one line',
    [
      [160_000, 200_000],
      [160_100, 200_000],
      [160_200, 200_000],
    ],
    'crosses-itself',
  ],
  [
    'a side that only touches another',
    [
      [160_000, 200_000],
      [160_400, 200_000],
      [160_400, 200_400],
      [160_200, 200_000],
      [160_000, 200_400],
    ],
    'crosses-itself',
  ],
  [
    'a corner in the North Sea off Norfolk',
    [
      [160_000, 200_000],
      [160_000, 400_000],
      [160_400, 200_000],
    ],
    'outside-belgium',
  ],
  [
    'a corner halfway a straight side',
    [
      [160_000, 200_000],
      [160_200, 200_000],
      [160_400, 200_000],
      [160_400, 200_400],
    ],
    undefined,
  ],
])('%s: %s', (_what, drawn, fault) => {
  expect(faultOf(drawn)).toBe(fault)
})

test('P13: an area with fewer than five doors is no neighbourhood', () => {
  expect([0, 1, 4, 5].map(doorFault)).toEqual(['no-doors', 'too-few-doors', 'too-few-doors', undefined])
})

const aroundTheChurch = fc.uniqueArray(fc.double({ min: 0, max: 6.28, noNaN: true }), {
  minLength: 3,
  maxLength: 12,
  comparator: (one, other) => Math.abs(one - other) < 0.05,
})

test('corners that go round a spot make a border that can be kept, whatever the corner it begins with, and survive being typed', () => {
  fc.assert(
    fc.property(aroundTheChurch, fc.nat(11), (angles, first) => {
      const sorted = angles.toSorted((one, other) => one - other)
      fc.pre(widestGap(sorted) < 3)
      const round = sorted.map(
        (angle) => [160_000 + Math.round(900 * Math.cos(angle)), 200_000 + Math.round(900 * Math.sin(angle))] as const,
      )
      const turned = [...round.slice(first % round.length), ...round.slice(0, first % round.length)]
      expect(faultOf(turned)).toBeUndefined()
      expect(readCorners(textOf(turned))).toEqual(turned)
      expect(cornersOf(shapeOf(turned))).toEqual(turned)
      expect(covers(shapeOf(turned), [160_000, 200_000])).toBe(true)
    }),
  )
})

const widestGap = (angles: readonly number[]) =>
  Math.max(...angles.map((angle, place) => (angles[place + 1] ?? (angles[0] ?? 0) + 2 * Math.PI) - angle))

test('whatever is typed or pasted comes to corners or to what is wrong with them', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(51.05, 4.4, 160_000, 200_000, 4e6, 3e6, 91, 1e300))
  const lines = fc
    .array(fc.tuple(number, number), { maxLength: 6 })
    .map((pairs) => pairs.map((pair) => pair.join(' ')).join('\n'))
  const ring = fc.array(fc.array(fc.oneof(number, fc.string(), fc.constant(null)), { maxLength: 4 }))
  const type = fc.constantFrom('Polygon', 'MultiPolygon', 'Feature', 'FeatureCollection', 'GeometryCollection', 'Point')
  const geojson = fc
    .record({
      type,
      coordinates: fc.oneof(ring, fc.array(ring), fc.anything()),
      features: fc.anything(),
      geometry: fc.anything(),
    })
    .map((value) => JSON.stringify(value) ?? '{')
  const first = fc.constantFrom('', '51.05 4.4\n', '160000 200000\n', '4000000 3100000\n', '600000 650000\n')
  fc.assert(
    fc.property(first, fc.oneof(lines, geojson, fc.string()), (start, text) => {
      const read = readCorners(start + text)
      if (typeof read !== 'string') faultOf(read)
      expect(typeof read === 'string' || Array.isArray(read)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
