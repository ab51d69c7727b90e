import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type AskedOfFigures, figureFile, figuresIn, figuresOf } from '../../../tests/support/files/figure-files.ts'
import { mappingSchema } from './mapping/mapping.ts'

const header = 'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL'
const income = 'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC'
const asked: AskedOfFigures = { municipality: '72043', period: '2023' }

test('the municipality comes from its column: a sector whose code begins like another one is Pelt all the same', async () => {
  const read = await figuresIn([header, '72043|72025A00-|100|Centrum', '72037|72043A00-|7|Elders'], asked)
  expect(read.kept.filter(({ level }) => level === 'sector').map(({ areaCode }) => areaCode)).toEqual(['72025A00-'])
})

test('people who are not localisable count in the municipality and are marked', async () => {
  const read = await figuresIn([header, '72043|72025A00-|100|Centrum', '72043|72025ZZZZ|5|Niet te lokaliseren'], asked)
  expect(read.kept).toMatchObject([
    { areaCode: '72025A00-', isNotLocalisable: false },
    { areaCode: '72025ZZZZ', isNotLocalisable: true, value: 5 },
    { level: 'municipality', areaCode: '72043', value: 105, isSummed: true },
  ])
})

test('nothing, hidden, unknown and zero are four things, and a sum with a hidden part is hidden', async () => {
  const rows = [
    '72043|72025A00-|0|a',
    '72043|72025A01-||b',
    '72043|72025A02-|C|c',
    '72043|72025A03-|NA|d',
    '72043|72025A04-|12|e',
  ]
  const read = await figuresIn([header, ...rows], asked)
  expect(read.kept.map(({ value, missing }) => value ?? missing)).toEqual([0, 'hidden', 'unknown', 12, 'unknown'])
  expect(read.totals[0]).toMatchObject({ zero: 1, missing: { hidden: 1, unknown: 1 }, total: null, totalIs: 'unknown' })
  expect(read.tables[0]).toMatchObject({ read: 5, withoutFigures: 1 })
})

test('headers of other editions are the same layout: 2020 and 2025 name sector and municipality with their year', async () => {
  const read = await figuresIn(['CS01012025;T_SEC_NL;CNIS5_2025;POPULATION', '72025A01X;Boseind;72043;50'], {
    municipality: '72043',
  })
  expect(read).toMatchObject({
    layout: 'statbel-population-by-sector',
    kept: [{ period: '2025', edition: '2025', areaName: 'Boseind' }, {}],
  })
})

test('rows of the levels of a cube are not added to the rows below them', async () => {
  const cube = 'CD_GEO_LVL_0|CD_GEO_LVL_1|CD_GEO_LVL_2|CD_SEX_LVL_0|CD_SEX_LVL_1|OBS_VALUE'
  const rows = ['BE|BE2|BE224|T|F|10', 'BE|BE2|BE224|T|M|12', 'BE|BE2|BE224|T||22', 'BE|BE2||T|F|10']
  const read = await figuresIn([cube, ...rows], { period: '2011' })
  expect(read.totals).toMatchObject([{ total: 22, areas: 1 }])
  expect(read.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 2 })
})

test('a table of one’s own is read through a mapping, with its own signs and decimal comma', async () => {
  const mapping = mappingSchema.parse({
    layout: 'buurtmonitor',
    area: { column: 'wijk', level: 'neighbourhood', name: 'naam' },
    period: { column: 'jaar' },
    measures: [{ column: 'aandeel 65+', indicator: 'age65Share', kind: 'share', unit: '%' }],
    missing: { '*': 'hidden' },
    decimal: ',',
  })
  const lines = [
    'Titel van de tabel;;;',
    ';;;',
    'wijk;naam;jaar;aandeel 65+',
    '72043W01;Boseind;2023;21,5',
    '72043W02;Lindel;2023;*',
  ]
  const read = await figuresIn(lines, { municipality: '72043', mapping })
  expect(read.kept).toMatchObject([
    { areaCode: '72043W01', value: 21.5, edition: '2024', level: 'neighbourhood' },
    { areaCode: '72043W02', value: null, missing: 'hidden' },
  ])
})

test('the period is never invented: it comes from the file, its name, or whoever imports', async () => {
  const lines = [header, '72043|72025A00-|100|Centrum']
  expect((await figuresIn(lines)).remarks).toContainEqual({ kind: 'period-not-stated' })
  expect((await figuresIn(lines, {}, 'OPENDATA_SECTOREN_2021.txt')).remarks).toContainEqual({
    kind: 'period-from-file-name',
    period: '2021',
  })
  expect((await figuresIn(lines, {}, 'van-2019-tot-2021.txt')).remarks).toContainEqual({ kind: 'period-not-stated' })
})

test('every code of a sector comes out as it went in', async () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{4}$/)
  const sector = fc.tuple(digits, fc.stringMatching(/^[0-9A-Z-]{4}$/)).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.oneof(sector, fc.constantFrom('11002E122', '72025A00-', '11002E-99')), { minLength: 1 }),
      async (codes) => {
        const read = await figuresIn([header, ...codes.map((code, at) => `72043|${code}|${at}|x`)], asked)
        const sectors = read.kept.filter(({ level }) => level === 'sector')
        expect(sectors.map(({ areaCode }) => areaCode)).toEqual(codes)
        expect(sectors.map(({ value }) => value)).toEqual(codes.map((_code, at) => at))
      },
    ),
    { numRuns: 30 },
  )
})

test('a point that divides thousands is read as that when it is said', async () => {
  const rows = [header, '72043|72025A00-|1.234|x', '72043|72025A01-|56|x']
  expect((await figuresIn(rows, { ...asked, decimal: ',' })).totals[0]).toMatchObject({ total: 1290 })
})

test('a median with a point before three digits is thousands or thousandths in a text, and a share is not', async () => {
  const median = [income, '2021|72043|72025A00-|12|24.123']
  await expect(figuresIn(median, asked)).rejects.toMatchObject({ column: 'MS_MEDIAN_NET_TAXABLE_INC' })
  const share = mappingSchema.parse({
    layout: 'eigen',
    area: { column: 'code', level: 'municipality' },
    period: { stated: true },
    measures: [{ column: 'aandeel', kind: 'share', unit: '%' }],
  })
  const read = await figuresIn(['code;aandeel', '72043;24.123'], { ...asked, mapping: share })
  expect(read.kept).toMatchObject([{ value: 24.123 }])
})

test('a dimension that the publisher summed everywhere is no total among parts', async () => {
  const header = 'CD_YEAR|CD_REFNIS|CD_SEX|CD_NATLTY|TX_NATLTY|CD_AGE|MS_POPULATION'
  const rows = [header, '2023|72043|M|T|Totaal|17|10', '2023|72043|F|T|Totaal|80|7']
  expect((await figuresIn(rows, asked)).totals[0]).toMatchObject({ indicator: 'population', total: 17 })
})

const neighbourhoods = mappingSchema.parse({
  layout: 'wijken',
  area: { column: 'wijk', level: 'neighbourhood', name: 'naam' },
  period: { stated: true },
  measures: [{ column: 'inwoners', kind: 'count', unit: 'persons' }],
})

test('a total below the neighbourhoods is no neighbourhood, and the row of the municipality is the municipality', async () => {
  const rows = ['wijk;naam;inwoners', '72043W01;Boseind;100', '72043W02;Lindel;50', 'Totaal;;150', ';Eindtotaal;150']
  const read = await figuresIn(rows, { ...asked, mapping: neighbourhoods })
  expect(read.totals).toMatchObject([{ level: 'neighbourhood', areas: 2, total: 150 }])
  expect(read.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 2 })
  const whole = await figuresIn([...rows.slice(0, 3), '72043;Pelt;150'], { ...asked, mapping: neighbourhoods })
  expect(whole.kept.map(({ level, value }) => [level, value])).toEqual([
    ['neighbourhood', 100],
    ['neighbourhood', 50],
    ['municipality', 150],
  ])
})

test.each(['7204301,0', '7,2043E+10', '2025-02-01'])(
  'a neighbourhood called "%s" was changed by a spreadsheet, and is refused',
  async (code) => {
    const rows = ['wijk;naam;inwoners', `${code};Boseind;100`]
    await expect(figuresIn(rows, { ...asked, mapping: neighbourhoods })).rejects.toThrow(
      /a spreadsheet turned the code/,
    )
  },
)

test('sectors of up to 2018 come with their last four signs, behind the municipality of then; later ones never do', async () => {
  const rows = ['CD_REFNIS|CD_SECTOR|MS_TOT_SUR|POPULATION', '72025|A00-|53.1|3295', '72025|ZZZZ|0|4']
  const read = await figuresIn(rows, { municipality: '72025', period: '2016' })
  expect(read.kept.map(({ areaCode, edition, isNotLocalisable }) => [areaCode, edition, isNotLocalisable])).toEqual([
    ['72025A00-', '2024', false],
    ['72025ZZZZ', '2024', true],
    // A sum is of the edition of what it is made of.
    ['72025', '2024', false],
  ])
  await expect(figuresIn(rows, { municipality: '72043', period: '2021' })).rejects.toThrow(/expected a sector code/)
})

test.each(['2008-01-31', '2008-01-31 00:00:00', '31/01/2008', '1.01.2008'])(
  'births of %s are of the year 2008',
  async (day) => {
    const read = await figuresIn(['DT_DATE|MS_NUM_BIRTHS', `${day}|231`])
    expect(read.totals).toMatchObject([{ indicator: 'births', period: '2008', total: 231 }])
  },
)

test.each([
  ['sectors with a total of who knows what', 'statsec;nis5;total'],
  ['a total, men and women of who knows what', 'Code INS;Commune;Hommes;Femmes;Total'],
  ['people by how near a service is, many times over', 'CD_YEAR|CD_REFNIS|CD_BUFFER|MS_POPULATION'],
])('%s are no population: what they count is asked', async (_what, columns) => {
  const row = columns.replaceAll(/[^;|]+/g, '1')
  await expect(figuresIn([columns, row], asked)).rejects.toMatchObject({ code: 'header' })
})

test('ranks are left out of an index of deprivation of whatever year', async () => {
  const read = await figuresIn(['CD_RES_SECTOR,BIMD2021_score,BIMD2021_rank', '72025A00-,12.5,7'], asked)
  expect(read).toMatchObject({ layout: 'bimd-wide', totals: [{ indicator: 'BIMD2021_score', period: '2021' }] })
  expect(read.remarks).toContainEqual({ kind: 'columns-left-out', names: ['BIMD2021_rank'] })
})

test('Provincies in Cijfers writes its kinds of missing as numbers, and none of them is a figure', async () => {
  const rows = [
    'period;geolevel;geoitem;v1',
    ...['5', '0', '-99999', '-99998', '-99997', '-99996', '?', 'x'].map(
      (value, at) => `2023;statsec2024;72025A0${at}-;${value}`,
    ),
  ]
  const read = await figuresIn([...rows, '2023;statsec2024;72025zzzz;2'], { municipality: '72043' })
  expect(read.totals).toMatchObject([
    { areas: 9, zero: 1, notLocalisable: 1, missing: { unknown: 2, hidden: 2, notApplicable: 1 } },
  ])
  await expect(figuresIn([header, '72043|72025A00-|-99997|x'], asked)).rejects.toThrow(/no figure. If it says why/)
})

test('a percentage may be written as one, and a number is never rounded to fit', async () => {
  const share = mappingSchema.parse({
    layout: 'eigen',
    area: { column: 'code', level: 'municipality' },
    period: { stated: true },
    measures: [{ column: 'aandeel', kind: 'share', unit: '%' }],
  })
  const read = await figuresIn(['code;aandeel', '72043;12,5%', '72042;7 %'], { ...asked, mapping: share })
  expect(read.kept).toMatchObject([{ value: 12.5 }])
  await expect(figuresIn([header, '72043|72025A00-|12%|x'], asked)).rejects.toThrow(/expected a number/)
})

test('the population by age of a single year has no column of the year: it stands in the name of the file', async () => {
  const rows = ['CD_REFNIS|CD_SEX|CD_AGE|MS_POPULATION', '72043|M|17|5', '72043|F|80|7']
  const read = await figuresIn(rows, { municipality: '72043' }, 'TF_SOC_POP_STRUCT_2024.txt')
  expect(read.layout).toBe('statbel-population-structure')
  expect(read.totals[0]).toMatchObject({ indicator: 'population', period: '2024', total: 12 })
})

test('a sign that is explained is read', async () => {
  const read = await figuresIn([header, '72043|72025A00-|ND|x', '72043|72025A01-|5|x'], {
    ...asked,
    missing: { ND: 'notApplicable' },
  })
  expect(read.totals[0]).toMatchObject({ total: 5, missing: { notApplicable: 1 } })
})

test('a workbook with a sheet for each year has the figures of each year', async () => {
  const sheet = (name: string, people: number) => ({
    name,
    rows: [
      ['CD_REFNIS', 'CD_SECTOR', 'TOTAL'],
      ['72043', '72025A00-', people],
    ],
  })
  const content = await writeXlsx({ sheets: [sheet('2022', 5), sheet('op 1.1.2023', 9)] })
  const read = await figuresOf(figureFile('bevolking.xlsx', Buffer.from(content)), { municipality: '72043' })
  expect(read.totals.map(({ period, total }) => [period, total])).toEqual([
    ['2022', 5],
    ['2023', 9],
  ])
})

test('in the Brussels monitor a number of people may be a balance, below zero', async () => {
  const rows = [
    [null, null, 'Migratiesaldo'],
    [null, null, 'Aantal'],
    [null, null, 2021],
    [1, 'Grote Markt', -12],
    [2, 'Dansaert', 30],
  ]
  const content = await writeXlsx({ sheets: [{ name: 'Data', rows }] })
  const read = await figuresOf(figureFile('monitor.xlsx', Buffer.from(content)), { municipality: '21004' })
  expect(read.totals).toMatchObject([{ kind: 'count', total: 18 }])
})

test('the oldest are counted together: an age of 110+ is one of the oldest', async () => {
  const rows = ['CD_YEAR|CD_REFNIS|CD_SEX|CD_AGE|MS_POPULATION', '2024|72043|F|110+|2', '2024|72043|F|79|7']
  const read = await figuresIn(rows, { municipality: '72043' })
  const totals = new Map(read.totals.map(({ indicator, total }) => [indicator, total]))
  expect([totals.get('population65plus'), totals.get('population80plus'), totals.get('women80plus')]).toEqual([9, 2, 2])
})

test('the people of 2025 by the old sectors are figures of the edition of 2024, and so is their sum', async () => {
  const rows = ['CD_REFNIS|CD_SECTOR|TOTAL', '73111|73083A00-|5', '73111|73009A00-|7']
  const read = await figuresIn(rows, { municipality: '73111' }, 'OPENDATA_SECTOREN_2025_OLD.txt')
  expect(read.kept.map(({ level, edition, period, value }) => [level, edition, period, value])).toEqual([
    ['sector', '2024', '2025', 5],
    ['sector', '2024', '2025', 7],
    ['municipality', '2024', '2025', 12],
  ])
})

test('where a table has the four signs of a sector and its whole code, the whole code is the area', async () => {
  const income = 'CD_YEAR|CD_REFNIS_SECTOR|CD_SECTOR|CD_MUNTY_REFNIS|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC'
  const rows = [income, '2012|72025A00-|A00-|72025|500|19000']
  const { kept } = await figuresIn(rows, { municipality: '72043' })
  expect(kept[0]).toMatchObject({ areaCode: '72025A00-', indicator: 'taxDeclarations', value: 500 })
})
