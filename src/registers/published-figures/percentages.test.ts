import { expect, test } from 'vitest'
import { figureFile, figuresOf } from '../../../tests/support/files/figure-files.ts'
import { odsOf, workbookOf } from '../../../tests/support/files/workbook-maker.ts'
import { mappingSchema } from './mapping/mapping.ts'

// Whoever writes 25,1 % in a spreadsheet puts 0.251 in the file, and the style that shows it so.
const shares = (unit: string) =>
  mappingSchema.parse({
    layout: 'wijken',
    area: { column: 'wijkcode', level: 'neighbourhood' },
    period: { stated: true },
    measures: [{ column: 'aandeel', indicator: 'share', kind: 'share', unit }],
  })

const text = (ref: string, written: string) => `<c r="${ref}" s="1" t="inlineStr"><is><t>${written}</t></is></c>`
const rows = [
  `<row r="1">${text('A1', 'wijkcode')}${text('B1', 'aandeel')}</row>`,
  `<row r="2">${text('A2', '72043W01')}<c r="B2" s="1"><v>0.251</v></c></row>`,
  `<row r="3">${text('A3', '72043W02')}<c r="B3" s="1"><v>7.0000000000000007E-2</v></c></row>`,
  `<row r="4">${text('A4', '72043W03')}${text('B4', '12,5 %')}</row>`,
  `<row r="5">${text('A5', '72043W04')}<c r="B5"><v>33.3</v></c></row>`,
]

const valuesIn = async (content: Buffer, unit = '%', name = 'aandelen.xlsx') => {
  const asked = { municipality: '72043', period: '2023', mapping: shares(unit), decimal: undefined }
  const { kept } = await figuresOf(figureFile(name, content), asked)
  return kept.map(({ value }) => value)
}

test.each(['0.0%', '0%;[Red]-0%', '0.00\\ %'])(
  'a number that a workbook shows as a percentage (%s) is that many hundredths, and one beside it is what it is',
  async (format) => {
    expect(await valuesIn(workbookOf({ rows, formats: [format] }))).toEqual([25.1, 7, 12.5, 33.3])
    expect(await valuesIn(workbookOf({ rows, formats: [format], prefix: 'x:' }))).toEqual([25.1, 7, 12.5, 33.3])
  },
)

test('a sign that is only written beside a number does not make it a percentage', async () => {
  const content = workbookOf({ rows, formats: ['0.0&quot; %&quot;'] })
  expect(await valuesIn(content)).toEqual([0.251, 0.07, 12.5, 33.3])
})

test('of a share that is not counted in hundredths the number is the one in the file', async () => {
  const content = workbookOf({ rows: rows.slice(0, 3), formats: ['0.0%'] })
  expect(await valuesIn(content, '')).toEqual([0.251, 0.07])
})

test('in OpenDocument a percentage says so itself', async () => {
  const cell = (written: string) =>
    `<table:table-cell office:value-type="string"><text:p>${written}</text:p></table:table-cell>`
  const share =
    '<table:table-cell office:value-type="percentage" office:value="0.251"><text:p>25,10%</text:p></table:table-cell>'
  const table = `<table:table table:name="a"><table:table-row>${cell('wijkcode')}${cell('aandeel')}</table:table-row><table:table-row>${cell('72043W01')}${share}</table:table-row></table:table>`
  expect(await valuesIn(odsOf(table), '%', 'aandelen.ods')).toEqual([25.1])
})
