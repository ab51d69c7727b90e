import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { counted, crs, geoJson, polygon, ring, sector } from '../../../tests/support/files/area-files.ts'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { shapefileOf, square, zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { publishedData } from '../../../tests/support/published-data.ts'
import { countAreas } from './count-areas.ts'
import { readAreas } from './read-areas.ts'

const whole = geoJson([sector('21001A00-'), sector('21001A01-')])
const wijken = shapefileOf([{ geoitem: '21001W01', naam: 'Dorp', rings: [ring] }])
const brussels = readFileSync(publishedData('geo/sectors/statbel-sectors-20220101-brussels-31370.gpkg'))
const topology = (arcs: unknown, geometry: object) =>
  JSON.stringify({ type: 'Topology', objects: { municipalities: geometry }, arcs })

function sqlite(...statements: readonly string[]): Buffer {
  const path = placesFile('made.gpkg', '')
  const database = new DatabaseSync(path)
  for (const statement of statements) database.exec(statement)
  database.close()
  return readFileSync(path)
}

const refused: readonly [string, string, () => Buffer | string, object][] = [
  ['is empty', 'sectoren.geojson', () => '', { code: 'file-kind' }],
  ['is a web page', 'sectoren.geojson', () => '<!DOCTYPE html><html></html>', { code: 'file-kind' }],
  ['is a table', 'sectoren.csv', () => 'cd_sector;naam\n21001A00-;Dorp\n', { code: 'file-kind' }],
  [
    'is JSON without areas',
    'sectoren.json',
    () => '{"facts": [1, 2]}',
    { code: 'file-kind', message: has('found none') },
  ],
  ['has no features', 'sectoren.geojson', () => geoJson([]), { code: 'file-kind' }],
  [
    'is one page of what a service has',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-'), sector('21001A01-')], { numberMatched: 724, numberReturned: 2 }),
    { code: 'part-of-answer', message: has('gave 2 of 724') },
  ],
  [
    'was cut short by ArcGIS',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-')], { properties: { exceededTransferLimit: true } }),
    { code: 'part-of-answer', message: has('gave 1 of more') },
  ],
  ['is cut off', 'sectoren.geojson', () => whole.slice(0, -60), { code: 'file-truncated', message: has('feature 2') }],
  [
    'lacks a comma between features',
    'sectoren.geojson',
    () => whole.replace('},{"type":"Feature"', '} {"type":"Feature"'),
    { code: 'file-damaged', message: has(`at byte ${whole.indexOf('},{"type":"Feature"') + 2}`) },
  ],
  [
    'has a feature that is no JSON',
    'sectoren.geojson',
    () => whole.replace('"Dorp"', 'Dorp'),
    { code: 'file-damaged', line: 1, message: has('feature 1: is no JSON') },
  ],
  [
    'is not UTF-8',
    'sectoren.geojson',
    () => Buffer.from(whole.replace('Dorp', 'Doël'), 'latin1'),
    { code: 'encoding', line: 1, message: has('feature 1') },
  ],
  [
    'is gzip that breaks off',
    'sectoren.geojson.gz',
    () => gzipSync(whole).subarray(0, 120),
    { code: 'file-truncated' },
  ],
  ['is gzip with a changed byte', 'sectoren.geojson.gz', () => changed(gzipSync(whole), 60), { code: 'file-damaged' }],
  ['is a zip that breaks off', 'wijken.zip', () => zipOf(wijken).subarray(0, 300), { code: 'file-kind' }],
  [
    'is a zip with a table in it',
    'wijken.zip',
    () => zipOf({ 'a.csv': Buffer.from('x') }),
    { code: 'file-kind', message: has('a.csv') },
  ],
  [
    'is a zip with two maps in it',
    'kaarten.zip',
    () => zipOf({ 'a.geojson': Buffer.from(whole), 'b.geojson': Buffer.from(whole) }),
    { code: 'file-kind', message: has('a.geojson, b.geojson') },
  ],
  ['is a GeoPackage cut off', 'sectoren.gpkg', () => brussels.subarray(0, 600_000), { code: 'file-damaged' }],
  [
    'is SQLite with other tables',
    'sectoren.gpkg',
    () => sqlite('create table sectoren (code text)'),
    { code: 'file-kind', message: has('found sectoren') },
  ],
  [
    'is a GeoPackage with points alone',
    'scholen.gpkg',
    () =>
      sqlite(
        'create table gpkg_spatial_ref_sys (srs_id integer, organization_coordsys_id integer, definition text)',
        'create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer)',
        "insert into gpkg_geometry_columns values ('scholen', 'geom', 'POINT', 31370)",
      ),
    { code: 'file-kind', message: has('only points or lines') },
  ],
  [
    'holds points',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-'), sector('21001A01-', { type: 'Point', coordinates: [150_000, 170_000] })]),
    { code: 'file-kind', line: 2, message: has('is a Point') },
  ],
  [
    'has coordinates that are text',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-', { type: 'Polygon', coordinates: [[['150000', '170000']]] })]),
    { code: 'value', line: 1 },
  ],
  [
    'has one area outside Belgium',
    'sectoren.geojson',
    () =>
      geoJson([
        sector('21001A00-'),
        sector('21001A01-', { type: 'Polygon', coordinates: [square(900_000, 170_000, 10)] }),
      ]),
    { code: 'outside-belgium', line: 2 },
  ],
  [
    'lies in the Netherlands and states no system',
    'wijken.geojson',
    () => geoJson([sector('21001A00-', { type: 'Polygon', coordinates: [square(155_000, 463_000, 10)] })]),
    { code: 'projection', message: has('states no system') },
  ],
  [
    'states degrees and holds metres',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-')], crs('urn:ogc:def:crs:EPSG::4326')),
    { code: 'outside-belgium', message: has('looks like EPSG:31370') },
  ],
  [
    'is in web Mercator',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-')], crs('urn:ogc:def:crs:EPSG::3857')),
    { code: 'projection', message: has('EPSG::3857') },
  ],
  [
    'is a shapefile in Lambert 50',
    'wijken.zip',
    () =>
      zipOf({
        ...wijken,
        'wijken.prj': Buffer.from(
          'PROJCS["Belge_Lambert_1950",PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000],PARAMETER["False_Northing",5400000]]',
        ),
      }),
    { code: 'projection', message: has('Belge_Lambert_1950') },
  ],
  [
    'has no column of codes',
    'sectoren.geojson',
    () => geoJson([{ type: 'Feature', properties: { OBJECTID: 1, wijk: 'Dorp' }, geometry: polygon }]),
    { code: 'header', message: has('found OBJECTID (') },
  ],
  [
    'has a code of which a spreadsheet made a number',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-'), sector(1.1002e126)]),
    { code: 'value', line: 2, column: 'cd_sector', message: has('1.1002e+126') },
  ],
  [
    'names a municipality that is none',
    'sectoren.geojson',
    () => geoJson([sector('21001A00-', polygon, { cd_munty_refnis: 'Anderlecht' })]),
    { code: 'value', line: 1, column: 'cd_munty_refnis' },
  ],
  [
    'is TopoJSON that names an arc that is not there',
    'gemeenten.topojson',
    () => topology([ring], { type: 'Polygon', arcs: [[3]], properties: { nis: '21001' } }),
    { code: 'value', message: has('arc that is not there: 3') },
  ],
]

test.each(refused)('a file of areas that %s is refused', async (_what, name, content, expected) => {
  const failure = await counted(name, content()).then(
    () => 'accepted',
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({ name: 'FileRefused', ...expected })
  expect(failure).toMatchObject({ file: has(name) })
})

test('an edition that contradicts the columns is refused', async () => {
  const dated = geoJson([sector('21001A00-', polygon, { dt_situation: '2024-01-01' })])
  const file = await readAreas(placesFile('sectoren.geojson', dated), '2025')
  await expect(countAreas(file)).rejects.toMatchObject({ code: 'value', line: 1, message: has('edition 2024') })
  file.close()
})

test('a file that is not there is refused', async () => {
  await expect(readAreas('/nergens/sectoren.geojson')).rejects.toMatchObject({ code: 'file-missing' })
})

function has(text: string): unknown {
  return expect.stringContaining(text)
}

function changed(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}
