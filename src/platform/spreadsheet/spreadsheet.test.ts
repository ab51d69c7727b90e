import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { spreadsheetOf } from './spreadsheet.ts'

const read = (csv: string, delimiter = ';'): string[][] => parse(csv, { bom: true, delimiter })

test.each([
  ['=1+1', "'=1+1"],
  ['+32 470 11 22 33', "'+32 470 11 22 33"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', "'\r=1+1"],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://elsewhere.example";"klik")', '\'=HYPERLINK("http://elsewhere.example";"klik")'],
  ['Molenwijk', 'Molenwijk'],
  ['Huis; "De Brug"\nPelt', 'Huis; "De Brug"\nPelt'],
  ['', ''],
])('a cell with %j is opened as text', (cell, opened) => {
  expect(read(spreadsheetOf([['voor', cell, 'na']]))).toEqual([['voor', opened, 'na']])
})

test('it says that it is UTF-8, and separates as Belgian spreadsheets do unless asked otherwise', () => {
  expect(spreadsheetOf([['ë', 'b']])).toBe('\ufeffë;b\n')
  expect(spreadsheetOf([['ë', 'b']], { delimiter: ',' })).toBe('\ufeffë,b\n')
})

test('a number has a comma and no dust of fractions, so that no spreadsheet takes it for a day; below zero it stays a number', () => {
  expect(read(spreadsheetOf([[18.4, 0.1 + 0.2, 1990, 1_234_567.5, -2.5, null]]))).toEqual([
    ['18,4', '0,3', '1990', '1234567,5', '-2,5', ''],
  ])
})
