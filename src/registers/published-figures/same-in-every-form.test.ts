import { gzipSync } from 'node:zlib'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { figureFile, figuresOf } from '../../../tests/support/files/figure-files.ts'
import { zipOf } from '../../../tests/support/files/shapefile-maker.ts'

// One table of each publisher, in every form in which they and the spreadsheets of their readers write it.
const tables: Readonly<Record<string, readonly string[]>> = {
  'population by sector': [
    'CD_REFNIS|CD_SECTOR|TOTAL|DT_STRT_SECTOR|OPPERVLAKKTE IN HM²|TX_DESCR_SECTOR_NL|TX_DESCR_SECTOR_FR',
    '72043|72025A00-|1200|01/01/1981|12.5|CENTRUM|Café Nord',
    '72043|72043ZZZZ|3|01/01/1981|0|NIET TE LOKALISEREN|NON LOCALISABLE',
    '11002|11002E122|0|01/01/1981|1|DOK|DOK',
  ],
  'fiscal income by sector': [
    'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_TOT_NET_TAXABLE_INC|MS_MEDIAN_NET_TAXABLE_INC|TX_SECTOR_DESCR_NL',
    '2021|72043|72025A00-|500|10000000.25|19500.5|Café',
    '2021|72043|72025A01-|C|C|18000.5|RAND',
  ],
  'population by age': [
    'CD_REFNIS|TX_DESCR_NL|CD_SEX|TX_SEX_NL|CD_NATLTY|CD_CIV_STS|CD_AGE|MS_POPULATION|CD_YEAR',
    '72043|Pelt|M|Mannen|BEL|1|17|5|2024',
    '72043|Pelt|F|Vrouwen|ETR|2|80|7|2024',
  ],
  'cars of households': [
    'CD_YEAR|CD_REFNIS|CD_SECTOR|TX_SEC_DESCR_NL|TOTAL_HUISH|TOTAL_WAGENS',
    '2022|72043|72025A00-|Café|100|90',
  ],
  'deprivation of sectors': [
    'CD_RES_SECTOR|exp_score_income_domain|BIMD2021_score|BIMD2021_rank|tekst',
    '72025A00-|1.25|20.123456|3|é',
    '11002E122|NA|NA|NA|é',
  ],
}

/** The text with quotation marks, another sign between columns, or in another encoding. */
function formsOf(lines: readonly string[]): Readonly<Record<string, readonly [string, Buffer | string]>> {
  const text = `${lines.join('\n')}\n`
  const quoted = lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => `"${cell}"`)
        .join(';'),
    )
    .join('\n')
  return {
    'with semicolons': ['t.csv', text.replaceAll('|', ';')],
    'with commas': ['t.csv', text.replaceAll('|', ',')],
    'with tabs': ['t.tsv', text.replaceAll('|', '\t')],
    'with a mark and returns': ['t.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    'with every cell in quotation marks': ['t.csv', quoted],
    'in windows-1252': ['t.csv', Buffer.from(text, 'latin1')],
    'in UTF-16': ['t.txt', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    'with columns in lower case': ['t.csv', text.replace(lines[0] ?? '', (lines[0] ?? '').toLowerCase())],
    'below a title': ['t.csv', `Cijfers van de uitgever\n\n${text}`],
    'in gzip': ['t.csv.gz', gzipSync(text)],
    'in a zip': ['t.zip', zipOf({ 't.txt': Buffer.from(text) })],
  }
}

const asked = { municipality: '72043', period: '2024', ownSectors: ['72025A00-'] } as const

async function read(name: string, content: Buffer | string) {
  const { kept, totals, ofMunicipality } = await figuresOf(figureFile(name, content), asked)
  return { kept, totals: withoutNames(totals), ofMunicipality: withoutNames(ofMunicipality) }
}
const withoutNames = (totals: readonly { readonly name: string; readonly indicator: string }[]) =>
  totals.map((total) => ({ ...total, name: '', indicator: total.indicator.toLowerCase() }))
const withoutCase = ({ kept, ...rest }: Awaited<ReturnType<typeof read>>) => ({
  ...rest,
  kept: kept.map((one) => ({ ...one, indicator: one.indicator.toLowerCase() })),
})

test.each(Object.entries(tables))('%s is the same in every form of text', async (_what, lines) => {
  const plain = withoutCase(await read('t.txt', `${lines.join('\n')}\n`))
  expect(plain.kept.length).toBeGreaterThan(0)
  for (const [form, [name, content]] of Object.entries(formsOf(lines)))
    expect(withoutCase(await read(name, content)), form).toEqual(plain)
})

test.each(Object.entries(tables))('%s is the same in a workbook, with numbers or with texts', async (_what, lines) => {
  const plain = await read('t.txt', `${lines.join('\n')}\n`)
  const texts = lines.map((line) => line.split('|'))
  // As a spreadsheet has it whose columns of codes were kept as text.
  const numbers = texts.map((row) => row.map((cell) => (/^[0-9]+(\.[0-9]+)?$/.test(cell) ? Number(cell) : cell)))
  for (const rows of [texts, numbers]) {
    const sheets = [{ name: 'Blad1', rows }]
    expect(await read('t.xlsx', Buffer.from(await writeXlsx({ sheets })))).toEqual(plain)
    expect(await read('t.ods', Buffer.from(await writeOds({ sheets })))).toEqual(plain)
  }
})
