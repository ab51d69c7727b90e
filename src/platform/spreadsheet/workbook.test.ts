import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { workbookOf } from './workbook.ts'

test('a workbook keeps numbers as numbers, and no text in it is a formula', async () => {
  const made = await workbookOf([
    {
      name: 'figures',
      rows: [
        ['name', 'value'],
        ['=1+1', 12.5],
        ['@SUM(A1)', 0],
        ['Molenwijk', null],
      ],
    },
    { name: 'sources', rows: [['source'], ['Statbel']] },
  ])
  const { sheets } = await readXlsx(made)
  expect(sheets.map(({ name }) => name)).toEqual(['figures', 'sources'])
  expect(sheets[0]?.rows.slice(1, 3)).toEqual([
    ["'=1+1", 12.5],
    ["'@SUM(A1)", 0],
  ])
  expect(sheets[0]?.rows[3]?.[0]).toBe('Molenwijk')
})
