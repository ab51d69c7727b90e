import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { publishedData } from '../../../tests/support/published-data.ts'
import { zipOf } from '../../../tests/support/shapefile-maker.ts'
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

const packed = gzipSync(Buffer.from(text.repeat(500)))
const zipped = zipOf({ 'tabel.txt': Buffer.from(text.repeat(500)) })
test.each([
  ['empty', '', 'file-kind', /is empty/],
  ['blank', ' \r\n \r\n', 'file-kind', /is empty/],
  ['a web page', '\n<!DOCTYPE html><html><body>404</body></html>', 'file-kind', /is a web page/],
  ['JSON without facts', '{"facts": []}', 'file-kind', /not one list of facts/],
  ['JSON with two lists', '{"a": [{"x": 1}], "b": [{"x": 1}]}', 'file-kind', /not one list of facts/],
  ['JSON that breaks off', '[{"code": "72025A00-"}, {"co', 'file-damaged', /no whole JSON/],
  ['JSON with lists in its facts', '[{"code": ["72025A00-"]}]', 'value', /expected one value/],
  ['UTF-16', Buffer.from('\uFEFFa;b', 'utf16le'), 'encoding', /is in UTF-16/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'file-kind', /is no text/],
  ['a gzip that breaks off', packed.subarray(0, packed.length - 20), 'file-truncated', /is cut off/],
  ['a damaged gzip', changed(packed, 30), 'file-damaged', /is damaged/],
  ['a zip that breaks off', zipped.subarray(0, zipped.length - 40), 'file-kind', /is cut off/],
  ['a damaged zip', changed(zipped, 60), 'file-damaged', /is damaged/],
  [
    'a zip with several tables',
    zipOf({ 'a.csv': Buffer.from('x'), 'b.csv': Buffer.from('y') }),
    'file-kind',
    /a.csv, b.csv/,
  ],
  ['a workbook that is none', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-damaged', /is damaged, or no workbook/],
])('a file that is %s is refused before its first row, and says what to do', async (_what, content, code, sentence) => {
  await expect(tablesIn('tabel.csv', content)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) })
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
}, 60_000)

function changed(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}
