import { expect, test } from 'vitest'
import { figuresIn } from '../../../tests/support/files/figure-files.ts'
import { areaFinder, type NamedArea } from './area-names.ts'
import { mappingSchema } from './mapping/mapping.ts'

const municipality = (name: string, code: string): NamedArea => ({
  name,
  level: 'municipality',
  code,
  municipality: code,
})
const neighbourhood = (name: string, code: string, edition: string): NamedArea => ({
  name,
  level: 'neighbourhood',
  code,
  municipality: '72043',
  edition,
})

const find = areaFinder([
  municipality('Nijvel', '25072'),
  municipality('Nivelles', '25072'),
  municipality('Aalst', '41002'),
  municipality('Saint-Nicolas', '46021'),
  municipality('Saint-Nicolas', '62093'),
])

test.each([
  ['Nivelles', '25072'],
  ['NIJVEL', '25072'],
  ['Nívelles ', '25072'],
  ['Aalst (Aalst)', '41002'],
])('"%s" is the municipality %s', (name, code) => {
  expect(find(name)).toMatchObject({ kind: 'known', area: { code } })
})

test.each(['Arrondissement Nijvel', 'Nijvel-Noord', 'Aalst Aalst', 'Niivel', ''])(
  '"%s" only resembles a name that is known, and is not it',
  (name) => {
    expect(find(name)).toEqual({ kind: 'unknown' })
  },
)

test('a name of two municipalities is neither of them', () => {
  expect(find('Saint-Nicolas')).toEqual({ kind: 'ambiguous' })
})

const header =
  'België;Gemeente;Type particulier huishouden niveau 1;Grootte particulier huishouden niveau 1;Particuliere huishoudens'
const rows = [
  header,
  'België;Peer;Eén kern;1 persoon;',
  'België;Peer;Eén kern;2 personen;40',
  'België;Peer;Zonder kern;1 persoon;25',
  'België;Peer;Eén kern;;40',
  'België;Peer;;;65',
  'België;Elders;Zonder kern;1 persoon;7',
  'België;;;;72',
]
const names = [municipality('Peer', '72030')]
const asked = { municipality: '72030', period: '2018', names }

test('a file of be.STAT names municipalities: those that are known get their code, and which is said', async () => {
  const read = await figuresIn(rows, asked)
  expect(read.totals.map(({ indicator, total, areas }) => [indicator, total, areas])).toEqual([
    ['privateHouseholds', 72, 2],
    ['singleHouseholds', 32, 2],
  ])
  expect(read.kept).toMatchObject([
    { indicator: 'privateHouseholds', areaCode: '72030', areaName: 'Peer', value: 65, edition: '2018' },
    { indicator: 'singleHouseholds', areaCode: '72030', value: 25 },
  ])
  expect(read.remarks).toContainEqual({ kind: 'areas-by-name', names: ['Peer = 72030'] })
  expect(read.remarks).toContainEqual({ kind: 'names-not-known', count: 1, names: ['Elders'] })
  expect(read.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 3 })
})

test('of a municipality that is not known by its name nothing is kept, and the whole is counted', async () => {
  const read = await figuresIn(rows, { ...asked, names: [] })
  expect(read.kept).toEqual([])
  expect(read.totals[0]).toMatchObject({ total: 72, municipalities: 0 })
})

test('two names that could be one municipality are asked about', async () => {
  const both = [header, 'België;Peer;Eén kern;2 personen;40', 'België;Peer (Maaseik);Eén kern;2 personen;30']
  await expect(figuresIn(both, asked)).rejects.toThrow(
    /line 3, column Gemeente: "Peer \(Maaseik\)" and "Peer" could both/,
  )
})

const byName = mappingSchema.parse({
  layout: 'bevolking per wijk',
  area: { named: 'wijk', level: 'neighbourhood' },
  period: { column: 'jaar' },
  measures: [{ column: 'aantal', indicator: 'population', kind: 'count', unit: 'persons' }],
})
const districts = ['jaar;wijk;aantal', '2025;Boseind;100', '2025;Lindel (Pelt);50', '2025;Nergens;9']
const published = [neighbourhood('Boseind', '72043W01', '2025'), neighbourhood('Lindel', '72043W02', '2025')]

test('a city names its neighbourhoods: those that are kept get their code and its edition, others are named as not known', async () => {
  const read = await figuresIn(districts, { municipality: '72043', mapping: byName, names: published })
  expect(read.kept).toMatchObject([
    { areaCode: '72043W01', edition: '2025', value: 100 },
    { areaCode: '72043W02', edition: '2025', value: 50 },
  ])
  expect(read.remarks).toContainEqual({ kind: 'names-not-known', count: 1, names: ['Nergens'] })
  expect(read.totals.map(({ total }) => total)).toEqual([150, 9])
})

test('a neighbourhood of one name in two editions is asked about, and the edition answers', async () => {
  const names = [...published, neighbourhood('Boseind', '7204301', '2024')]
  const twice = { municipality: '72043', mapping: byName, names }
  await expect(figuresIn(districts, twice)).rejects.toThrow(/more than one area here. Say of which edition/)
  const read = await figuresIn(districts, { ...twice, edition: '2025' })
  expect(read.kept[0]).toMatchObject({ areaCode: '72043W01' })
})

test.each([
  ['without codes', { named: 'wijk', level: 'neighbourhood' } as const],
  ['with an empty code', { column: 'code', level: 'neighbourhood', name: 'wijk' } as const],
])(
  'the name of the municipality below its neighbourhoods, %s, is their sum and does not count twice',
  async (_how, area) => {
    const mapping = mappingSchema.parse({
      layout: 'wijken',
      area,
      period: { stated: true },
      measures: [{ column: 'inwoners', indicator: 'population', kind: 'count' }],
    })
    const lines = ['code;wijk;inwoners', '72043W01;Boseind;10', '72043W02;Centrum;20', ';Pelt;30']
    const town = [municipality('Pelt', '72043')]
    const read = await figuresIn(lines, { municipality: '72043', period: '2024', names: town, mapping })
    expect(read.totals).toMatchObject([{ level: 'neighbourhood', total: 30, areas: 2 }])
    expect(read.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 1 })
  },
)

test('a neighbourhood that is called as its municipality is a neighbourhood', async () => {
  const mapping = mappingSchema.parse({
    layout: 'wijken',
    area: { named: 'wijk', level: 'neighbourhood' },
    period: { stated: true },
    measures: [{ column: 'inwoners', indicator: 'population', kind: 'count' }],
  })
  const same = [municipality('Pelt', '72043'), neighbourhood('Pelt', '72043W03', '2025')]
  const read = await figuresIn(['wijk;inwoners', 'Pelt;10'], {
    municipality: '72043',
    period: '2024',
    names: same,
    mapping,
  })
  expect(read.kept).toMatchObject([{ areaCode: '72043W03', level: 'neighbourhood', value: 10 }])
})
