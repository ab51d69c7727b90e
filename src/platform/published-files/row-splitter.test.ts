import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowSplitter } from './row-splitter.ts'

const rowsOf = (text: string, delimiter = ',') => {
  const splitter = new RowSplitter(delimiter, { file: 'tabel.csv' })
  return [...splitter.push(text), ...splitter.end()]
}

/** Codes that look like numbers, dates or amounts, and text with everything that has a meaning in a table. */
const cell = fc.oneof(
  fc.constantFrom('72025A00-', '11002E122', '0001', '-5', '1e5', '1-2', '007', '1.234,5', 'NA', ''),
  fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '|', '\n', '\t', ' ', 'é', "'", '0') })
    .map((text) => text.trim()),
)

test('every cell of a table comes back as the text it was, wherever the pieces are cut', () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '|', '\t'),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, size) => {
        const text = stringify(rows, { delimiter, quoted_match: /^\s|\s$/ })
        const splitter = new RowSplitter(delimiter, { file: 'tabel.csv' })
        const read = []
        for (let at = 0; at < text.length; at += size) read.push(...splitter.push(text.slice(at, at + size)))
        read.push(...splitter.end())
        expect(read.map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one !== '')))
      },
    ),
  )
})

test('lines are counted as an editor counts them, also within a cell and past empty lines', () => {
  const rows = rowsOf('a,b\r\n\r\n"one\ntwo",2\r\n3,"4"\r\n')
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['one\ntwo', '2'] },
    { line: 5, cells: ['3', '4'] },
  ])
})

test('no-break spaces around a label are no part of it', () => {
  expect(rowsOf('Gewest\u00a0\u00a0|x\u00a0y ', '|')[0]?.cells).toEqual(['Gewest', 'x\u00a0y'])
})

test('a quotation mark that is never closed is refused at the line where it opens', () => {
  expect(() => rowsOf('a,b\n1,2\n3,"4\n5,6\n')).toThrow(
    /^tabel.csv, line 3: opens a quotation mark that is never closed/,
  )
})

test('a mark in the middle of a cell is text, text behind a closing mark is refused', () => {
  expect(rowsOf('a,5" buis\n')[0]?.cells).toEqual(['a', '5" buis'])
  expect(() => rowsOf('x,y\na,"b"c\n')).toThrow(/^tabel.csv, line 2: has text behind a closing quotation mark/)
})

test('more empty lines than a spreadsheet has are refused, for nobody would wait for what stands below them', () => {
  const splitter = new RowSplitter(',', { file: 'tabel.csv' })
  const manyLines = '\n'.repeat(1_000_000)
  expect(splitter.push(`a,b\n${manyLines}`)).toHaveLength(1)
  expect(splitter.push(`1,2\n${manyLines}`)).toEqual([{ line: 1_000_002, cells: ['1', '2'] }])
  splitter.push(manyLines)
  expect(() => splitter.push(manyLines)).toThrow('tabel.csv, line 3000003: stands below two million empty lines')
})
