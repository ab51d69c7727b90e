import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { placeTypes } from './place-type.ts'
import { readPoints } from './points-file.ts'

const feature = (properties: Record<string, unknown>, coordinates: readonly number[] = [5.42, 51.22], id?: string) => ({
  type: 'Feature',
  ...(id && { id }),
  properties,
  geometry: { type: 'Point', coordinates },
})
const file = (...features: readonly unknown[]) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
const placesIn = (bytes: Uint8Array) => {
  const read = readPoints(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read
}

test('a point is read by its type or by its tags, packed or not', () => {
  const bytes = file(
    feature({ osm_id: '1', type: 'library', name: 'Bib' }),
    feature({ '@id': 'node/2', amenity: 'cafe', name: 'De Hoek' }),
    feature({ shop: 'bakery' }, [5.43, 51.23], 'node/3'),
  )
  for (const sent of [bytes, gzipSync(bytes)])
    expect(placesIn(sent).places.map(({ originId, type, name }) => [originId, type, name])).toEqual([
      ['1', 'library', 'Bib'],
      ['2', 'cafe', 'De Hoek'],
      ['3', 'bakery', null],
    ])
  const [{ x, y } = { x: 0, y: 0 }] = placesIn(bytes).places
  expect([Math.round(x / 1000), Math.round(y / 1000)]).toEqual([223, 213])
})

test('what we have no place for is counted by its tag, and what is no point as such', () => {
  const read = placesIn(
    file(
      feature({ osm_id: '1', type: 'library' }),
      feature({ osm_id: '2', type: 'volcano' }),
      { ...feature({}), geometry: { type: 'Polygon', coordinates: [] } },
      { type: 'Feature', properties: null, geometry: null },
    ),
  )
  expect(read.places).toHaveLength(1)
  expect([...read.unknown]).toEqual([['volcano', 1]])
  expect(read.withoutPoint).toBe(2)
})

test('the name of a doctor’s practice stays out', () => {
  expect(placesIn(file(feature({ osm_id: '1', type: 'doctors', name: 'Dr. Peeters' }))).places[0]?.name).toBeNull()
})

describe('another file is refused with why', () => {
  test.each([
    ['no JSON', Buffer.from('osm_id,type'), 'notJson'],
    ['areas', file({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [] } }), 'notPoints'],
    ['nothing', file(), 'notPoints'],
    ['another country', file(feature({ type: 'library' }, [139.7, 35.7])), 'elsewhere'],
    ['gzip that is damaged', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'notJson'],
  ] as const)('%s', (_what, bytes, reason) => {
    expect(readPoints(bytes)).toBe(reason)
  })
})

test('the points of nineteen municipalities as extracted in 2015 are read', () => {
  const { places, unknown } = placesIn(
    readFileSync(publishedData('facilities/osm-2015-poi-seed-municipalities.geojson.gz')),
  )
  const count = (type: string) => places.filter((place) => place.type === type).length
  expect(count('library')).toBe(26)
  expect(count('pharmacy')).toBe(134)
  expect(count('transitStop')).toBe(4307 + 292 + 52 + 1)
  expect(places.length + [...unknown.values()].reduce((sum, many) => sum + many, 0)).toBe(6944)
})

test('every tag means one type', () => {
  const tags = placeTypes.flatMap(({ openStreetMap }) => openStreetMap)
  expect(new Set(tags).size).toBe(tags.length)
})
