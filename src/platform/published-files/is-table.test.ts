import { expect, test } from 'vitest'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { shapefileOf, square } from '../../../tests/support/files/shapefile-maker.ts'
import { isTable } from './is-table.ts'

const parts = shapefileOf([{ geoitem: '72043W01', naam: 'Boseind', rings: [square(228_000, 210_000, 10)] }])

test.each([
  ['the .shp of a shapefile alone', parts['wijken.shp'] ?? Buffer.alloc(0), false],
  ['the .dbf of a shapefile alone', parts['wijken.dbf'] ?? Buffer.alloc(0), false],
  ['FlatGeobuf', Buffer.from('6667620366676201', 'hex'), false],
  ['GeoJSON', Buffer.from('{"type": "FeatureCollection"}'), false],
  ['text of which the first column is called fgb', Buffer.from('fgb;naam\n'), true],
  ['text in UTF-16', Buffer.from('\uFEFFcode;naam\n', 'utf16le'), true],
])(
  'of %s it is known whether it is a table, so that whoever reads it says what to do with it',
  async (_what, content, is) => {
    expect(await isTable(placesFile('gebieden', content))).toBe(is)
  },
)
