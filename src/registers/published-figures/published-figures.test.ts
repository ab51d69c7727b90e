import { expect, test } from 'vitest'
import { figuresOf } from '../../../tests/support/files/figure-files.ts'
import { publishedData } from '../../../tests/support/published-data.ts'

const real = (path: string) => publishedData(`indicators/${path}`)
const totalOf = (read: Awaited<ReturnType<typeof figuresOf>>, indicator: string, period: string | null) =>
  read.totals.find((total) => total.indicator === indicator && total.period === period)

test('fiscal income by sector: what Statbel hides stays hidden, and no sum is made of it', async () => {
  const read = await figuresOf(real('statbel/REBUILT-TF_PSNL_INC_TAX_SECTOR-zennevallei-2019-2022.txt'), {
    municipality: '23003',
  })
  expect(read.layout).toBe('statbel-income-by-sector')
  expect(totalOf(read, 'taxDeclarations', '2019')).toMatchObject({ total: 72_904, areas: 150, edition: '2024' })
  expect(totalOf(read, 'taxableIncome', '2019')).toMatchObject({
    total: null,
    totalIs: 'hidden',
    missing: { hidden: 18 },
  })
  expect(totalOf(read, 'medianTaxIncome', '2019')).toMatchObject({
    total: null,
    totalIs: 'notSummed',
    missing: { hidden: 9 },
  })
  const nezing = read.kept.filter(({ areaCode, period }) => areaCode === '23003A212' && period === '2019')
  expect(nezing.find(({ indicator }) => indicator === 'taxableIncome')).toMatchObject({
    value: null,
    missing: 'hidden',
  })
  expect(nezing.find(({ indicator }) => indicator === 'medianTaxIncome')).toMatchObject({ value: 27_420 })
  expect(read.kept.some(({ level }) => level === 'region')).toBe(false)
})

test('fiscal income by municipality: 589 municipalities of before the mergers, eight years, 28 measures', async () => {
  const read = await figuresOf(real('statbel/TF_PSNL_INC_TAX_MUNTY_tcm325-272513.zip'), { municipality: '72025' })
  expect(read).toMatchObject({ layout: 'statbel-income-by-municipality', tables: [{ read: 4712 }] })
  expect(read.indicators).toHaveLength(28)
  expect(totalOf(read, 'taxResidents', '2006')).toMatchObject({
    total: 10_584_534,
    municipalities: 589,
    edition: '2018',
  })
  const income = read.kept.filter(({ indicator, period }) => indicator === 'taxableIncome' && period === '2006')
  expect(income.map(({ level, isSummed }) => [level, isSummed])).toEqual([
    ['municipality', false],
    ['region', true],
    ['country', true],
  ])
})

test('the population of 2015 by age is added up over sex, nationality and civil status', async () => {
  const read = await figuresOf(real('statbel/TF_SOC_POP_STRUCT_2015_tcm325-273262.zip'), { municipality: '44021' })
  const figures = ['population', 'population0to17', 'population18to64', 'population65plus', 'population80plus']
  expect(figures.map((indicator) => totalOf(read, indicator, '2015')?.total)).toEqual([
    11_209_044, 2_277_158, 6_901_298, 2_030_588, 611_358,
  ])
  expect(2_277_158 + 6_901_298 + 2_030_588).toBe(11_209_044)
  const byAgeAndSex = read.totals.filter(({ indicator }) => /^(wo)?men[0-9]/.test(indicator))
  expect(byAgeAndSex).toHaveLength(18)
  expect(byAgeAndSex.reduce((sum, { total }) => sum + (total ?? 0), 0)).toBe(11_209_044)
  expect(totalOf(read, 'women80plus', '2015')?.total).toBe(393665)
  expect(
    read.kept.find(({ level, indicator }) => level === 'municipality' && indicator === 'population'),
  ).toMatchObject({
    areaCode: '44021',
    value: 253_266,
  })
})

test('births per day become births per year, of the whole country', async () => {
  const read = await figuresOf(real('statbel/TF_BIRTHS_tcm325-271723.zip'), { municipality: '72043' })
  expect(read.totals.map(({ period, total }) => [period, total]).slice(0, 2)).toEqual([
    ['2008', 128_049],
    ['2009', 127_297],
  ])
  expect(read.kept.every(({ level }) => level === 'country')).toBe(true)
})

test('the census cube is added up over its leaves: 11,000,638 people in 44 areas', async () => {
  const read = await figuresOf(real('statbel/TF_CENSUS_2011_HC55_L_tcm325-272508.zip'))
  expect(read.totals).toMatchObject([{ total: 11_000_638, areas: 44, level: 'nuts3', period: '2011' }])
  expect(read.remarks).toEqual([{ kind: 'period-from-file-name', period: '2011' }])
})

test('an upload workbook of Swing: templates without figures, the column to be removed, the edition in the level', async () => {
  const read = await figuresOf(real('swing/000_voorbeeld_upload.xlsx'), { municipality: '11002' })
  expect(read.indicators.map(({ indicator, kind }) => [indicator, kind])).toEqual([
    ['v2302_GKO_V', 'unstated'],
    ['v2301_BKO_V', 'unstated'],
    ['v2301_GLO_V', 'unstated'],
  ])
  expect(totalOf(read, 'v2302_GKO_V', '2010')).toMatchObject({
    areas: 327,
    edition: '2024',
    total: null,
    totalIs: 'notSummed',
  })
  const [first] = read.kept
  expect(first).toMatchObject({ areaCode: '11002', period: '2010', value: 21_990 })
  expect(read.remarks.map(({ kind }) => kind)).toEqual(['sheets-without-figures', 'columns-left-out'])
})

test('the Brussels monitor: three lines of header, signs for what is missing, and rows that contradict each other', async () => {
  const read = await figuresOf(real('brussels-wijkmonitoring/Data Brussels Neighborhoods v2.xlsx'), {
    municipality: '21004',
  })
  expect(read.layout).toBe('brussels-monitor')
  expect(read.indicators).toHaveLength(39)
  const kept = (code: string, indicator: string, period: string) =>
    read.kept.find((one) => one.areaCode === code && one.indicator === indicator && one.period === period)
  expect(
    kept('2', 'Aandeel begunstigden van een OCMW-inkomen (leefloon of equivalent) in de bevolking', '2005'),
  ).toMatchObject({
    value: 5.28,
    areaName: 'Dansaert',
    level: 'district',
  })
  // Two columns with one header, of which each fills the gaps of the other; a link where a figure should be.
  expect(kept('1', 'Aandeel ondoordringbare oppervlakken', '2022')).toMatchObject({ value: 98.6 })
  expect(kept('7', 'unemploymentRate', '2022')).toMatchObject({ value: null, missing: 'unknown' })
  expect(kept('109', 'population', '2020')).toMatchObject({ value: null, missing: 'unknown' })
  expect(read.remarks).toContainEqual({ kind: 'doubled-areas', names: ['37 Flagey - Malibran', '109 Observatorium'] })
  expect(read.totals.some(({ missing }) => missing.hidden > 0)).toBe(true)
})

test('the index of deprivation names no municipality: sectors that are known are kept, ranks are left out', async () => {
  const wide = await figuresOf(real('bimd/BIMD2011_DOMAINS_STATISTICAL_SECTOR_ELLIS_WIDE.csv.gz'), {
    municipality: '72043',
    ownSectors: ['72025A00-', '11002E122'],
  })
  expect(wide.totals[0]).toMatchObject({ areas: 18_764, period: '2011', edition: '2024', totalIs: 'notSummed' })
  expect(new Set(wide.kept.map(({ areaCode }) => areaCode))).toEqual(new Set(['72025A00-', '11002E122']))
  expect(wide.indicators.some(({ indicator }) => indicator.includes('rank'))).toBe(false)
  const long = await figuresOf(real('bimd/BIMD_2011_WITHOUT_HEALTH_ELLIS_LONG.csv.gz'), {
    municipality: '11001',
    ownSectors: ['11001A00-'],
  })
  expect(long.kept.find(({ indicator }) => indicator === 'bimd-long:score')).toMatchObject({ value: 7.0504403431834 })
  expect(long.remarks).toContainEqual({ kind: 'rows-left-out', count: 18_764 })
})

test('the table of Leuven: 118 sectors, NA is unknown, shares and ratios are not added up', async () => {
  const read = await figuresOf(real('leuven/Data1_demographic_sector.csv'), {
    municipality: '24062',
    period: '2019',
    ownSectors: ['24062A52-', '24062D691'],
  })
  expect(totalOf(read, 'men', '2019')).toMatchObject({ areas: 118, edition: '2024' })
  expect(totalOf(read, 'population', '2019')).toMatchObject({
    total: null,
    totalIs: 'unknown',
    missing: { unknown: 3 },
  })
  expect(totalOf(read, 'singleHouseholdShare', '2019')).toMatchObject({ totalIs: 'notSummed' })
  const kept = read.kept.find(({ areaCode, indicator }) => areaCode === '24062D691' && indicator === 'births')
  expect(kept).toMatchObject({ value: null, missing: 'unknown', areaName: 'Alsemberg' })
})

test('the population by municipality with regions and provinces between: each level is counted apart', async () => {
  const read = await figuresOf(publishedData('geo/refnis/bevolking_per_gemeente_2020.csv'), { municipality: '72043' })
  const population = read.totals.filter(({ indicator }) => indicator === 'population')
  expect(population.map(({ level, total }) => [level, total])).toEqual(
    expect.arrayContaining([
      ['country', 11_492_641],
      ['region', 11_492_641],
      ['municipality', 11_492_641],
    ]),
  )
  expect(
    read.kept
      .filter(({ indicator }) => indicator === 'population')
      .map(({ areaCode, isSummed }) => [areaCode, isSummed]),
  ).toEqual([
    ['01000', false],
    ['02000', false],
    ['72043', false],
  ])
})

test('the building stock of be.STAT, a list of facts: building types are added up, by when they were built', async () => {
  const read = await figuresOf(real('statbel/gebouwenpark-PELT.json.gz'), { municipality: '72043' })
  expect(read).toMatchObject({ layout: 'statbel-building-stock', tables: [{ read: 138 }] })
  const totals = ['buildings', 'buildingsBefore1946', 'buildings1946To1981', 'buildingsAfter1981', 'dwellings']
  expect(totals.map((indicator) => totalOf(read, indicator, '2025')?.total)).toEqual([13_504, 1198, 5882, 6414, 15_723])
  expect(read.kept).toContainEqual(
    expect.objectContaining({ indicator: 'dwellings', areaCode: '72043', edition: '2025' }),
  )
})
