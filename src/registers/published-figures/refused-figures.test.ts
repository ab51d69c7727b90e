import { expect, test } from 'vitest'
import { type AskedOfFigures, figuresIn } from '../../../tests/support/figure-files.ts'

const header = 'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL'
const asked: AskedOfFigures = { municipality: '72043', period: '2023' }
const income = 'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC'
const structure = 'CD_YEAR|CD_REFNIS|CD_SEX|TX_SEX|CD_AGE|MS_POPULATION'
test.each([
  [
    'a sector code that a spreadsheet turned into a number',
    [header, '72043|1.1002E+126|5|x'],
    'spreadsheet-code',
    2,
    'CD_SECTOR',
    /a spreadsheet turned the code/,
  ],
  ['a sector code without its last sign', [header, '72043|72025A00|5|x'], 'code', 2, 'CD_SECTOR', /nine characters/],
  ['a municipality that is none', [header, '7204|72025A00-|5|x'], 'code', 2, 'CD_REFNIS', /NIS code of five digits/],
  ['a sign that nobody explained', [header, '72043|72025A00-|ND|x'], 'value', 2, 'TOTAL', /say so: ND=hidden/],
  [
    'a comma that can be read in two ways',
    [header, '72043|72025A00-|1,234|x'],
    'two-readings',
    2,
    'TOTAL',
    /in two ways/,
  ],
  [
    'a point that can be read in two ways',
    [header, '72043|72025A00-|1.234|x'],
    'two-readings',
    2,
    'TOTAL',
    /in two ways/,
  ],
  ['a count below zero', [header, '72043|72025A00-|-3|x'], 'below-zero', 2, 'TOTAL', /A balance is no count/],
  [
    'an area twice',
    [header, '72043|72025A00-|1|x', '72043|72025A01-|1|x', '72043|72025A00-|1|x'],
    'doubled',
    4,
    null,
    /as line 2 does/,
  ],
  [
    'a row that is cut off',
    [header, '72043|72025A00-|1|x', '72043|7202'],
    'row-shape',
    3,
    null,
    /has 2 columns, the header 4/,
  ],
  ['a cell too many', [header, '72043|72025A00-|1|x|y'], 'row-shape', 2, null, /has 5 columns/],
  ['a period that is none', [income, 'vorig jaar|72043|72025A00-|1|1'], 'period', 2, 'CD_YEAR', /expected a period/],
  [
    'a column twice',
    ['CD_REFNIS|CD_SECTOR|TOTAL|TOTAL', '72043|72025A00-|1|2'],
    'header',
    1,
    'TOTAL',
    /above two columns/,
  ],
  [
    'two editions of the municipalities',
    [header, '73083|73083A00-|10|x', '73009|73009A00-|20|x', '73111|73083A00X|10|x'],
    'two-editions',
    4,
    null,
    /73083, which had ended when 73111 began/,
  ],
  [
    'a row of a sum twice',
    [structure, '2023|72043|M|Man|17|5', '2023|72043|F|Vrouw|17|5', '2023|72043|M|Man|17|5'],
    'row-twice',
    4,
    null,
    /count twice/,
  ],
  [
    'a row of a sum twice that says something else',
    [structure, '2023|72043|M|Man|17|5', '2023|72043|M|man|17|6'],
    'row-twice',
    3,
    null,
    /count twice/,
  ],
  [
    'a total among its parts',
    [structure, '2023|72043|T|Totaal|17|10', '2023|72043|M|Man|17|5', '2023|72043|F|Vrouw|17|5'],
    'total-among-parts',
    2,
    'TX_SEX',
    /among its parts/,
  ],
  [
    'a formula of which the value is lost',
    [header, '72043|72025A00-|=SUM(A1:A3)|x'],
    'formula',
    2,
    'TOTAL',
    /open it in a spreadsheet, save it/,
  ],
  ['a code that became a day', [header, '72043|1/02/2025|5|x'], 'spreadsheet-code', 2, 'CD_SECTOR', /into the date/],
  [
    'a code that lost its zero',
    ['NIS code;Woonplaats;Mannen;Vrouwen;Totaal', '1000;België;2;3;5'],
    'code',
    2,
    'NIS code',
    /took the zero/,
  ],
  ['other columns', ['straat|nummer', 'Kerkstraat|1'], 'header', 1, null, /found straat, nummer/],
  [
    'other columns below a title',
    ['Inwoners per wijk', '', 'Geo code;Gebied;2021;2022', '72043W01;Boseind;5;6'],
    'header',
    3,
    null,
    /found Geo code, Gebied, 2021, 2022/,
  ],
  ['the right columns and no figure', [header, '72043|72025A00-||x'], 'no-figures', null, null, /not one figure/],
])('a file with %s is refused with its place', async (_what, lines, code, line, column, sentence) => {
  await expect(figuresIn(lines, asked)).rejects.toMatchObject({
    code,
    line,
    column,
    message: expect.stringMatching(sentence),
  })
})
