import { expect, test } from 'vitest'
import { previewOf } from './table-preview.ts'
import { type ToldColumn, type ToldTable, toldMapping } from './told-mapping.ts'

const rows = (...lines: readonly string[]) =>
  lines.map((text, index) => ({ line: index + 1, cells: text.split(';').map((cell) => cell.trim()) }))

const published = rows(
  'Wijkcijfers van de stad',
  '',
  'wijkcode;wijk;sector;nis;jaar;inwoners;aandeel 65+;opmerking',
  'W01;Centrum;72025A00-;72043;2024;3 295;21,5;',
  'W02;Boseind;72025A10-;72043;2024;x;19,1;nieuw',
  'W03;Holheide;72025B1AA;72043;2024;812;20,0;',
  'W04;Herent;72025C0MN;72043;2024;901;22,4;',
  'W05;Lindel;72029A01-;72043;2024;1 011;18,0;',
)
const table = previewOf(undefined, published) ?? expect.fail('no table was seen')

const told = (columns: readonly ToldColumn[], over: Partial<ToldTable> = {}): ToldTable => ({
  layout: 'wijkcijfers',
  source: 'Stad Voorbeeld',
  licence: 'CC BY 4.0',
  level: 'neighbourhood',
  missing: { x: 'hidden' },
  decimal: ',',
  isPeriodStated: false,
  columns,
  ...over,
})
const area: ToldColumn = { at: 0, role: 'area' }
const people: ToldColumn = { at: 5, role: 'count', indicator: 'population', unit: 'persons' }

test('the header of an unknown table stands below its titles, and each column shows what it seems to hold', () => {
  expect(table.headerLine).toBe(3)
  expect(table.columns.map(({ header, looksLike }) => [header, looksLike])).toEqual([
    ['wijkcode', 'text'],
    ['wijk', 'text'],
    ['sector', 'sectorCode'],
    ['nis', 'municipalityCode'],
    ['jaar', 'period'],
    ['inwoners', 'number'],
    ['aandeel 65+', 'number'],
    ['opmerking', 'text'],
  ])
  expect(table.columns[1]?.samples).toEqual(['Centrum', 'Boseind', 'Holheide'])
})

test('a list of titles without a table below is no table', () => {
  expect(previewOf('Uitleg', rows('Wijkcijfers', 'van de stad'))).toBeUndefined()
  expect(previewOf('Leeg', rows('wijk;inwoners'))).toBeUndefined()
  expect(previewOf('Zonder namen', rows('België;569497;6261830', 'Vlaanderen;384;901'))).toBeUndefined()
})

test('what is said of the columns becomes a mapping that asks for the same columns next year', () => {
  const answer = toldMapping(table, told([area, { at: 1, role: 'areaName' }, { at: 4, role: 'period' }, people]))
  expect(answer).toMatchObject({
    mapping: {
      layout: 'wijkcijfers',
      source: 'Stad Voorbeeld',
      area: { column: 'wijkcode', level: 'neighbourhood', name: 'wijk' },
      period: { column: 'jaar' },
      measures: [{ column: 'inwoners', indicator: 'population', kind: 'count', unit: 'persons' }],
      requires: ['wijkcode', 'wijk', 'jaar', 'inwoners'],
      missing: { x: 'hidden' },
      decimal: ',',
    },
  })
})

test('without a column of periods whoever imports says the period', () => {
  expect(toldMapping(table, told([area, people]))).toMatchObject({ mapping: { period: { stated: true } } })
})

test('where there is a sheet a year, the name of the sheet says the period unless it is said otherwise', () => {
  const sheet = previewOf('stand 2024', published) ?? expect.fail('no table was seen')
  expect(toldMapping(sheet, told([area, people]))).toMatchObject({ mapping: { period: { yearInSheet: true } } })
  const stated = toldMapping(sheet, told([area, people], { isPeriodStated: true }))
  expect(stated).toMatchObject({ mapping: { period: { stated: true } } })
})

test('municipalities and neighbourhoods may be told by their names alone, sectors may not', () => {
  const named: readonly ToldColumn[] = [{ at: 1, role: 'areaName' }, people]
  expect(toldMapping(table, told(named, { level: 'municipality' }))).toMatchObject({
    mapping: { area: { named: 'wijk', level: 'municipality' } },
  })
  expect(toldMapping(table, told(named))).toMatchObject({
    mapping: { area: { named: 'wijk', level: 'neighbourhood' } },
  })
  expect(toldMapping(table, told(named, { level: 'sector' }))).toEqual({ faults: [{ kind: 'noArea' }] })
})

test('all that stands in the way of a mapping is said at once', () => {
  const none = toldMapping(table, told([{ at: 7, role: 'leftOut' }]))
  expect(none).toEqual({ faults: [{ kind: 'noArea' }, { kind: 'noFigures' }] })
  const two = toldMapping(table, told([area, { at: 2, role: 'area' }, people]))
  expect(two).toEqual({ faults: [{ kind: 'twoAreas', at: 2 }] })
})

test('a column without a header, or with the header of another, cannot be found again next year', () => {
  const doubled = previewOf(undefined, rows('code;;n;N', 'W01;x;1;2')) ?? expect.fail('no table was seen')
  const answer = toldMapping(doubled, told([area, { at: 1, role: 'count' }, { at: 2, role: 'count' }]))
  expect(answer).toEqual({
    faults: [
      { kind: 'noHeader', at: 1 },
      { kind: 'doubledHeader', at: 2 },
    ],
  })
})

test('a table with a column a year asks once what those columns hold', () => {
  const wide = previewOf(undefined, rows('code;wijk;2019;2020;2021', 'W01;Centrum;10;11;12')) ?? expect.fail('no table')
  expect(wide.columns.filter(({ isOfYear }) => isOfYear).map(({ header }) => header)).toEqual(['2019', '2020', '2021'])
  const years = { role: 'count', indicator: 'population', unit: 'persons' } as const
  const answer = toldMapping(wide, told([area], { years }))
  expect(answer).toMatchObject({ mapping: { years: { indicator: 'population', kind: 'count' }, requires: ['code'] } })
  const nameless = toldMapping(wide, told([area], { years: { role: 'count' } }))
  expect(nameless).toEqual({ faults: [{ kind: 'yearsWithoutName' }] })
})

test('a share of which nobody said the unit is in percent where it is written so, and a count never is', () => {
  const lines = rows('wijkcode;aandeel;groei', 'W01;x;3%', 'W02;25,1 %;4%', 'W03;7%;5%')
  const seen = previewOf(undefined, lines) ?? expect.fail('no table was seen')
  expect(seen.columns.map(({ looksLike }) => looksLike)).toEqual(['text', 'number', 'number'])
  const answer = toldMapping(seen, told([area, { at: 1, role: 'share', name: 'Aandeel' }, { at: 2, role: 'count' }]))
  expect(answer).toMatchObject({
    mapping: {
      measures: [
        { column: 'aandeel', unit: '%' },
        { column: 'groei', unit: '' },
      ],
    },
  })
})

test('a number that a workbook shows as a percentage is shown so to whoever says what it is', () => {
  const lines = rows('wijkcode;aandeel', 'W01;0.251', 'W02;0.07')
  const shown = lines.map((row, at) => (at === 0 ? row : { ...row, percentages: new Set([1]) }))
  const seen = previewOf(undefined, shown) ?? expect.fail('no table was seen')
  expect(seen.columns[1]).toMatchObject({ samples: ['25.1%', '7%'], looksLike: 'number' })
  const answer = toldMapping(seen, told([area, { at: 1, role: 'share', name: 'Aandeel' }]))
  expect(answer).toMatchObject({ mapping: { measures: [{ unit: '%' }] } })
})
