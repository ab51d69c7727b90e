import { expect, test } from 'vitest'
import { byAgeAndSex, overTheYears } from './netegem.ts'

const rowsOf = (indicator: string) => overTheYears.find((one) => one.indicator === indicator)?.rows ?? []
const sum = (cells: readonly unknown[]) => cells.reduce((total: number, cell) => total + Number(cell), 0)

test('the neighbourhoods of Netegem add up to Netegem, by year and by age', () => {
  for (const [molenwijk, stationsbuurt, heide, netegem] of [...rowsOf('population'), ...rowsOf('population65plus')])
    expect(sum([molenwijk, stationsbuurt, heide])).toBe(netegem)
  const people = [0, 1, 2, 3].map((area) => sum(byAgeAndSex.map(({ rows }) => rows[0]?.[area])))
  expect(people).toEqual(rowsOf('population').at(-1))
})

test('the shares of older people are those of the counts', () => {
  const counts = rowsOf('population')
  const older = rowsOf('population65plus')
  const shares = older.map((row, year) =>
    row.map((cell, area) => Math.round((Number(cell) / Number(counts[year]?.[area])) * 1000) / 10),
  )
  expect(shares).toEqual(rowsOf('age65Share'))
})
