import { expect, test } from 'vitest'
import { figuresIn } from '../../../tests/support/figure-files.ts'
import { areaFinder } from './area-names.ts'

const find = areaFinder([
  { name: 'Nijvel', code: '25072' },
  { name: 'Nivelles', code: '25072' },
  { name: 'Aalst', code: '41002' },
  { name: 'Saint-Nicolas', code: '46021' },
  { name: 'Saint-Nicolas', code: '62093' },
])

test.each([
  ['Nivelles', '25072'],
  ['NIJVEL', '25072'],
  ['Nívelles ', '25072'],
  ['Aalst (Aalst)', '41002'],
])('"%s" is the municipality %s', (name, code) => {
  expect(find(name)).toEqual({ kind: 'known', code })
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
const names = [{ name: 'Peer', code: '72030' }]
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
  expect(read.remarks).toContainEqual({ kind: 'names-not-known', count: 1 })
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
