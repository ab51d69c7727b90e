import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../../tests/support/files/figure-files.ts'
import { elementsIn } from '../../../../../tests/support/html.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { figureProtection } from './figure-protection.ts'

let world: World
let town: TestMunicipality

beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Zennegem', '23003')
})
afterAll(() => world.close())

const protectionOf = (...indicators: readonly string[]) =>
  world.app.transact(systemActor(town.id, 'test'), (tx) => figureProtection(tx, indicators))

async function importPopulation(year: string, ...people: readonly number[]): Promise<void> {
  const rows = people.map((count, k) => `23003|23003A00${k}|${count}`)
  const file = figureFile('bevolking.txt', `CD_REFNIS|CD_SECTOR|TOTAL\n${rows.join('\n')}\n`)
  const { json } = await meernet(
    world,
    'import',
    'indicators',
    file,
    '--municipality',
    '23003',
    '--period',
    year,
    '--json',
  )
  expect(json).toMatchObject({ figures: {} })
}

const areasOf = (keys: ReadonlySet<string>, year?: string) =>
  [...keys]
    .map((key) => key.split('\t'))
    .filter(([, period]) => year === undefined || period === year)
    .map(([, , area]) => area)
    .toSorted()

const endOf = (area = '') => area.split(' ').at(-1)

test('P13 of imported figures it is worked out once which are hidden, and anew after a newer file', async () => {
  await importPopulation('2024', 3, 40, 12)
  const [edition] = areasOf((await protectionOf('population')).hidden).map((area) => area?.split(' ')[1])
  expect(areasOf((await protectionOf('population')).hidden)).toEqual([
    `sector ${edition} 23003A000`,
    `sector ${edition} 23003A002`,
  ])
  await importPopulation('2024', 30, 41, 13)
  expect((await protectionOf('population')).hidden.size).toBe(0)
})

test('P13 what a file hid is not told by the next one, of which most figures are the same', async () => {
  const peopleOf = async (year: string, ...people: readonly number[]) => {
    await importPopulation(year, ...people)
    return areasOf((await protectionOf('population')).hidden, year).map(endOf)
  }
  expect(await peopleOf('2019', 3, 40, 12)).toEqual(['23003A000', '23003A002'])
  expect(await peopleOf('2019', 30, 40, 12)).toContain('23003A002')
  expect(await peopleOf('2019', 30, 41, 13)).toEqual([])
})

test('P13 a share of a sector with fewer than twenty people is hidden', async () => {
  await importOriginShares('2024', '23003A001', '23003A002')
  expect(areasOf((await protectionOf('originShare')).hidden).map(endOf)).toEqual(['23003A002'])
})

test('P13 of a year without inhabitants those of the nearest year say whether a share is of fewer than twenty', async () => {
  await importPopulation('2012', 60, 15, 60)
  await importPopulation('2016', 60, 60, 15)
  await importOriginShares('2011', '23003A001', '23003A002')
  expect(areasOf((await protectionOf('originShare')).hidden, '2011').map(endOf)).toEqual(['23003A001'])
})

async function importOriginShares(year: string, ...sectors: readonly string[]): Promise<void> {
  const rows = sectors.map((code) => `${code};23003;${year};50`)
  const file = figureFile('aandelen.csv', `sector;gemeente;jaar;aandeel\n${rows.join('\n')}\n`)
  const mapping = figureFile(
    'mapping.json',
    JSON.stringify({
      layout: 'test',
      source: 'Test',
      licence: 'CC0',
      area: { column: 'sector', level: 'sector' },
      municipality: 'gemeente',
      period: { column: 'jaar' },
      measures: [{ column: 'aandeel', indicator: 'originShare', kind: 'share', unit: '%' }],
    }),
  )
  const asked = ['--municipality', '23003', '--mapping', mapping, '--json']
  const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
  expect(json).toMatchObject({ figures: {} })
}

test('P13 the incomes of three declarations are hidden in every way they are told, wherever more people live', async () => {
  const rows = ['A000|3|61000|21000|9000', 'A001|180|4200000|23500|14000', 'A002|410|9100000|22300|15000']
  const told = ['NBR_NON_ZERO_INC', 'TOT_NET_TAXABLE_INC', 'MEDIAN_NET_TAXABLE_INC', 'INT_QUART_DIFF']
  const head = ['CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR', ...told.map((one) => `MS_${one}`)].join('|')
  const file = figureFile('inkomens.txt', [head, ...rows.map((row) => `2022|23003|23003${row}`), ''].join('\n'))
  await importPopulation('2022', 50, 400, 900)
  const { json } = await meernet(world, 'import', 'indicators', file, '--municipality', '23003', '--json')
  expect(json).toMatchObject({ figures: {} })
  const hiddenOf = async (indicator: string) => {
    const { hidden } = await protectionOf(indicator)
    return areasOf(new Set([...hidden].filter((key) => key.startsWith(`${indicator}\t`)))).map(endOf)
  }
  expect(await hiddenOf('medianTaxIncome')).toEqual(['23003A000'])
  expect(await hiddenOf('taxIncomeQuartileDifference')).toEqual(['23003A000'])
  // With all incomes of the municipality, less those of the other sectors, these are told as well.
  expect(await hiddenOf('taxableIncome')).toEqual(['23003', '23003A000'])
})

test.each(['averageTaxIncomePerResident', 'v2302_GKO_V'])(
  'P13 who looks at %s alone knows which numbers of people are hidden that it may be weighed by',
  async (indicator) => {
    await importPopulation('2010', 3, 40, 12)
    const { hidden } = await protectionOf(indicator)
    expect(areasOf(new Set([...hidden].filter((key) => key.startsWith('population\t'))), '2010').map(endOf)).toEqual([
      '23003A000',
      '23003A002',
    ])
  },
)

test('P13 of a file that was replaced the men of a sector do not follow from its inhabitants and its women', async () => {
  const mapping = figureFile(
    'mannen-en-vrouwen.json',
    JSON.stringify({
      ...{ layout: 'test', source: 'Test', licence: 'CC0', municipality: 'gemeente' },
      ...{ area: { column: 'sector', level: 'sector' }, period: { column: 'jaar' } },
      measures: ['population', 'populationMen', 'populationWomen'].map((indicator) => ({
        ...{ column: indicator, indicator, kind: 'count', unit: 'persons' },
      })),
    }),
  )
  const importRows = async (menOfFirst: number) => {
    const rows = [
      `23003A001;23003;2022;${menOfFirst + 40};${menOfFirst};40`,
      '23003A002;23003;2022;90;44;46',
      '23003A003;23003;2022;80;38;42',
    ]
    const file = figureFile(
      'mannen.csv',
      `sector;gemeente;jaar;population;populationMen;populationWomen\n${rows.join('\n')}\n`,
    )
    const asked = ['--municipality', '23003', '--mapping', mapping, '--json']
    const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
    return (json.dataset as { readonly id: string }).id
  }
  const before = await importRows(3)
  await importRows(33)
  const reader = world.as(await makeStaff(world, town))
  const shownOf = async (indicator: string) => {
    const page = await (await reader.get(`/analysis/figures/${before}?indicator=${indicator}`)).text()
    return elementsIn(page, 'td').map(({ text }) => text)
  }
  expect(await shownOf('populationMen')).not.toContain('3')
  const [inhabitants, women] = [await shownOf('population'), await shownOf('populationWomen')]
  expect(inhabitants.includes('43') && women.includes('40')).toBe(false)
})
