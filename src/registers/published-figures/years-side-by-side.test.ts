import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { figureFile, figuresIn, figuresOf } from '../../../tests/support/files/figure-files.ts'
import { zipOf } from '../../../tests/support/files/shapefile-maker.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import { mappingSchema } from './mapping/mapping.ts'
import { type TablePreview, tablePreviews } from './mapping/table-preview.ts'
import { type ToldColumn, type ToldPeriods, toldMapping } from './mapping/told-mapping.ts'

const asked = { municipality: '72043' }
const pivot = [
  'Buurtcijfers van de provincie',
  'wijkcode;wijk;Inwoners;;;Aandeel 65+;;',
  ';;2022;2023;2024;2022;2023;2024',
  '72043W01;Boseind;3000;3010;3020;21,5;22,0;x',
  '72043W02;Centrum;1000;1010;;18,0;18,5;19,0',
]

async function previewOf(lines: readonly string[] | Uint8Array, name = 'pivot.csv'): Promise<TablePreview> {
  const content = lines instanceof Uint8Array ? Buffer.from(lines) : `${lines.join('\n')}\n`
  const file = await openTables(figureFile(name, content))
  const [preview] = await tablePreviews(file)
  file.close()
  return preview ?? expect.fail('no table was seen')
}

const areas: readonly ToldColumn[] = [
  { at: 0, role: 'area' },
  { at: 1, role: 'areaName' },
]
const people: ToldPeriods = { column: 'Inwoners / {period}', role: 'count', indicator: 'population', unit: 'persons' }
const older: ToldPeriods = { column: 'Aandeel 65+ / {period}', role: 'share', indicator: 'age65Share', unit: '%' }

function mappingOf(table: TablePreview, ofPeriods: readonly ToldPeriods[], columns = areas) {
  const told = { layout: 'pivot', source: 'Provincie', licence: 'CC0', level: 'neighbourhood', decimal: ',' } as const
  const answer = toldMapping(table, { ...told, missing: { x: 'hidden' }, isPeriodStated: false, columns, ofPeriods })
  return 'mapping' in answer ? answer.mapping : expect.fail(JSON.stringify(answer.faults))
}

test('years side by side below merged names are shown as the columns of one name, with their periods', async () => {
  const table = await previewOf(pivot)
  expect(table).toMatchObject({ headerLine: 3, headerLines: 2 })
  expect(table.columns.map(({ header, ofPeriods }) => [header, ofPeriods])).toEqual([
    ['wijkcode', undefined],
    ['wijk', undefined],
    ['Inwoners / 2022', 'Inwoners / {period}'],
    ['Inwoners / 2023', 'Inwoners / {period}'],
    ['Inwoners / 2024', 'Inwoners / {period}'],
    ['Aandeel 65+ / 2022', 'Aandeel 65+ / {period}'],
    ['Aandeel 65+ / 2023', 'Aandeel 65+ / {period}'],
    ['Aandeel 65+ / 2024', 'Aandeel 65+ / {period}'],
  ])
})

test('each figure belongs to the year above it, a gap stays a gap, and a sum with a gap is told to be one', async () => {
  const mapping = mappingOf(await previewOf(pivot), [people, older])
  const read = await figuresIn(pivot, { ...asked, mapping })
  expect(
    read.kept.map(({ areaCode, indicator, period, value, missing }) => [areaCode, indicator, period, value ?? missing]),
  ).toEqual([
    ['72043W01', 'population', '2022', 3000],
    ['72043W01', 'population', '2023', 3010],
    ['72043W01', 'population', '2024', 3020],
    ['72043W01', 'age65Share', '2022', 21.5],
    ['72043W01', 'age65Share', '2023', 22],
    ['72043W01', 'age65Share', '2024', 'hidden'],
    ['72043W02', 'population', '2022', 1000],
    ['72043W02', 'population', '2023', 1010],
    ['72043W02', 'population', '2024', 'empty'],
    ['72043W02', 'age65Share', '2022', 18],
    ['72043W02', 'age65Share', '2023', 18.5],
    ['72043W02', 'age65Share', '2024', 19],
  ])
  expect(
    read.totals.filter(({ indicator }) => indicator === 'population').map(({ period, total }) => [period, total]),
  ).toEqual([
    ['2022', 4000],
    ['2023', 4020],
    ['2024', 3020],
  ])
})

test('next year’s table with another year in it is read by what was said of this one', async () => {
  const mapping = mappingOf(await previewOf(pivot), [people, older])
  const next = ['wijkcode;wijk;Inwoners;;Aandeel 65+;', ';;2024;2025;2024;2025', '72043W01;Boseind;3020;3030;22,1;22,6']
  const read = await figuresIn(next, { ...asked, mapping })
  expect(read.kept.map(({ period, value }) => [period, value])).toEqual([
    ['2024', 3020],
    ['2025', 3030],
    ['2024', 22.1],
    ['2025', 22.6],
  ])
})

test('a workbook with merged cells is the same, with three lines of names too', async () => {
  const rows = [
    ['Bevolking', null, null, null, null, null],
    ['wijkcode', 'wijk', 'Inwoners', null, null, null],
    [null, null, 'mannen', null, 'vrouwen', null],
    [null, null, 2022, 2023, 2022, 2023],
    ['72043W01', 'Boseind', 1500, 1505, 1510, 1520],
  ]
  const content = await writeXlsx({
    sheets: [
      {
        name: 'draaitabel',
        rows,
        merges: [
          { startRow: 1, startCol: 2, endRow: 1, endCol: 5 },
          { startRow: 2, startCol: 2, endRow: 2, endCol: 3 },
          { startRow: 2, startCol: 4, endRow: 2, endCol: 5 },
        ],
      },
    ],
  })
  const table = await previewOf(content, 'pivot.xlsx')
  expect(table).toMatchObject({ headerLine: 4, headerLines: 3 })
  const names = ['Inwoners / mannen / {period}', 'Inwoners / vrouwen / {period}']
  expect(new Set(table.columns.flatMap(({ ofPeriods }) => ofPeriods ?? []))).toEqual(new Set(names))
  const mapping = mappingOf(
    table,
    names.map((column) => ({ column, role: 'count' as const })),
  )
  const read = await figuresOf(figureFile('pivot.xlsx', Buffer.from(content)), { ...asked, mapping })
  expect(read.kept.map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
    ['Inwoners / mannen', '2022', 1500],
    ['Inwoners / mannen', '2023', 1505],
    ['Inwoners / vrouwen', '2022', 1510],
    ['Inwoners / vrouwen', '2023', 1520],
  ])
})

test('a name of a group holds for the cells that are merged with it, and for none beside them', async () => {
  const rows = [
    ['wijkcode', 'Inwoners', null, null, 'Gezinnen', null],
    [null, 2022, 2023, 'opmerking', 2022, 2023],
    ['72043W01', 1500, 1505, 7, 600, 610],
  ]
  const merges = [
    { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
    { startRow: 0, startCol: 4, endRow: 0, endCol: 5 },
  ]
  const content = await writeXlsx({ sheets: [{ name: 'draaitabel', rows, merges }] })
  const names = (await previewOf(content, 'pivot.xlsx')).columns.map(({ header }) => header)
  expect(names).toEqual([
    'wijkcode',
    'Inwoners / 2022',
    'Inwoners / 2023',
    'opmerking',
    'Gezinnen / 2022',
    'Gezinnen / 2023',
  ])
  // A workbook in a zip is the same workbook.
  const packed = await previewOf(zipOf({ 'pivot.xlsx': Buffer.from(content) }), 'pivot.zip')
  expect(packed.columns.map(({ header }) => header)).toEqual(names)
})

test('the year may be the merged name, above the names of the figures', async () => {
  const table = ['wijkcode;wijk;2022;;2023;', ';;Inwoners;Gezinnen;Inwoners;Gezinnen', '72043W01;Boseind;30;12;31;13']
  const preview = await previewOf(table)
  const homes: ToldPeriods = { column: '{period} / Gezinnen', role: 'count' }
  const mapping = mappingOf(preview, [{ ...people, column: '{period} / Inwoners' }, homes])
  const read = await figuresIn(table, { ...asked, mapping })
  expect(read.kept.map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
    ['population', '2022', 30],
    ['population', '2023', 31],
    ['Gezinnen', '2022', 12],
    ['Gezinnen', '2023', 13],
  ])
})

test('in one line of names the year may be part of what a column is called', async () => {
  const table = ['wijkcode;wijk;Inwoners 2022;Inwoners 2023;Bouwjaar 1971', '72043W01;Boseind;30;31;4']
  const preview = await previewOf(table)
  expect(preview.columns.map(({ ofPeriods }) => ofPeriods)).toEqual([
    undefined,
    undefined,
    'Inwoners {period}',
    'Inwoners {period}',
    undefined,
  ])
  const read = await figuresIn(table, {
    ...asked,
    mapping: mappingOf(preview, [{ ...people, column: 'Inwoners {period}' }]),
  })
  expect(read.kept.map(({ period, value }) => [period, value])).toEqual([
    ['2022', 30],
    ['2023', 31],
  ])
})

test.each([
  ['a letter in it', '2O23'],
  ['a digit too many', '20233'],
  ['a sign behind it', '2023*'],
])('a year with %s is refused in its cell, and no figure is left out without a word', async (_what, year) => {
  const mapping = mappingOf(await previewOf(pivot), [people])
  const wrong = pivot.with(2, `;;2022;${year};2024;2022;2023;2024`)
  await expect(figuresIn(wrong, { ...asked, mapping })).rejects.toMatchObject({
    code: 'period',
    line: 3,
    column: `Inwoners / ${year}`,
    sentence: `expected a year in cell D3, found "${year}".`,
  })
})

test('the same year twice below one name is refused; a change from year to year beside them is another column', async () => {
  const mapping = mappingOf(await previewOf(pivot), [people])
  const twice = pivot.with(2, ';;2022;2022;2024;2022;2023;2024')
  await expect(figuresIn(twice, { ...asked, mapping })).rejects.toMatchObject({
    code: 'header',
    column: 'Inwoners / 2022',
  })
  const change = pivot.with(2, ';;2022;2024;2022-2024;2022;2023;2024')
  const read = await figuresIn(change, { ...asked, mapping })
  expect(read.totals.map(({ period }) => period)).toEqual(['2022', '2024'])
})

test('a row a year of each area is read by its column of years, and one year of an area twice is refused', async () => {
  const long = [
    'wijkcode;wijk;jaar;inwoners',
    '72043W01;Boseind;2022;30',
    '72043W01;Boseind;2023;31',
    '72043W02;C;2022;7',
  ]
  const columns: readonly ToldColumn[] = [...areas, { at: 2, role: 'period' }, { at: 3, role: 'count' }]
  const mapping = mappingOf(await previewOf(long), [], columns)
  const read = await figuresIn(long, { ...asked, mapping })
  expect(read.totals.map(({ period, total }) => [period, total])).toEqual([
    ['2022', 37],
    ['2023', 31],
  ])
  const twice = figuresIn([...long, '72043W01;Boseind;2022;30'], { ...asked, mapping })
  await expect(twice).rejects.toMatchObject({ code: 'doubled', line: 5 })
  const noYear = figuresIn([...long, '72043W01;Boseind;2O24;30'], { ...asked, mapping })
  await expect(noYear).rejects.toMatchObject({ code: 'period', line: 5, column: 'jaar' })
})

const wide = mappingSchema.parse({
  layout: 'jaren naast elkaar',
  area: { column: 'wijkcode', level: 'neighbourhood' },
  period: { stated: true },
  years: { indicator: 'population', kind: 'count' },
})

test.each(['2O24', '20244', '2024*', '2024 (voorlopig)', '2024p'])(
  'where a column is called after its year and nothing else, %s is refused and not left out without a word',
  async (year) => {
    const table = [`wijkcode;65+;2000 euro en meer;2023;${year}`, '72043W01;1;2;30;31']
    await expect(figuresIn(table, { ...asked, mapping: wide })).rejects.toMatchObject({
      code: 'period',
      line: 1,
      column: year,
      sentence: `expected a year in cell E1, found "${year}".`,
    })
  },
)

test('a year that stands above two columns is refused, where the columns are called after their year', async () => {
  const table = ['wijkcode;2023;2023', '72043W01;30;31']
  await expect(figuresIn(table, { ...asked, mapping: wide })).rejects.toMatchObject({ code: 'header', column: '2023' })
})
