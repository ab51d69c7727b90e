import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placesFile } from '../../../tests/support/files/places-files.ts'
import { publishedData } from '../../../tests/support/published-data.ts'
import { openTables } from './open-tables.ts'

// The municipalities and their primary care zones, as the provinces publish them: codes as numbers, one sheet.
const published = readFileSync(publishedData('geo/provincies-in-cijfers/gemeente_elz.xls'))

async function sheetIn(content: Buffer) {
  const { tables, close } = await openTables(placesFile('gemeenten.xls', content))
  const [table] = tables
  const rows = []
  for await (const batch of table?.rows() ?? []) rows.push(...batch)
  close()
  return { isHidden: table?.isHidden, rows }
}

test('an old workbook as it was published hides nothing and shows no percentage', async () => {
  const { isHidden, rows } = await sheetIn(published)
  expect(isHidden).toBe(false)
  expect(rows).toHaveLength(309)
  expect(rows.some(({ percentages }) => percentages !== undefined)).toBe(false)
  expect(rows[1]?.cells.slice(0, 2)).toEqual(['11001', 'Aartselaar'])
})

test.each([1, 2])('a sheet of an old workbook that is hidden (%i) says so', async (state) => {
  const hidden = Buffer.from(published)
  // Behind the place of the sheet and before its name.
  hidden.writeUInt8(state, hidden.indexOf('Blad1', 0, 'latin1') - 4)
  expect((await sheetIn(hidden)).isHidden).toBe(true)
})

test('the numbers of an old workbook that are shown as percentages say so, and the texts beside them do not', async () => {
  const shown = Buffer.from(published)
  const style = Buffer.from('e0001400', 'hex')
  for (let at = shown.indexOf(style); at !== -1; at = shown.indexOf(style, at + 1)) shown.writeUInt16LE(10, at + 6)
  const { rows } = await sheetIn(shown)
  expect(rows[0]?.percentages).toBeUndefined()
  expect(rows.slice(1).every(({ percentages }) => percentages?.size === 1 && percentages.has(0))).toBe(true)
  expect(rows[1]?.cells[0]).toBe('11001')
})
