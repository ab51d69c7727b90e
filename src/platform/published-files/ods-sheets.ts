import sax from 'sax'
import { type Attributes, OdsCell, textOf, timesOf } from './ods-cell.ts'
import { refusingBreakage } from './published-bytes.ts'
import type { PublishedTable } from './published-file.ts'
import { refuse, type Spot } from './refusal.ts'
import type { PublishedRow } from './row-splitter.ts'
import type { OpenZip } from './zip-file.ts'

type Sheet = { readonly name: string; readonly isHidden: boolean; readonly rows: PublishedRow[] }

/** More than any table that is published; a filled row may say that it stands there a million times. */
const mostCells = 5_000_000

/**
 * The sheets of a workbook in OpenDocument (ods), each a table. Rows count wherever they stand: in a group that can be folded, or among those that
 * are printed on every page. A cell has its value and not what is shown of it; which show a percentage, and which sheets are hidden, is said.
 * Source: OpenDocument 1.3, part 3, 9.1.
 */
export async function odsTables(zip: OpenZip, spot: Spot): Promise<PublishedTable[]> {
  await refuseEncrypted(zip, spot)
  const reading = new OdsReading(spot)
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => reading.open(localName(name), attributes)
  parser.onclosetag = (name) => reading.close(localName(name))
  parser.ontext = (text) => reading.write(text)
  parser.oncdata = (text) => reading.write(text)
  parser.onerror = ({ message }) =>
    refuse('file-damaged', spot, `is damaged, or no workbook (${message.split('\n')[0]}). Fetch it again.`)
  await refusingBreakage(spot, async () => {
    for await (const chunk of (await zip.open('content.xml')).setEncoding('utf8')) parser.write(String(chunk))
    parser.close()
  })
  return reading.sheets.map(({ name, isHidden, rows }) => ({
    file: spot.file,
    sheet: name,
    kind: 'workbook',
    isHidden,
    form: {},
    remarks: [],
    rows: async function* () {
      yield rows
    },
  }))
}

async function refuseEncrypted(zip: OpenZip, spot: Spot): Promise<void> {
  const manifest = 'META-INF/manifest.xml'
  if (!zip.names.includes(manifest)) return
  for await (const chunk of (await zip.open(manifest)).setEncoding('utf8'))
    if (String(chunk).includes('encryption-data'))
      refuse('password', spot, 'is closed with a password. Save it without one.')
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Gathers sheets from tags, in the order in which they come. */
class OdsReading {
  readonly sheets: Sheet[] = []
  readonly #spot: Spot
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #sheet: Sheet | undefined
  #line = 1
  #rowRepeat = 1
  #row: OdsCell[] | undefined
  #cell: OdsCell | undefined
  #cellsHeld = 0

  constructor(spot: Spot) {
    this.#spot = spot
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell) this.#cell.open(name, attributes)
    else if (name === 'style') this.#style = textOf(attributes, 'style:name')
    else if (name === 'table-properties' && textOf(attributes, 'table:display') === 'false')
      this.#hiddenStyles.add(this.#style)
    else if (name === 'table') this.#openSheet(attributes)
    else if (name === 'table-row' && this.#sheet) {
      this.#rowRepeat = timesOf(attributes, 'table:number-rows-repeated')
      this.#row = []
    } else if (name === 'table-cell' || name === 'covered-table-cell')
      this.#cell = new OdsCell(attributes, name !== 'table-cell')
  }

  write(text: string): void {
    this.#cell?.write(text)
  }

  close(name: string): void {
    if (this.#cell) {
      if (this.#cell.close()) return
      this.#row?.push(this.#cell)
      this.#cell = undefined
    } else if (name === 'table-row' && this.#row) this.#closeRow(this.#row)
    else if (name === 'table') this.#sheet = undefined
  }

  #openSheet(attributes: Attributes): void {
    const isHidden = this.#hiddenStyles.has(textOf(attributes, 'table:style-name'))
    this.#sheet = { name: textOf(attributes, 'table:name'), isHidden, rows: [] }
    this.#line = 1
    this.sheets.push(this.#sheet)
  }

  #closeRow(row: readonly OdsCell[]): void {
    const last = row.findLastIndex(({ text }) => text !== '')
    const filled = row.slice(0, last + 1)
    const width = filled.reduce((sum, { repeat }) => sum + repeat, 0)
    if (width > 0) {
      this.#cellsHeld += width * this.#rowRepeat
      if (this.#cellsHeld > mostCells)
        refuse('too-large', this.#spot, 'has more than five million cells. Save the sheet that is meant as CSV.')
      const made = rowOf(filled)
      for (let at = 0; at < this.#rowRepeat; at += 1) this.#sheet?.rows.push({ ...made, line: this.#line + at })
    }
    this.#line += this.#rowRepeat
    this.#row = undefined
  }
}

function rowOf(filled: readonly OdsCell[]): Omit<PublishedRow, 'line'> {
  const cells: string[] = []
  const [merged, percentages] = [new Set<number>(), new Set<number>()]
  for (const { text, repeat, span, isPercentage } of filled)
    for (let time = 0; time < repeat; time += 1) {
      if (isPercentage) percentages.add(cells.length)
      for (let beside = 1; beside < span; beside += 1) merged.add(cells.length + beside)
      cells.push(text)
    }
  return { cells, ...(merged.size > 0 && { merged }), ...(percentages.size > 0 && { percentages }) }
}
