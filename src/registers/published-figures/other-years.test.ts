import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { figureFile, figuresIn, figuresOf } from '../../../tests/support/files/figure-files.ts'
import { type MappingInput, mappingSchema } from './mapping/mapping.ts'

// What the same publishers put out in other years and other municipalities, with what people write around a table.
const mapping = (over: Partial<MappingInput> = {}) =>
  mappingSchema.parse({
    layout: 'wijken',
    area: { column: 'wijkcode', level: 'neighbourhood', name: 'wijk' },
    period: { stated: true },
    measures: [{ column: 'inwoners', indicator: 'population', kind: 'count' }],
    ...over,
  })
const asked = { municipality: '72043', period: '2023', mapping: mapping() }
const header = 'wijkcode;wijk;inwoners'
const rows = ['72043W01;Boseind;10', '72043W02;Centrum;20']

test.each([
  ['after an empty line', ['', 'Bron: Statbel, bewerking provincie', '* voorlopig cijfer']],
  ['after an empty line, without a word that says so', ['', 'Cijfers op 1 januari', 'Gewijzigd in maart']],
  ['right below the last row', ['Source : Statbel', 'calculs de la province']],
  ['in cells of their own', [';;', 'Bron: Statbel;;', '(1) voorlopig;;']],
])('notes below a table of text, %s, are no rows, and how many is said', async (_how, notes) => {
  const read = await figuresIn([header, ...rows, ...notes], asked)
  expect(read.totals).toMatchObject([{ total: 30, areas: 2 }])
  expect(read.remarks).toContainEqual({ kind: 'notes-passed-over', count: 2 })
  expect(read.tables).toMatchObject([{ read: 2, notes: 2 }])
})

test.each([
  ['a row that was cut off in its first cell', ['72043W0'], 'row-shape', 4],
  ['a row that was cut off within a name', ['72043W03;Sint-'], 'row-shape', 4],
  ['a second table below the notes', ['', 'Bron: Statbel', '72043W03;Holheide;5'], 'row-shape', 6],
])('%s is refused, as no note', async (_what, more, code, line) => {
  await expect(figuresIn([header, ...rows, ...more], asked)).rejects.toMatchObject({ code, line })
})

test.each([
  ['in the column of codes', 'Totaal;;30'],
  ['in the column of names', ';Totaal;30'],
  ['with the name of the municipality', ';Totaal Pelt;30'],
  ['in French', ';Total général;30'],
])('a total in the middle of the rows, %s, does not count twice', async (_where, total) => {
  const read = await figuresIn([header, rows[0] ?? '', total, rows[1] ?? ''], asked)
  expect(read.totals).toMatchObject([{ total: 30, areas: 2 }])
  expect(read.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 1 })
})

test('a municipality among its neighbourhoods is a municipality, by its code', async () => {
  const read = await figuresIn([header, rows[0] ?? '', '72043;Pelt;30', rows[1] ?? ''], asked)
  expect(read.totals).toMatchObject([
    { level: 'neighbourhood', total: 30, areas: 2 },
    { level: 'municipality', total: 30, areas: 1 },
  ])
})

test('under five, not known, a stroke, nothing and a cross are what somebody says, and zero is zero', async () => {
  const signs = ['<5', 'n.b.', '-', '', 'x', '0'].map((sign, at) => `72043W0${at};Wijk ${at};${sign}`)
  await expect(figuresIn([header, ...signs], asked)).rejects.toMatchObject({
    code: 'value',
    line: 2,
    column: 'inwoners',
  })
  const missing = { '<5': 'hidden', 'n.b.': 'unknown', '-': 'notApplicable', x: 'hidden' } as const
  const read = await figuresIn([header, ...signs], { ...asked, missing })
  expect(read.kept.map(({ areaCode, value, missing }) => [areaCode.slice(-1), value ?? missing])).toEqual([
    ['0', 'hidden'],
    ['1', 'unknown'],
    ['2', 'notApplicable'],
    ['4', 'hidden'],
    ['5', 0],
  ])
  expect(read.totals).toMatchObject([{ total: null, totalIs: 'unknown', zero: 1 }])
  expect(read.tables).toMatchObject([{ withoutFigures: 1 }])
  expect(read.remarks).toContainEqual({ kind: 'rows-without-figures', count: 1 })
})

test('thousands are divided by a point, a space or a narrow space, and by what is none they are refused', async () => {
  const written = ['1.234', '1 234', '12\u00a0345', '12\u202f345']
  const read = await figuresIn([header, ...written.map((text, at) => `72043W0${at};W;${text}`)], {
    ...asked,
    decimal: ',',
  })
  expect(read.totals).toMatchObject([{ total: 1234 + 1234 + 12345 + 12345 }])
  await expect(figuresIn([header, "72043W01;W;1'234"], asked)).rejects.toMatchObject({ code: 'value', line: 2 })
})

test('a workbook of another municipality: a sheet a year in French, notes below, codes that are numbers', async () => {
  const sheet = (year: number) => ({
    name: `Année ${year}`,
    rows: [
      ['Population par quartier'],
      [],
      ['Code', 'Quartier', 'Habitants'],
      [5300101, 'Centre', 1200 + year],
      [5300102, 'Gare', 'c'],
      ['Total', null, 2400],
      [],
      ['Source : commune, c = confidentiel'],
    ],
  })
  const content = await writeXlsx({ sheets: [sheet(2022), sheet(2023)] })
  const french = mapping({
    area: { column: 'Code', level: 'neighbourhood', name: 'Quartier' },
    period: { yearInSheet: true },
    measures: [{ column: 'Habitants', indicator: 'population', kind: 'count' }],
    missing: { c: 'hidden' },
  })
  const read = await figuresOf(figureFile('quartiers.xlsx', Buffer.from(content)), {
    municipality: '53001',
    mapping: french,
  })
  expect(read.kept.map(({ areaCode, period, value, missing }) => [areaCode, period, value ?? missing])).toEqual([
    ['5300101', '2022', 3222],
    ['5300102', '2022', 'hidden'],
    ['5300101', '2023', 3223],
    ['5300102', '2023', 'hidden'],
  ])
  expect(read.totals).toMatchObject([{ totalIs: 'hidden' }, { totalIs: 'hidden' }])
})

test('a code that lost its zero, and an area with two rows, are refused with their line', async () => {
  const byCode = mapping({ area: { column: 'wijkcode', level: 'byCode' } })
  const lost = figuresIn([header, '2000;Vlaanderen;5'], { ...asked, mapping: byCode })
  await expect(lost).rejects.toMatchObject({
    code: 'code',
    line: 2,
    sentence: expect.stringContaining('took the zero'),
  })
  await expect(figuresIn([header, ...rows, rows[0] ?? ''], asked)).rejects.toMatchObject({ code: 'doubled', line: 4 })
})
