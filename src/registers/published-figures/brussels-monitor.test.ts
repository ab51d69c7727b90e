import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { figureFile, figuresOf } from '../../../tests/support/files/figure-files.ts'

// The Brussels monitor of other years and languages, as people export it.
const years = [null, null, 2021, 2022]
const districts = [
  [1, 'Grote Markt', 10, 11],
  [77, 'Heembeek', 'ND', 12],
]
const whole = [
  [null, null, 'Totale bevolking', 'Totale bevolking'],
  [null, null, 'Aantal', 'Aantal'],
]

async function read(rows: WriteSheet['rows'], more: Partial<WriteSheet> = {}) {
  const content = await writeXlsx({ sheets: [{ name: 'Gegevens', rows: rows ?? [], ...more }] })
  return figuresOf(figureFile('monitor.xlsx', Buffer.from(content)), { municipality: '21004' })
}
const totalsOf = ({ totals }: Awaited<ReturnType<typeof read>>) =>
  totals.map(({ indicator, level, period, areas, total, totalIs }) =>
    [indicator, level, period, areas, total ?? totalIs].join(' '),
  )
const expected = ['population district 2021 2 unknown', 'population district 2022 2 23']

test('a title may stand above the three lines of names', async () => {
  expect(totalsOf(await read([['Wijkmonitoring'], [], ...whole, years, ...districts]))).toEqual(expected)
})

test.each([
  ['merged over its years', [{ startRow: 0, startCol: 2, endRow: 0, endCol: 3 }]],
  ['and nothing right of it', []],
])('an indicator that stands once, %s, is that of each year below it', async (_how, merges) => {
  const rows = [[null, null, 'Totale bevolking'], [null, null, 'Aantal'], years, ...districts]
  expect(totalsOf(await read(rows, { merges }))).toEqual(expected)
})

test('an indicator without a unit has not that of the indicator before it', async () => {
  const rows = [[null, null, 'Aandeel 65+', 'Oppervlakte'], [null, null, '%'], years, [1, 'Grote Markt', 12.5, 40]]
  expect((await read(rows)).indicators).toMatchObject([
    { name: 'Aandeel 65+', kind: 'share', unit: '%' },
    { name: 'Oppervlakte', kind: 'unstated', unit: '' },
  ])
})

test.each([
  ['without a code', [null, 'Brussels Hoofdstedelijk Gewest', 30, 31]],
  ['with a code', [999, 'Région de Bruxelles-Capitale', 30, 31]],
])('the region among its districts, %s, is their sum', async (_how, region) => {
  const found = await read([...whole, years, ...districts, region])
  expect(totalsOf(found)).toEqual(expected)
  expect(found.remarks).toContainEqual({ kind: 'sums-of-others-passed-over', count: 1 })
})

test('a municipality among the districts is a municipality, by its code', async () => {
  const found = await read([...whole, years, ...districts, [21004, 'Brussel', 30, 31]])
  expect(totalsOf(found)).toContain('population municipality 2022 1 31')
  expect(totalsOf(found)).toContain('population district 2022 2 23')
})
