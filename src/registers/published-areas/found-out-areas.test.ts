import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { counted, crs, geoJson, polygon, ring, sector } from '../../../tests/support/files/area-files.ts'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { shapefileOf, square, zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { publishedData } from '../../../tests/support/published-data.ts'
import { readAreas } from './read-areas.ts'

const wijken = shapefileOf([{ geoitem: '21001W01', naam: 'Dorp', rings: [ring] }])
const brussels = readFileSync(publishedData('geo/sectors/statbel-sectors-20220101-brussels-31370.gpkg'))

test('an island keeps its hole, in GeoJSON and in a shapefile', async () => {
  const hole = square(150_200, 170_200, 500, true)
  const inJson = await counted(
    'sectoren.geojson',
    geoJson([sector('21001A00-', { type: 'Polygon', coordinates: [ring, hole] })]),
  )
  const inShapefile = await counted(
    'wijken.zip',
    zipOf(shapefileOf([{ geoitem: '21001W01', naam: 'Dorp', rings: [ring, hole] }])),
  )
  expect(inJson.levels).toMatchObject([{ squareKilometres: 0.75 }])
  expect(inShapefile.levels).toMatchObject([{ squareKilometres: 0.75 }])
})

test('a shapefile without its system is read by its coordinates, and that is said', async () => {
  const { 'wijken.prj': _system, ...others } = wijken
  expect(await counted('wijken.zip', zipOf(others))).toMatchObject({ system: 'EPSG:31370', isStated: false })
})

test('north before east is seen and turned', async () => {
  const turned = [
    [50.8, 4.3],
    [50.81, 4.3],
    [50.81, 4.31],
    [50.8, 4.3],
  ]
  const { system, isSwapped, bounds } = await counted(
    'sectoren.geojson',
    geoJson([sector('21001A00-', { type: 'Polygon', coordinates: [turned] })], crs('EPSG:4326')),
  )
  expect({ system, isSwapped }).toEqual({ system: 'EPSG:4326', isSwapped: true })
  expect(bounds?.minX).toBeGreaterThan(140_000)
  expect(bounds?.maxX).toBeLessThan(150_000)
})

test('the same area in Lambert 2008 and in ETRS89-LAEA lies in the same place', async () => {
  const inLambert2008 = geoJson([
    sector('21001A00-', { type: 'Polygon', coordinates: [square(649_328, 665_262, 1_000)] }),
  ])
  const stated = geoJson(
    [sector('21001A00-', { type: 'Polygon', coordinates: [square(649_328, 665_262, 1_000)] })],
    crs('EPSG:3812'),
  )
  const guessed = await counted('sectoren.geojson', inLambert2008)
  expect(guessed).toMatchObject({ system: 'EPSG:3812', isStated: false })
  expect((await counted('sectoren.geojson', stated)).bounds).toEqual(guessed.bounds)
  const european = geoJson([
    sector('21001A00-', { type: 'Polygon', coordinates: [square(3_925_000, 3_095_000, 1_000)] }),
  ])
  expect(await counted('sectoren.geojson', european)).toMatchObject({ system: 'EPSG:3035', isStated: false })
})

test('a GeoPackage is read packed too, and the edition is that of the day of its borders', async () => {
  const packed = await counted('sectoren.gpkg.zip', zipOf({ 'sectoren.gpkg': brussels }))
  expect(packed).toMatchObject({ areas: 724, system: 'EPSG:31370', isStated: true })
  const later = geoJson([sector('21001A00-', polygon, { dt_situation: '2026-01-01' })])
  expect((await counted('sectoren.geojson', later)).levels).toMatchObject([{ level: 'sector', edition: '2025' }])
})

test('columns of which a shapefile kept ten characters are known, and a day without hyphens', async () => {
  const columns = ['cd_sector', 'tx_sector_', 'cd_munty_r', 'dt_situati']
  const values = ['21001A00-', 'Dorp', '21001', '20240101']
  const feature = {
    type: 'Feature',
    properties: Object.fromEntries(columns.map((column, index) => [column, values[index]])),
    geometry: polygon,
  }
  const file = await readAreas(placesFile('sectoren.geojson', geoJson([feature])))
  const areas = []
  for (const layer of file.layers) for await (const area of layer.areas()) areas.push(area)
  file.close()
  expect(areas).toMatchObject([{ code: '21001A00-', name: 'Dorp', municipality: '21001', edition: '2024' }])
})

test('the names of the columns of the edition of 2025 are known', async () => {
  const feature = {
    type: 'Feature',
    properties: { CS01012025: '72043A00-', T_SEC_NL: 'Centrum', CNIS5_2025: '72043' },
    geometry: polygon,
  }
  expect((await counted('sectoren.geojson', geoJson([feature]))).levels).toMatchObject([
    { level: 'sector', edition: '2025', withMunicipality: 1, municipalities: 1 },
  ])
})
