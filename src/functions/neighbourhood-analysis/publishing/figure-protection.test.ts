import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../../../../tests/support/command-line.ts'
import { figureFile } from '../../../../tests/support/figure-files.ts'
import { elementsIn } from '../../../../tests/support/html.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
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
    return areasOf((await protectionOf('population')).hidden, year).map((area) => area?.slice(-9))
  }
  expect(await peopleOf('2019', 3, 40, 12)).toEqual(['23003A000', '23003A002'])
  expect(await peopleOf('2019', 30, 40, 12)).toContain('23003A002')
  expect(await peopleOf('2019', 30, 41, 13)).toEqual([])
})

test('P13 a share of a sector with fewer than twenty people is hidden', async () => {
  const file = figureFile(
    'aandelen.csv',
    'sector;gemeente;jaar;aandeel\n23003A001;23003;2024;50\n23003A002;23003;2024;50\n',
  )
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
  await meernet(world, 'import', 'indicators', file, '--municipality', '23003', '--mapping', mapping, '--json')
  const { hidden } = await protectionOf('originShare')
  expect(areasOf(hidden).map((area) => area?.slice(-9))).toEqual(['23003A002'])
})

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
