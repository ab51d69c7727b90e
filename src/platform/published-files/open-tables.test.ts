import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { workbookOf } from '../../../tests/support/files/workbook-maker.ts'
import { publishedData } from '../../../tests/support/published-data.ts'
import { factTable } from './fact-list.ts'
import { openTables } from './open-tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-tables-'))
let files = 0

function fileOf(name: string, content: Buffer | string): string {
  files += 1
  const path = join(folder, `${files}-${name}`)
  writeFileSync(path, content)
  return path
}

async function tablesIn(name: string, content: Buffer | string) {
  const { tables, close } = await openTables(fileOf(name, content))
  const read = []
  for (const table of tables) {
    const cells: (readonly string[])[] = []
    for await (const batch of table.rows()) cells.push(...batch.map((row) => row.cells))
    read.push({ sheet: table.sheet, form: table.form, remarks: table.remarks, cells })
  }
  close()
  return read
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

const text = 'code|naam\r\n72025A00-|Centrum\r\n11002E122|Dok Zuid\r\n'
const cells = [
  ['code', 'naam'],
  ['72025A00-', 'Centrum'],
  ['11002E122', 'Dok Zuid'],
]

test.each([
  ['plain', text],
  ['with a byte order mark', `\uFEFF${text}`],
  ['with commas', text.replaceAll('|', ',')],
  ['with semicolons', text.replaceAll('|', ';')],
  ['with tabs', text.replaceAll('|', '\t')],
  ['in gzip', gzipSync(text)],
  ['alone in a zip', zipOf({ 'tabel.txt': Buffer.from(text) })],
  ['in UTF-16, as spreadsheets save "Unicode text"', utf16(text.replaceAll('|', '\t'))],
  ['in UTF-16 with the greater half first', utf16(text).swap16()],
  ['in UTF-16 without a mark, as Statbel published one year', Buffer.from(text, 'utf16le')],
  ['in UTF-16 without a mark, the greater half first', Buffer.from(text, 'utf16le').swap16()],
  ['in UTF-16 in gzip', gzipSync(utf16(text))],
  ['in a zip beside an explanation', zipOf({ 'lees.pdf': Buffer.from('x'), 'tabel.txt': Buffer.from(text) })],
])('a table %s is the same table, and its codes stay text', async (_how, content) => {
  expect((await tablesIn('tabel', content))[0]?.cells).toEqual(cells)
})

test('a workbook gives each sheet as a table, numbers as their shortest text and days as days', async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: 'een',
        rows: [
          ['code', 'waarde', 'dag'],
          ['11002E122', 0.1 + 0.2, new Date('2023-01-01')],
          [null, 41002, null],
        ],
      },
      { name: 'twee', rows: [['x'], ['VS']] },
    ],
  })
  const [one, two] = await tablesIn('tabel.xlsx', Buffer.from(content))
  expect(one?.sheet).toBe('een')
  expect(one?.cells[1]).toEqual(['11002E122', '0.30000000000000004', '2023-01-01'])
  expect(one?.cells[2]?.slice(0, 2)).toEqual(['', '41002'])
  expect(two).toMatchObject({ sheet: 'twee', cells: [['x'], ['VS']] })
})

test('text in UTF-16 keeps its signs and its lines, however long, and is said to be so', async () => {
  const row = 'Café\t"twee\nregels"\t€ 5\t😀\n'
  const [table] = await tablesIn('tabel.txt', utf16(`naam\ttekst\tprijs\tteken\n${row.repeat(3000)}`))
  expect(table).toMatchObject({ form: { encoding: 'utf-16le', delimiter: 'tab' }, remarks: [] })
  expect(table?.cells.slice(1).every((cells) => cells.join('|') === 'Café|twee\nregels|€ 5|😀')).toBe(true)
  expect(table?.cells).toHaveLength(3001)
})

test('text that is not UTF-8 is read as windows-1252, and that is said', async () => {
  const [table] = await tablesIn('tabel.csv', Buffer.from('naam;prijs\nCaf\xe9;\x80 5\n', 'latin1'))
  expect(table).toMatchObject({
    remarks: ['not-utf-8'],
    cells: [
      ['naam', 'prijs'],
      ['Café', '€ 5'],
    ],
  })
})

test('a text that does not end with a line break may be cut off: that is said', async () => {
  expect((await tablesIn('tabel.csv', 'a,b\n1,2'))[0]?.remarks).toEqual(['ends-within-line'])
})

test('the same file has the same hash, packed or not it is another file', async () => {
  const hashOf = async (content: Buffer | string) => (await openTables(fileOf('tabel', content))).sha256
  expect(await hashOf(text)).toBe(await hashOf(text))
  expect(await hashOf(text)).not.toBe(await hashOf(gzipSync(text)))
})

test.each([
  ['alone', '[{"code": "72025A00-", "n": 3}, {"code": "11002E122", "m": NaN}]'],
  ['under a name', '{"dataset": "x", "facts": [{"code": "72025A00-", "n": 3}, {"code": "11002E122", "m": NaN}]}'],
  ['in gzip', gzipSync('\uFEFF[{"code": "72025A00-", "n": 3}, {"code": "11002E122", "m": NaN}]')],
  [
    'with how many there are, when all are there',
    '{"total_count": 2, "results": [{"code": "72025A00-", "n": 3}, {"code": "11002E122", "m": NaN}]}',
  ],
])('a list of facts in JSON %s is a table: every name a column, every value as text', async (_how, content) => {
  const [table] = await tablesIn('feiten.json', content)
  expect(table).toMatchObject({
    form: { form: 'JSON' },
    cells: [
      ['code', 'n', 'm'],
      ['72025A00-', '3', ''],
      ['11002E122', '', 'NaN'],
    ],
  })
})

test('a formula without its value is no empty cell: the cell says the formula, and one that came to nothing is empty', async () => {
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row>',
    '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v>2</v></c><c r="AA2"><f>SUM(A1)</f><v/></c></row>',
    '<row r="3"><c r="A3" t="str"><f>IF(1,"")</f><v></v></c><c r="B3"><v>7</v></c></row>',
  ]
  for (const made of [{}, { prefix: 'x:' }, { book: 'workbook22' }]) {
    const [table] = await tablesIn('formules.xlsx', workbookOf({ rows, ...made }))
    expect(table?.cells[1]?.filter((cell) => cell !== '')).toEqual(['=1+1', '2', '=SUM(A1)'])
    expect(table?.cells[1]?.[26]).toBe('=SUM(A1)')
    expect(table?.cells[2]).toEqual(['', '7'])
  }
})

test('a sheet that is hidden says so', async () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  const isHidden = async (state: string) => {
    const { tables, close } = await openTables(fileOf('bladen.xlsx', workbookOf({ rows: [row], state })))
    close()
    return tables[0]?.isHidden
  }
  expect([await isHidden('visible'), await isHidden('hidden'), await isHidden('veryHidden')]).toEqual([
    false,
    true,
    true,
  ])
})

test('a fact with its place on a map beside it is the fact, and the place is text that is no figure', async () => {
  const [flat] = await tablesIn('wijken.json', '[{"wijk": "A", "n": 3, "geo_point_2d": {"lon": 3.7, "lat": 51}}]')
  expect(flat?.cells[1]).toEqual(['A', '3', '{"lon":3.7,"lat":51}'])
  const wrapped = '[{"recordid": "1", "fields": {"wijk": "A", "n": 3}, "geometry": {"type": "Point"}}]'
  expect((await tablesIn('wijken.json', wrapped))[0]?.cells).toEqual([
    ['wijk', 'n'],
    ['A', '3'],
  ])
  const collection =
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properties": {"n": 3}}]}'
  expect((await tablesIn('wijken.geojson', collection))[0]?.cells).toEqual([['n'], ['3']])
})

const closedWorkbook = Buffer.from(
  await writeXlsx({ sheets: [{ name: 'een', rows: [['code'], [1]] }], encryption: { password: 'geheim' } }),
)
const packed = gzipSync(Buffer.from(text.repeat(500)))
const zipped = zipOf({ 'tabel.txt': Buffer.from(text.repeat(500)) })
test.each([
  ['empty', '', 'file-kind', /is empty/],
  ['blank', ' \r\n \r\n', 'file-kind', /is empty/],
  ['nothing but a byte order mark', '\uFEFF', 'file-kind', /is empty/],
  ['a web page', '\n<!DOCTYPE html><html><body>404</body></html>', 'web-page', /is a web page/],
  ['JSON without facts', '{"facts": []}', 'file-kind', /not one list of facts/],
  ['JSON with two lists', '{"a": [{"x": 1}], "b": [{"x": 1}]}', 'file-kind', /not one list of facts/],
  ['JSON that breaks off', '[{"code": "72025A00-"}, {"co', 'file-damaged', /no whole JSON/],
  ['UTF-16 that breaks off', utf16(text).subarray(0, -1), 'encoding', /breaks off within a sign/],
  ['UTF-16 with half a sign in it', utf16('a;b\n\uD83D;1\n'), 'encoding', /is damaged/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'file-kind', /is no text/],
  ['a gzip that breaks off', packed.subarray(0, packed.length - 20), 'file-truncated', /is cut off/],
  ['a damaged gzip', changed(packed, 30), 'file-damaged', /is damaged/],
  ['a zip that breaks off', zipped.subarray(0, zipped.length - 40), 'file-kind', /is cut off/],
  ['a damaged zip', changed(zipped, 60), 'file-damaged', /is damaged/],
  ['a zip that is closed with a password', closed(zipped), 'password', /is closed with a password/],
  [
    'a workbook in a zip that unpacks to gigabytes',
    inflated(zipOf({ 'a.xlsx': Buffer.from('x') })),
    'too-large',
    /500 MB/,
  ],
  ['broken into lines by old programs', 'a;b\r1;2\r', 'line-breaks', /breaks its lines/],
  [
    'a zip with several tables',
    zipOf({ 'a.csv': Buffer.from('x'), 'b.csv': Buffer.from('y') }),
    'several-files',
    /a.csv, b.csv/,
  ],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'file-kind', /is a PDF/],
  ['a workbook with a password', closedWorkbook, 'password', /closed with a password. Save it without one/],
  [
    'a workbook in binary form',
    zipOf({ '[Content_Types].xml': Buffer.from('x'), 'xl/workbook.bin': Buffer.from('x') }),
    'file-kind',
    /Save it as xlsx/,
  ],
  ['a zip that is packed as bzip2', bzipped(zipped), 'file-kind', /packed in a way that is not read here. Unpack it/],
  [
    'a page of the answer of a city portal',
    '{"total_count": 201, "results": [{"wijk": "A", "n": 3}, {"wijk": "B", "n": 4}]}',
    'part-of-answer',
    /the service gave 2 of 201/,
  ],
  [
    'an answer of ArcGIS that was cut short',
    '{"exceededTransferLimit": true, "features": [{"attributes": {"n": 3}}]}',
    'part-of-answer',
    /1 of more/,
  ],
  [
    'a document of a word processor',
    zipOf({ '[Content_Types].xml': Buffer.from('x'), 'word/document.xml': Buffer.from('x') }),
    'file-kind',
    /is a document or a presentation/,
  ],
  ['a workbook that is none', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-damaged', /is damaged, or no workbook/],
])('a file that is %s is refused before its first row, and says what to do', async (_what, content, code, sentence) => {
  await expect(tablesIn('tabel.csv', content)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) })
})

test('JSON that unpacks to more than can be held is refused while it is read', async () => {
  const source = {
    file: 'groot.json',
    open: async () => Readable.from([Buffer.from('[{"n": 1},'), Buffer.from('{"n": 2}]')]),
  }
  await expect(factTable(source, 12)).rejects.toMatchObject({ code: 'too-large' })
  expect((await factTable(source, 100)).form).toMatchObject({ form: 'JSON' })
})

test('a file that is not there is refused by its name', async () => {
  await expect(openTables(join(folder, 'weg.csv'))).rejects.toThrow('weg.csv: there is no such file.')
})

test('the real population file of 2015 is read whole: 457,051 rows of 22 columns', async () => {
  const { tables, close } = await openTables(
    publishedData('indicators/statbel/TF_SOC_POP_STRUCT_2015_tcm325-273262.zip'),
  )
  let [rows, cellsRead] = [0, 0]
  for await (const batch of tables[0]?.rows() ?? []) {
    rows += batch.length
    for (const row of batch) cellsRead += row.cells.length
  }
  close()
  expect([rows, cellsRead]).toEqual([457_052, 457_052 * 22])
})

/** The list at the end of a zip says that what is in it is encrypted. */
function closed(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.indexOf('PK\x01\x02')
  copy.writeUInt16LE(1, at + 8)
  copy.writeUInt16LE(8, at + 10)
  return copy
}

/** The list says that what is in it is packed in another way than zips mostly are. */
function bzipped(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  copy.writeUInt16LE(12, copy.indexOf('PK\x01\x02') + 10)
  return copy
}

/** The list says that what is in it is packed, and 600 MB long. */
function inflated(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.indexOf('PK\x01\x02')
  copy.writeUInt16LE(8, at + 10)
  copy.writeUInt32LE(600_000_000, at + 24)
  return copy
}

function changed(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}
