import { expect, test } from 'vitest'
import type { PublishedFile } from '../../../../platform/published-files/published-file.ts'
import type { PublishedRow } from '../../../../platform/published-files/row-splitter.ts'
import { readAreaTable } from './read-area-table.ts'
import type { TableWanted } from './row-reading.ts'

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

const tableIn = (...lines: readonly string[]) => {
  const rows = lines.map((line, at) => ({ line: at + 1, cells: line.split(';') }))
  const table = { file: 'tabel.csv', sheet: undefined, kind: 'text', form: {}, remarks: [] } as const
  return {
    file: 'tabel.csv',
    sha256: '',
    tables: [
      {
        ...table,
        rows: async function* () {
          yield rows
        },
      },
    ],
    close: () => undefined,
  } satisfies PublishedFile
}
const inBrussels: TableWanted = { ...wanted, nisCodes: new Set(['21004']), edition: '2024' }

test('a district that other municipalities share does not lie whole in one’s own', async () => {
  const file = tableIn(
    'cd_sector;cd_munty_refnis;MDRC',
    '21004A00-;21004;35',
    '21009A00-;21009;35',
    '21004B00-;21004;77',
  )
  const { memberships } = await readAreaTable(file, inBrussels)
  expect(
    memberships
      .filter(({ fromLevel }) => fromLevel === 'district')
      .map(({ fromCode, toCode, share, quality }) => [fromCode, toCode, share, quality]),
  ).toEqual([
    ['35', '21004', null, 'approximate'],
    ['77', '21004', 1, 'exact'],
  ])
})

test('titles may stand above the header', async () => {
  const { rows, memberships } = await readAreaTable(
    tableIn('Sectoren van Brussel', '', 'cd_sector;cd_munty_refnis', '21004A00-;21004'),
    inBrussels,
  )
  expect([rows, memberships.length]).toEqual([1, 1])
})

test('a row that breaks off between its cells is refused, and not passed over', async () => {
  const cut = tableIn('cd_sector;cd_munty_refnis', '21004A00-;21004', '21004A01-')
  await expect(readAreaTable(cut, inBrussels)).rejects.toMatchObject({ code: 'row-shape', line: 3 })
})

test('two columns of sectors say what became what, whatever stands between the name and the year', async () => {
  const file = tableIn('cd_sector2025;cd_sector_2024', '72043A00K;72043A00-', '72043A01K;72043A00-')
  const { memberships } = await readAreaTable(file, { ...wanted, edition: undefined, said: '72043' })
  expect(memberships.map(({ fromCode, fromEdition, toCode, share }) => [fromCode, fromEdition, toCode, share])).toEqual(
    [
      ['72043A00-', '2024', '72043A00K', null],
      ['72043A00-', '2024', '72043A01K', null],
    ],
  )
})
