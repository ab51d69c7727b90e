import { expect, test } from 'vitest'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { shapefileOf, square, zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { countAreas } from './count-areas.ts'
import { type Area, readAreas } from './read-areas.ts'
import type { SaidColumns } from './said-columns.ts'

/** What is read of a file, and what is remarked about it. */
async function read(name: string, content: Buffer | string, said?: SaidColumns) {
  const file = await readAreas(placesFile(name, content), '2024', said)
  try {
    const areas: Area[] = []
    const { remarks } = await countAreas(file, undefined, (area) => areas.push(area))
    return { areas, remarks, kinds: remarks.map(({ kind }) => kind) }
  } finally {
    file.close()
  }
}

const refusal = (name: string, content: Buffer | string, said?: SaidColumns) =>
  read(name, content, said).then(
    () => 'accepted',
    ({ message }: Error) => message,
  )

const ring = square(150_000, 170_000, 1_000)
const feature = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const collection = (...features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const sector = { cd_sector: '21001A00-', tx_sector_descr_nl: 'Dorp', cd_munty_refnis: '21001' }

test('of a city that names its columns in an own way, whoever imports says which holds the code and of what', async () => {
  const city = collection(feature({ objectid: 7, wijknr: 12, wijk: 'Brugse Poort', nis: '44021' }))
  expect(
    await refusal('wijken.geojson', collection(feature({ objectid: 7, wijknr: 12, wijk: 'Brugse Poort' }))),
  ).toContain('found objectid (7), wijknr (12), wijk (Brugse Poort). Say which column holds the code')
  const said = { code: 'WIJKNR', level: 'neighbourhood', name: 'wijk', municipality: 'nis' } as const
  expect((await read('wijken.geojson', city, said)).areas).toMatchObject([
    { code: '12', name: 'Brugse Poort', level: 'neighbourhood', municipality: '44021', edition: '2024' },
  ])
  expect(await refusal('wijken.geojson', city, { ...said, name: 'naam' })).toContain('has not all of the columns')
})

test('a sector that is said to be one still has the code of one', async () => {
  const said = { code: 'id', level: 'sector' } as const
  expect(await refusal('wijken.geojson', collection(feature({ id: 12 })), said)).toContain('expected a code such as')
})

test('a column that has the name of a level and holds names is not taken for its code', async () => {
  const properties = { Gemeente: 'Pelt', NIS9: '72025A00-', naam: 'Centrum' }
  expect((await read('sectoren.geojson', collection(feature(properties)))).areas).toMatchObject([
    { code: '72025A00-', level: 'sector', name: 'Centrum' },
  ])
})

test('sectors are sectors, though the municipality stands beside them', async () => {
  const properties = { nis: '72043', statsec: '72025A00-', naam: 'Centrum' }
  expect((await read('kaart.geojson', collection(feature(properties)))).areas).toMatchObject([{ level: 'sector' }])
})

test('an open-data portal writes its codes as lists of one', async () => {
  const properties = { mun_code: ['72043'], mun_name_nl: ['Pelt'], sec_code: ['72025A00-'], sec_name_nl: ['Centrum'] }
  expect((await read('georef.geojson', collection(feature(properties)))).areas).toMatchObject([
    { code: '72025A00-', name: 'Centrum', municipality: '72043' },
  ])
})

test('GeoJSON with a feature a line is read, with the sign of a record or without', async () => {
  const line = JSON.stringify(feature(sector))
  for (const content of [`${line}\n${line}\n`, `\u001e${line}\n\u001e${line}\n`, `\ufeff${line}\r\n${line}`])
    expect((await read('sectoren.geojsonl', content)).areas).toHaveLength(2)
  expect(await refusal('sectoren.ndjson', `${line}\n${line.slice(0, 40)}`)).toContain('line 2: is no JSON on a line')
})

const good = shapefileOf([{ geoitem: '21001W01', naam: 'Meir', rings: [ring] }])
const renamed = (change: (name: string) => string) =>
  Object.fromEntries(Object.entries(good).map(([name, content]) => [change(name), content]))

test('the parts of a shapefile belong together whatever the case of their endings', async () => {
  const upper = zipOf(renamed((name) => name.toUpperCase()))
  expect((await read('WIJKEN.zip', upper)).areas).toMatchObject([{ code: '21001W01', name: 'Meir' }])
})

test('a zip with several shapefiles gives a layer of each, and those of points are passed over', async () => {
  const points = Buffer.from(good['wijken.shp'] ?? '')
  points.writeInt32LE(1, 32)
  const other = shapefileOf([{ geoitem: '7', naam: 'Haltes', rings: [ring] }], ['id', 'naam'])
  const zip = zipOf({
    ...good,
    ...renamed((name) => `scholen/${name}`),
    'scholen/wijken.shp': points,
    'haltes.shp': other['wijken.shp'] ?? Buffer.alloc(0),
    'haltes.dbf': other['wijken.dbf'] ?? Buffer.alloc(0),
  })
  const { areas, remarks } = await read('alles.zip', zip)
  expect(areas).toHaveLength(1)
  expect(remarks).toContainEqual({ kind: 'layer-passed-over', layer: 'haltes' })
})

test('a record of a shapefile without a shape is remarked, as in other kinds of files', async () => {
  const shp = good['wijken.shp'] ?? Buffer.alloc(0)
  const empty = Buffer.concat([shp, Buffer.alloc(12)])
  empty.writeInt32BE(empty.length / 2, 24)
  empty.writeInt32BE(2, shp.length)
  empty.writeInt32BE(2, shp.length + 4)
  const two = shapefileOf([
    { geoitem: '21001W01', naam: 'Meir', rings: [ring] },
    { geoitem: '21001W02', naam: 'Zonder vorm', rings: [ring] },
  ])
  const { areas, kinds } = await read('wijken.zip', zipOf({ ...two, 'wijken.shp': empty }))
  expect(areas.map(({ shape }) => shape.length)).toEqual([1, 0])
  expect(kinds).toContain('no-shape')
})

test('objects of TopoJSON that are points are passed over beside areas', async () => {
  const topology = {
    type: 'Topology',
    arcs: [ring],
    objects: {
      schools: { type: 'Point', coordinates: [150_000, 170_000] },
      sectors: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: sector }] },
    },
  }
  expect((await read('kaart.topojson', JSON.stringify(topology))).areas).toMatchObject([{ code: '21001A00-' }])
})

test('names of a shapefile that does not say its encoding are read as UTF-8, and else as those of Windows', async () => {
  const { 'wijken.cpg': _cpg, ...unsaid } = good
  const named = (bytes: Buffer) => {
    const dbf = Buffer.from(good['wijken.dbf'] ?? '')
    bytes.copy(dbf, dbf.indexOf('Meir'))
    return dbf
  }
  for (const encoding of ['utf8', 'latin1'] as const) {
    const dbf = named(Buffer.from('Liè', encoding))
    const [area] = (await read('wijken.zip', zipOf({ ...unsaid, 'wijken.dbf': dbf }))).areas
    expect(area?.name.slice(0, 3)).toBe('Liè')
  }
  const contradicting = zipOf({ ...good, 'wijken.dbf': named(Buffer.from('Liè', 'latin1')) })
  expect(await refusal('wijken.zip', contradicting)).toContain('not in the encoding its .cpg says')
})

test.each([
  ['wijken.shp', good['wijken.shp'] ?? '', 'is the .shp of a shapefile alone'],
  ['wijken.dbf', good['wijken.dbf'] ?? '', 'is the .dbf of a shapefile alone'],
  ['wijken.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>', 'is KML'],
  ['wijken.json', '{"geometryType":"esriGeometryPolygon","features":[{}]}', 'is JSON of ArcGIS'],
  ['wijken.json', `[${JSON.stringify(feature(sector))}]`, 'is a list in JSON'],
  ['wijken.geojson', Buffer.from(`\ufeff${collection(feature(sector))}`, 'utf16le'), 'is text in UTF-16'],
])('%s, which is another kind of file, is refused with what to do', async (name, content, words) => {
  expect(await refusal(name, content)).toContain(words)
})
