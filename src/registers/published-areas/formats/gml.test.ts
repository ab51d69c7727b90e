import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { placesFile } from '../../../../tests/support/files/places-files.ts'
import { zipOf } from '../../../../tests/support/files/shapefile-maker.ts'
import { publishedData } from '../../../../tests/support/published-data.ts'
import { type Area, readAreas } from '../read-areas.ts'
import { surfaceOf } from '../ring-faults.ts'

async function read(path: string) {
  const file = await readAreas(path)
  try {
    const areas: Area[] = []
    for (const layer of file.layers) for await (const area of layer.areas()) areas.push(area)
    const [first] = file.layers
    return { form: file.form, system: first?.system, isStated: first?.isStated, isSwapped: first?.isSwapped, areas }
  } finally {
    file.close()
  }
}

const gml = (name: string, content: Buffer | string) => read(placesFile(name, content))
const monitor = (file: string) => publishedData(`indicators/brussels-wijkmonitoring/${file}`)
const districts = gunzipSync(readFileSync(monitor('UrbAdm_StatisticalUnits.gml.gz')))

test('the districts of Brussels in GML are those of the GeoJSON: same codes, and the same surface within a hundredth', async () => {
  const [inGml, inJson] = [
    await read(monitor('UrbAdm_StatisticalUnits.gml.gz')),
    await read(monitor('brussels-districts.geojson')),
  ]
  expect(inGml).toMatchObject({ form: 'GML', system: 'EPSG:3035', isStated: true, isSwapped: true })
  expect(inGml.areas).toHaveLength(145)
  const surfaces = new Map(inJson.areas.map(({ code, shape }) => [code, surfaceOf(shape)]))
  for (const { code, level, name, shape } of inGml.areas) {
    expect(level).toBe('district')
    expect(name).not.toBe('')
    expect(surfaceOf(shape) / (surfaces.get(code) ?? 0)).toBeCloseTo(1, 2)
  }
})

const member = (fields: string, geometry: string) => `<gml:featureMember><map:sector>${fields}
  <map:geom>${geometry}</map:geom></map:sector></gml:featureMember>`
const collection = (...members: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
  <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:map="x">
  ${members.join('\n')}</wfs:FeatureCollection>`
const fields =
  '<map:cd_sector>21001A00-</map:cd_sector><map:tx_sector_descr_nl>Kerk &amp; markt</map:tx_sector_descr_nl><map:cd_munty_refnis>21001</map:cd_munty_refnis>'
const lambert = 'srsName="urn:ogc:def:crs:EPSG::31370"'
const outside =
  '<gml:exterior><gml:LinearRing><gml:posList>150000 170000 151000 170000 151000 171000 150000 171000 150000 170000</gml:posList></gml:LinearRing></gml:exterior>'
const hole =
  '<gml:interior><gml:LinearRing><gml:posList>150400 170400 150600 170400 150600 170600 150400 170400</gml:posList></gml:LinearRing></gml:interior>'

test('a collection of a map server is read by the names of its elements, holes and several parts included', async () => {
  const geometry = `<gml:MultiSurface ${lambert}><gml:surfaceMember><gml:Polygon>${outside}${hole}</gml:Polygon></gml:surfaceMember>
    <gml:surfaceMember><gml:Polygon>${outside}</gml:Polygon></gml:surfaceMember></gml:MultiSurface>`
  const { areas, system } = await gml('sectoren.gml', collection(member(fields, geometry)))
  expect(system).toBe('EPSG:31370')
  expect(areas).toMatchObject([
    { code: '21001A00-', name: 'Kerk & markt', level: 'sector', municipality: '21001', edition: '2024', faults: [] },
  ])
  expect(areas[0]?.shape.map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 4], [5]])
})

test('points may be written one by one, with a height, or with commas', async () => {
  const corners = ['150000 170000', '151000 170000', '151000 171000', '150000 170000']
  const oneByOne = corners.map((corner) => `<gml:pos>${corner}</gml:pos>`).join('')
  const high = `<gml:posList srsDimension="3">${corners.map((corner) => `${corner} 12`).join(' ')}</gml:posList>`
  const commas = `<gml:coordinates>${corners.map((corner) => corner.replace(' ', ',')).join(' ')}</gml:coordinates>`
  for (const points of [oneByOne, high, commas]) {
    const ring = `<gml:outerBoundaryIs><gml:LinearRing>${points}</gml:LinearRing></gml:outerBoundaryIs>`
    const { areas } = await gml('a.gml', collection(member(fields, `<gml:Polygon ${lambert}>${ring}</gml:Polygon>`)))
    expect(areas[0]?.shape).toEqual([
      [
        [
          [150_000, 170_000],
          [151_000, 170_000],
          [151_000, 171_000],
          [150_000, 170_000],
        ],
      ],
    ])
  }
})

test('GML in a zip is read too', async () => {
  const text = collection(member(fields, `<gml:Polygon ${lambert}>${outside}</gml:Polygon>`))
  expect((await gml('a.zip', zipOf({ 'sectoren.gml': Buffer.from(text) }))).areas).toHaveLength(1)
})

const polygon = (points: string) =>
  `<gml:Polygon ${lambert}><gml:exterior><gml:LinearRing>${points}</gml:LinearRing></gml:exterior></gml:Polygon>`

test.each<[string, string, Buffer | string, object]>([
  ['is a web page', 'a.gml', '<!DOCTYPE html><html><p>Niet gevonden</html>', { code: 'file-kind' }],
  ['is other XML', 'a.gml', '<rss><channel/></rss>', { code: 'file-kind' }],
  ['is cut off', 'a.gml', districts.subarray(0, 60_000), { code: 'file-truncated' }],
  ['is packed and cut off', 'a.gml.gz', gzipSync(districts).subarray(0, 60_000), { code: 'file-truncated' }],
  [
    'breaks in the middle',
    'a.gml',
    districts.toString().replace('</gml:posList>', '</gml:poslist>'),
    { code: 'file-damaged' },
  ],
  ['has no features', 'a.gml', collection(), { code: 'file-kind' }],
  [
    'is one page of what a service has',
    'a.gml',
    collection(member(fields, polygon('150000 170000 151000 170000 151000 171000 150000 170000'))).replace(
      'FeatureCollection',
      'FeatureCollection numberMatched="724" numberReturned="1"',
    ),
    { code: 'part-of-answer' },
  ],
  [
    'has points',
    'a.gml',
    collection(member(fields, `<gml:Point ${lambert}><gml:pos>1 2</gml:pos></gml:Point>`)),
    { code: 'file-kind', line: 1 },
  ],
  [
    'has words for numbers',
    'a.gml',
    collection(member(fields, polygon('<gml:posList>150000 noord</gml:posList>'))),
    { code: 'value', line: 1 },
  ],
  [
    'has half a point',
    'a.gml',
    collection(member(fields, polygon('<gml:posList>150000 170000 151000</gml:posList>'))),
    { code: 'value' },
  ],
  [
    'is in another system',
    'a.gml',
    collection(member(fields, `<gml:Polygon srsName="EPSG:28992">${outside}</gml:Polygon>`)),
    { code: 'projection' },
  ],
  [
    'has no column of codes',
    'a.gml',
    collection(member('<map:naam>Dorp</map:naam>', `<gml:Polygon ${lambert}>${outside}</gml:Polygon>`)),
    { code: 'header' },
  ],
])('GML that %s is refused', async (_what, name, content, expected) => {
  await expect(gml(name, content)).rejects.toMatchObject(expected)
})
