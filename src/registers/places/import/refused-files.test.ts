import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import {
  addressesKept,
  addressHeader,
  areasZip,
  east,
  importPlacesFrom,
  municipalityIn,
  placesFile,
  west,
} from '../../../../tests/support/files/places-files.ts'
import { shapefileOf, square, zipOf } from '../../../../tests/support/files/shapefile-maker.ts'
import { openWorld, type World } from '../../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const good = shapefileOf([{ ...west, geoitem: '71009W01' }])
const row = '71009;Fout;3990;A;1;200100;200100;71009A00-'
const goodTable = [addressHeader, row].join('\n')
const wrongNeighbourhoods: readonly [string, () => Buffer, object][] = [
  ['is no zip', () => Buffer.from('geen zip'), { code: 'file-kind', line: null }],
  ['is a zip cut off at its end', () => zipOf(good).subarray(0, 300), { code: 'file-kind' }],
  ['has a changed byte', () => changed(zipOf(good), 250), { code: 'file-damaged' }],
  ['has no shapefile in it', () => zipOf({ 'leesmij.txt': Buffer.from('x') }), { code: 'file-kind' }],
  ['lacks its projection', () => zipOf(without(good, 'wijken.prj')), { code: 'file-kind' }],
  [
    'is in Lambert 2008',
    () =>
      zipOf({
        ...good,
        'wijken.prj': Buffer.from(
          'PROJCS["ETRS89_Belgian_Lambert_2008",PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",649328.0],PARAMETER["False_Northing",665262.0]]',
        ),
      }),
    { code: 'projection', line: 1, message: expect.stringContaining('ETRS89_Belgian_Lambert_2008') },
  ],
  [
    'is in degrees',
    () => zipOf({ ...good, 'wijken.prj': Buffer.from('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]') }),
    { code: 'projection', message: expect.stringContaining('GCS_WGS_1984') },
  ],
  [
    'has other columns',
    () => zipOf(shapefileOf([west], ['CODE', 'NAME'])),
    { code: 'header', message: expect.stringContaining('geoitem and naam, found CODE, NAME') },
  ],
  [
    'has a code that is none',
    () =>
      zipOf(
        shapefileOf([
          { ...west, geoitem: '71009W01' },
          { ...east, geoitem: 'W02' },
        ]),
      ),
    { code: 'value', line: 2, column: 'geoitem' },
  ],
  [
    'has a name in another encoding',
    () => zipOf({ ...good, 'wijken.dbf': changed(good['wijken.dbf'] ?? Buffer.alloc(0), 160, 0xeb) }),
    { code: 'encoding', line: 1, column: 'naam' },
  ],
  [
    'lies outside Belgium',
    () => zipOf(shapefileOf([{ ...west, geoitem: '71009W01', rings: [square(4, 51, 1)] }])),
    { code: 'outside-belgium', line: 1 },
  ],
  ['knows another municipality only', () => zipOf(shapefileOf([west])), { code: 'no-neighbourhoods' }],
  [
    'has a code twice',
    () =>
      zipOf(
        shapefileOf([
          { ...west, geoitem: '71009W01' },
          { ...east, geoitem: '71009W01' },
        ]),
      ),
    { code: 'doubled', column: 'geoitem' },
  ],
  [
    'has fewer shapes than names',
    () => zipOf({ ...good, 'wijken.shp': shapefileOf([])['wijken.shp'] ?? Buffer.alloc(0) }),
    { code: 'file-truncated', line: 1 },
  ],
  [
    'ends in the middle of a shape',
    () => zipOf({ ...good, 'wijken.shp': (good['wijken.shp'] ?? Buffer.alloc(0)).subarray(0, 180) }),
    { code: 'file-truncated', line: 1 },
  ],
]

test.each(wrongNeighbourhoods)(
  'a file of neighbourhoods that %s is refused whole',
  async (_what, content, expected) => {
    const done = await importPlacesFrom(
      world,
      '71009',
      placesFile('wijken.zip', content()),
      placesFile('adressen.csv', goodTable),
    )
    expect(done.exitCode).toBe(1)
    expect(done.json.error).toMatchObject(expected)
    expect(done.json.error?.file).toContain('wijken.zip')
    expect(await nothingOf('71009')).toBe(true)
  },
)

const wrongAddresses: readonly [string, Buffer | string, object][] = [
  ['is empty', '', { code: 'file-kind' }],
  ['is a spreadsheet', Buffer.from('PK\x03\x04xxxx'), { code: 'file-kind' }],
  ['has another header', 'nis,street\n1,2\n', { code: 'header', line: 1, column: 'nis' }],
  [
    'has a coordinate that is no number',
    `${goodTable}\n${row.replace('200100', 'west')}`,
    { code: 'value', line: 3, column: 'x_31370' },
  ],
  [
    'has a decimal comma',
    `${addressHeader}\n${row.replace(';200100;200100', ';200100,5;200100')}`,
    { code: 'value', line: 2, column: 'x_31370' },
  ],
  [
    'has degrees',
    `${addressHeader}\n${row.replace(';200100;200100', ';4.35;50.85')}`,
    { code: 'outside-belgium', line: 2, column: 'x_31370' },
  ],
  [
    'has no house number',
    `${addressHeader}\n${row.replace(';1;', ';;')}`,
    { code: 'value', line: 2, column: 'house_number' },
  ],
  [
    'has a sector code that a spreadsheet made a number',
    `${addressHeader}\n${row.replace('71009A00-', '1,1002E+126')}`,
    { code: 'value', line: 2, column: 'cd_sector' },
  ],
  [
    'has a wrong row of another municipality',
    `${goodTable}\n71010;Elders;39;A;1;200100;200100;`,
    { code: 'value', line: 3, column: 'postal_code' },
  ],
  ['has a row with a column too many', `${goodTable}\n${row};x`, { code: 'row-shape', line: 3 }],
  ['has a quotation mark that stays open', `${goodTable}\n71009;"Fout;3990;A;1;1;1;`, { code: 'row-shape' }],
  [
    'is in Latin 1',
    Buffer.from(`${addressHeader}\n${row.replace(';A;', ';Caf\u00e9straat;')}`, 'latin1'),
    { code: 'encoding', line: 2, column: 'street' },
  ],
  ['is in UTF-16', Buffer.from(`\uFEFF${goodTable}`, 'utf16le'), { code: 'encoding', line: 1 }],
  ['is a gzip that was cut off', gzipSync(manyRows(3000)).subarray(0, 4000), { code: 'file-truncated' }],
  ['is a damaged gzip', changed(gzipSync(manyRows(3000)), 2000), { code: 'file-damaged' }],
  [
    'knows other municipalities only',
    `${addressHeader}\n${row.replaceAll('71009', '71010')}`,
    { code: 'no-addresses', column: 'nis' },
  ],
]

test.each(wrongAddresses)('a table of addresses that %s is refused whole', async (_what, content, expected) => {
  const done = await importPlacesFrom(
    world,
    '71009',
    placesFile('wijken.zip', zipOf(good)),
    placesFile('adressen.csv', content),
  )
  expect(done.exitCode).toBe(1)
  expect(done.json.error).toMatchObject(expected)
  expect(done.json.error?.file).toContain('adressen.csv')
  expect(await nothingOf('71009')).toBe(true)
})

test('a mistake at the end of a long table leaves what was there before as it was', async () => {
  const zip = areasZip({ ...west, geoitem: '71011W01' })
  const done = await importPlacesFrom(
    world,
    '71011',
    zip,
    placesFile('a.csv', manyRows(10).replaceAll('71009', '71011')),
  )
  const before = await addressesKept(world, municipalityIn(done))
  const long = `${manyRows(5000).replaceAll('71009', '71011')}71011;Fout;3990;A;1;geen;200100;`
  const refused = await importPlacesFrom(world, '71011', zip, placesFile('a.csv', long))
  expect(refused.json.error).toMatchObject({ code: 'value', line: 5002, column: 'x_31370' })
  expect(await addressesKept(world, municipalityIn(done))).toEqual(before)
})

test('a file that is not there is named', async () => {
  const done = await importPlacesFrom(world, '71009', '/nergens/nergens.zip', placesFile('a.csv', goodTable))
  expect(done.json.error).toMatchObject({ code: 'file-missing', file: 'nergens.zip' })
})

test('for people the refusal is a sentence, and nothing is on standard output', async () => {
  const args = ['import', 'places', '--municipality', '71009', '--neighbourhoods', placesFile('w.zip', zipOf(good))]
  const done = await meernet(
    world,
    ...args,
    '--addresses',
    placesFile('a.csv', `${addressHeader}\n${row.replace('200100', 'west')}`),
  )
  expect(done.exitCode).toBe(1)
  expect(done.out).toBe('')
  expect(done.err).toMatch(
    /^Refused; nothing was changed\. .*a\.csv, line 2, column x_31370: expected a number of metres.*found "west"/,
  )
})

test('a command typed wrong says what is missing, as JSON when asked', async () => {
  const done = await meernet(world, 'import', 'places', '--json', '--municipality', '7200')
  expect(done.exitCode).toBe(1)
  expect(done.json.error).toMatchObject({ code: 'usage', message: expect.stringContaining('five digits') })
})

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, index) =>
    row.replace(';1;', `;${index + 1};`).replace('200100', String(200_100 + ((index * 7919) % 800))),
  )
  return `${addressHeader}\n${rows.join('\n')}\n`
}

function without(files: Readonly<Record<string, Buffer>>, name: string): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))
}

function changed(content: Buffer, at: number, value = (content[at] ?? 0) ^ 0xff): Buffer {
  const copy = Buffer.from(content)
  copy[at] = value
  return copy
}

async function nothingOf(nis: string): Promise<boolean> {
  const { owner } = world.database
  const municipality = await owner
    .selectFrom('municipalities.municipality')
    .select('id')
    .where('nis_code', '=', nis)
    .executeTakeFirst()
  const area = await owner.selectFrom('places.area').select('id').where('nis_code', '=', nis).executeTakeFirst()
  return municipality === undefined && area === undefined
}
