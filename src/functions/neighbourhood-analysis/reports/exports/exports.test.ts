import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { catalogue, residentLanguages, textsIn } from '../../../../platform/messages/index.ts'
import { figureColumns, figureRows } from './figure-rows.ts'
import { linkedReport } from './linked-data.ts'
import { reportWorkbook } from './workbook.ts'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const toRead = shownReport()
const municipality = {
  ...{
    id: 'x',
    slug: 'testgem',
    nisCode: '99001',
    name: 'Testgem',
    jurisdiction: 'flanders' as const,
    languages: residentLanguages,
  },
  contact: { name: '', phone: '', address: '', hours: '' },
}
const address = 'https://example.org/in/testgem/analysis/1'

const cellsOf = (row: readonly unknown[] | undefined) =>
  Object.fromEntries(figureColumns.map((column, at) => [column, row?.[at]]))

test('every exported figure says where it comes from, and earlier years stand on lines of their own', () => {
  const [, now, before, income] = figureRows(t, toRead)
  expect(cellsOf(now)).toMatchObject({
    ...{ area: 'Molenwijk', indicator: 'age65Share', period: '2025', value: 22.4, missing: '', quality: 'exact' },
    ...{ municipality: 18.1, low: 19, high: 26, compared: 'higher' },
    ...{
      source: 'Statbel',
      licence: 'CC BY 4.0',
      retrievedOn: '2026-03-01',
      file: 'bevolking.csv',
      sha256: 'a'.repeat(64),
    },
  })
  expect(cellsOf(before)).toMatchObject({ period: '2024', value: 21.9, municipality: null })
  expect(cellsOf(income)).toMatchObject({ indicator: 'medianTaxIncome', quality: 'approximate' })
})

test('a figure of an earlier year names the file it stood in, not those of other years', () => {
  const [share, ...others] = toRead.contents.figures
  const [source] = toRead.contents.sources
  if (!share || !source) throw new Error('no figure')
  const older = { ...source, id: 'older', fileName: 'bevolking-2024.csv' }
  const trend = share.trend.map((point) => ({ ...point, sourceIds: [point.period === '2024' ? 'older' : 's'] }))
  const figures = [{ ...share, trend, sourceIds: ['s', 'older'], ownSourceIds: ['s'] }, ...others]
  const contents = { ...toRead.contents, figures, sources: [source, older] }
  const [, now, before] = figureRows(t, { ...toRead, contents })
  expect([cellsOf(now).file, cellsOf(before).file]).toEqual(['bevolking.csv', 'bevolking-2024.csv'])
})

test('P13 what is hidden or unknown of municipality or region says so, and is no empty cell', () => {
  const [, , , income] = figureRows(t, toRead)
  expect(cellsOf(income)).toMatchObject({ municipality: 'unknown', region: null })
})

test('a statement that begins like a formula stays text in the workbook', async () => {
  const { sheets } = await readXlsx(await reportWorkbook(t, toRead))
  expect(sheets.map(({ name }) => name)).toEqual(['figures', 'findings', 'priorities', 'places', 'sources'])
  expect(sheets[1]?.rows[1]).toContain("'=De bakker kent iedereen.")
})

test('P13 nobody exports how many residents were there, only that ten or more were', async () => {
  const { sheets } = await readXlsx(await reportWorkbook(t, toRead))
  expect(sheets[2]?.rows[1]).toContain(30)
  expect(JSON.stringify(linkedReport({ t, toRead, municipality, address }))).not.toContain('34')
})

test('linked data names every term in its own context, and what is hidden has no value', () => {
  const hidden = toRead.contents.figures.map((figure) => ({
    ...figure,
    own: toRead.contents.map?.areas[1]?.shown ?? figure.own,
  }))
  const withHidden = { ...toRead, contents: { ...toRead.contents, figures: hidden } }
  const data = JSON.parse(JSON.stringify(linkedReport({ t, toRead: withHidden, municipality, address })))
  const observations = data['schema:hasPart'].filter((part: { '@type': string[] }) =>
    part['@type'].includes('qb:Observation'),
  )
  expect(observations).toHaveLength(2)
  for (const one of observations) {
    expect(one).not.toHaveProperty('schema:value')
    expect(one['sdmx:obsStatus']).toBe('Q')
    expect(one['prov:wasDerivedFrom']).toEqual([{ '@id': `${address}#source-s` }])
  }
  const prefixes = [...JSON.stringify(data).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(([, prefix = '']) => prefix)
  expect([...new Set(prefixes)].filter((prefix) => !(prefix in data['@context']))).toEqual([])
  expect(data['dct:source'][0]['dct:license']).toEqual({ '@id': 'https://creativecommons.org/licenses/by/4.0/' })
})
