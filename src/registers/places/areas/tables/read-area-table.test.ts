import { expect, test } from 'vitest'
import type { PublishedFile } from '../../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../../platform/published-files/row-splitter.ts'
import { readAreaTable, type TableWanted } from './read-area-table.ts'

const wanted: TableWanted = { nisCodes: new Set(['72043']), edition: '2025', known: new Map(), said: undefined }

function fileOf(...batches: readonly (readonly PublishedRow[])[]): PublishedFile & { readonly given: () => number } {
  let given = 0
  async function* rows() {
    for (let at = 0; ; at += 1) {
      given += 1
      yield batches[Math.min(at, batches.length - 1)] ?? []
    }
  }
  const table = { file: 'lang.csv', sheet: undefined, kind: 'text', form: {}, remarks: [], rows } as const
  return { file: 'lang.csv', sha256: '', tables: [table], close: () => undefined, given: () => given }
}

const header: PublishedRow = { line: 1, cells: ['cd_sector', 'cd_munty_refnis'] }
const sectors: readonly PublishedRow[] = Array.from({ length: 5000 }, (_, at) => ({
  line: at + 2,
  cells: ['72043A001', '72043'],
}))

test('of a table that is not about areas no more is read than its first rows, however long it is', async () => {
  const file = fileOf([{ line: 1, cells: ['datum', 'bedrag'] }, ...sectors], sectors)
  await expect(readAreaTable(file, wanted)).rejects.toMatchObject({ code: 'header' })
  expect(file.given()).toBe(1)
})

test('a table between areas that does not end is refused, not read until memory is full', async () => {
  const file = fileOf([header, ...sectors], sectors)
  await expect(readAreaTable(file, wanted)).rejects.toMatchObject({ code: 'too-many-rows', line: 1_000_000 })
})
