import { expect, test } from 'vitest'
import { figuresIn } from '../../../tests/support/files/figure-files.ts'
import { publishedData } from '../../../tests/support/published-data.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import { type MappingInput, mappingSchema } from './mapping/mapping.ts'
import { formerCodesOf, mergers, partsIn } from './mergers.ts'

const sectors = ['CD_REFNIS|CD_SECTOR|TOTAL', '73083|73083A00-|100', '73083|73083ZZZZ|1', '73009|73009A00-|20']
const after = { municipality: '73111', period: '2023' }
const brief = ({ level, areaCode, edition, value, missing, isSummed }: KeptLike) =>
  [level, areaCode, edition, value ?? missing, ...(isSummed ? ['sum'] : [])].join(' ')
type KeptLike = Awaited<ReturnType<typeof figuresIn>>['kept'][number]

test('sectors of before a merger are those of the municipality that came of it, and come to its sum', async () => {
  const { kept, ofMunicipality } = await figuresIn([...sectors, '72043|72025A00-|7'], after)
  expect(kept.map(brief)).toEqual([
    'sector 73083A00- 2024 100',
    'sector 73083ZZZZ 2024 1',
    'sector 73009A00- 2024 20',
    'municipality 73111 2024 121 sum',
  ])
  expect(ofMunicipality).toMatchObject([{ areas: 3, municipalities: 2, total: 121 }])
})

test('without all the municipalities that merged there is no sum of them', async () => {
  const { kept } = await figuresIn(sectors.slice(0, 3), after)
  expect(kept.map(({ level }) => level)).toEqual(['sector', 'sector'])
})

test('a sum of municipalities that merged is hidden or unknown as its parts are', async () => {
  const { kept } = await figuresIn([...sectors.slice(0, 3), '73009|73009A00-|C'], after)
  expect(kept.map(brief).at(-1)).toBe('municipality 73111 2024 hidden sum')
})

const byMunicipality: MappingInput = {
  layout: 'gemeenten',
  area: { column: 'nis', level: 'municipality' },
  municipality: 'nis',
  period: { stated: true },
  measures: [
    { column: 'inwoners', indicator: 'population', kind: 'count' },
    { column: 'inkomen', indicator: 'medianTaxIncome', kind: 'median' },
  ],
}

test('of a table of municipalities their counts are added up, a median is not, and none of them is an area of today', async () => {
  const lines = ['nis;inwoners;inkomen', '73083;30000;20000', '73009;10000;21000', '72043;5;5']
  const { kept } = await figuresIn(lines, { ...after, mapping: mappingSchema.parse(byMunicipality) })
  expect(kept.map(brief)).toEqual(['municipality 73111 2024 40000 sum'])
})

test('figures of 2015 of Pelt are those of Neerpelt and Overpelt, whose sectors may be written short', async () => {
  const lines = ['CD_MUNTY_REFNIS|CD_SECTOR|POPULATION', '72025|A00-|5', '72029|A01-|6', '72003|A00-|7']
  const { kept } = await figuresIn(lines, { municipality: '72043', period: '2015' })
  expect(kept.map(brief)).toEqual([
    'sector 72025A00- 2024 5',
    'sector 72029A01- 2024 6',
    'municipality 72043 2024 11 sum',
  ])
})

test('a municipality that took another in and kept its code is, before that, both, unless a figure of it is published', async () => {
  const lines = ['CD_REFNIS|CD_SECTOR|TOTAL', '11002|11002E122|500', '11007|11007A00-|10']
  const antwerp = { municipality: '11002', period: '2023' }
  expect((await figuresIn(lines, antwerp)).kept.map(brief)).toEqual([
    'sector 11002E122 2024 500',
    'sector 11007A00- 2024 10',
    'municipality 11002 2024 510 sum',
  ])
  const published = ['nis;inwoners;inkomen', '11002;500;20000', '11007;10;21000']
  const { kept } = await figuresIn(published, { ...antwerp, mapping: mappingSchema.parse(byMunicipality) })
  expect(kept.map(brief)).toEqual(['municipality 11002 2024 500', 'municipality 11002 2024 20000'])
})

test('neighbourhoods of the provinces of before a merger lie in the municipality that came of it', async () => {
  const lines = [
    'period;geolevel;geoitem;v',
    '2023;ggw72024;7308301;5',
    '2023;ggw72024;7300901;6',
    '2023;ggw7;73110W01;7',
  ]
  const { kept } = await figuresIn(lines, { municipality: '73111' })
  expect(kept.map(({ areaCode }) => areaCode)).toEqual(['7308301', '7300901'])
})

test('a municipality is made of those that merged before the year of their merger, and of itself since', () => {
  expect([partsIn('2024', '73111'), partsIn('2018', '73111')]).toEqual([formerCodesOf('73111'), formerCodesOf('73111')])
  expect([partsIn('2025', '73111'), partsIn('unstated', '73111'), partsIn('2018', '71020')]).toEqual([
    ['73111'],
    ['73111'],
    ['71020'],
  ])
  // One step leads from any code to that of today.
  const merged = new Set(mergers.map(({ into }) => into))
  expect(mergers.flatMap(({ into, from }) => from.filter((code) => code !== into && merged.has(code)))).toEqual([])
})

test('the mergers of 2025 in Flanders are those of the table of the provinces', async () => {
  const file = await openTables(publishedData('geo/provincies-in-cijfers/gemeente2024_gemeente.xlsx'))
  const published: string[] = []
  for await (const rows of file.tables[0]?.rows() ?? [])
    for (const { line, cells } of rows) if (line > 1 && cells[0] !== cells[1]) published.push(cells.join(' > '))
  file.close()
  const known = mergers.flatMap(({ year, into, from }) =>
    year === 2025 ? from.filter((code) => code !== into).map((code) => `${code} > ${into}`) : [],
  )
  expect(known.filter((one) => !one.endsWith('82039')).toSorted()).toEqual(published.toSorted())
})
