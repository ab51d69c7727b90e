import { expect, test } from 'vitest'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { odsOf } from '../../../tests/support/files/workbook-maker.ts'
import { openTables } from './open-tables.ts'

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
const number = (value: string, more = '', kind = 'float') =>
  `<table:table-cell office:value-type="${kind}" office:value="${value}"${more}><text:p>getoond</text:p></table:table-cell>`
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const table = (rows: string, more = '') => `<table:table table:name="Blad1"${more}>${rows}</table:table>`

async function read(content: Buffer) {
  const { tables, close } = await openTables(placesFile('tabel.ods', content))
  const sheets = []
  for (const { sheet, isHidden, rows } of tables) {
    const held = []
    for await (const batch of rows()) held.push(...batch)
    sheets.push({ sheet, isHidden, rows: held })
  }
  close()
  return sheets
}

test('rows in a group that is folded, and those that are printed on every page, are rows like others', async () => {
  const rows = [
    `<table:table-header-rows>${row(cell('wijk'), cell('n'))}</table:table-header-rows>`,
    row(cell('A'), number('1')),
    `<table:table-row-group table:display="false">${row(cell('B'), number('2'))}<table:table-row-group>${row(cell('C'), number('3'))}</table:table-row-group></table:table-row-group>`,
    row(cell('D'), number('4')),
  ]
  const [sheet] = await read(odsOf(table(rows.join(''))))
  expect(sheet?.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, 'wijk', 'n'],
    [2, 'A', '1'],
    [3, 'B', '2'],
    [4, 'C', '3'],
    [5, 'D', '4'],
  ])
})

test('a cell has its value, its text without remarks, and nothing where it is covered', async () => {
  const remark = '<office:annotation><text:p>nog nazien</text:p></office:annotation>'
  const rows = [
    row(
      `<table:table-cell office:value-type="string">${remark}<text:p>Sint<text:s/>-<text:span>Jan</text:span></text:p></table:table-cell>`,
      '<table:table-cell office:value-type="date" office:date-value="2023-01-01T00:00:00"><text:p>01/01/23</text:p></table:table-cell>',
      number('1234.50', ' table:number-columns-repeated="2"'),
      '<table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell>',
      '<table:table-cell table:formula="of:=[.A1]+1"/>',
      '<table:table-cell table:number-columns-repeated="16378"/>',
    ),
    '<table:table-row table:number-rows-repeated="7"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    row(cell('onder')),
    '<table:table-row table:number-rows-repeated="1048567"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  ]
  const [sheet] = await read(odsOf(table(rows.join(''))))
  expect(sheet?.rows).toEqual([
    { line: 1, cells: ['Sint -Jan', '2023-01-01', '1234.5', '1234.5', '', '=[.A1]+1'] },
    { line: 9, cells: ['onder'] },
  ])
})

test('it is said which numbers are shown as percentages, which cells are merged, and which sheet is hidden', async () => {
  const styles =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const merged =
    '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Aandeel</text:p></table:table-cell>'
  const rows = `${row(cell('wijk'), merged, '<table:covered-table-cell/>')}${row(cell('A'), number('0.251', '', 'percentage'), number('3'))}`
  const [hidden, shown] = await read(odsOf(`${table(rows, ' table:style-name="ta2"')}${table(rows)}`, { styles }))
  expect([hidden?.isHidden, shown?.isHidden]).toEqual([true, false])
  expect(shown?.rows[0]?.merged).toEqual(new Set([2]))
  expect(shown?.rows[1]).toEqual({ line: 2, cells: ['A', '0.251', '3'], percentages: new Set([1]) })
})

test.each([
  ['closed with a password', odsOf(table(''), { manifest: '<encryption-data/>' }), 'password'],
  ['cut off within', odsOf('<table:table table:name="x">'), 'file-damaged'],
  [
    'a sheet of a row that stands there a million times',
    odsOf(table(`<table:table-row table:number-rows-repeated="1000000">${cell('x').repeat(9)}</table:table-row>`)),
    'too-large',
  ],
])('a workbook that is %s is refused', async (_what, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code })
})
