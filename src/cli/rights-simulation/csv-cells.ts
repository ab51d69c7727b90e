import type { Fact } from '@meernet/rights-engine'

/** How a file is written: what stands between its columns, and how its decimals look. */
export type CsvStyle = { readonly separator: ',' | ';' | '\t'; readonly decimalComma: boolean }

/**
 * Found in the first line. NOTE: beside `;` or a tab, numbers may have a decimal comma, as spreadsheets write them here;
 * between commas they may not, because `1,500` would mean two things.
 */
export function styleOf(header: string): CsvStyle {
  const separator = ([';', '\t'] as const).find((mark) => header.includes(mark)) ?? ','
  return { separator, decimalComma: separator !== ',' }
}

/** The cells of a line; null when a quoted cell does not end on it. */
export function cellsOf(line: string, separator: string): readonly string[] | null {
  if (!line.includes('"')) return line.split(separator)
  const cells: string[] = []
  let at = 0
  for (;;) {
    const cell = line[at] === '"' ? quoted(line, at) : plain(line, at, separator)
    if (!cell) return null
    cells.push(cell.text)
    if (cell.end >= line.length) return cells
    if (line[cell.end] !== separator) return null
    at = cell.end + 1
  }
}

type Cell = { readonly text: string; readonly end: number }

function plain(line: string, from: number, separator: string): Cell {
  const found = line.indexOf(separator, from)
  const end = found === -1 ? line.length : found
  return { text: line.slice(from, end), end }
}

function quoted(line: string, from: number): Cell | null {
  let text = ''
  for (let at = from + 1; ; at += 2) {
    const end = line.indexOf('"', at)
    if (end === -1) return null
    text += line.slice(at, end)
    if (line[end + 1] !== '"') return { text, end: end + 1 }
    text += '"'
    at = end
  }
}

/** A cell as the value of a fact, or what was expected there. Empty cells are not given here: they are unknown. */
export type CellRead = { readonly value: boolean | number | string } | { readonly expected: string }

/** Reads a cell that is not empty as its fact wants it. */
export function readCell(text: string, fact: Fact, { decimalComma }: CsvStyle): CellRead {
  switch (fact.type) {
    case 'boolean': {
      const value = truths.get(text.toLowerCase())
      return value === undefined ? { expected: 'yes or no (also ja, nee, oui, non, true, false, 1, 0)' } : { value }
    }
    case 'integer':
      return /^-?\d+$/.test(text) ? { value: Number(text) } : { expected: 'a whole number' }
    case 'share':
    case 'money':
      return numberIn(text, fact.type === 'money', decimalComma)
    case 'enum':
      return enumIn(text, fact)
    default:
      return { value: text }
  }
}

/** A choice by its word. Yes and no where the choices know plain ones. */
function enumIn(text: string, fact: Fact): CellRead {
  if (Object.hasOwn(fact.values ?? {}, text)) return { value: text }
  const truth = fact.plain ? truths.get(text.toLowerCase()) : undefined
  if (truth !== undefined) return { value: truth }
  return { expected: `one of ${Object.keys(fact.values ?? {}).join(', ')}` }
}

function numberIn(text: string, isMoney: boolean, decimalComma: boolean): CellRead {
  const usual = decimalComma ? text.replace(',', '.') : text
  // "1.500" and "1,500" may be a thousand and a half thousand, or one and a half: nobody should have to guess.
  if (isMoney && /^-?\d{1,3}[.,]\d{3}$/.test(text))
    return { expected: `an amount in euros without marks for thousands` }
  if (/^-?\d+(\.\d+)?$/.test(usual)) return { value: Number(usual) }
  const form = decimalComma ? '1234.50 or 1234,50' : '1234.50, with a decimal point'
  return { expected: isMoney ? `an amount in euros, ${form}` : 'a number from 0 to 1, like 0.66' }
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'ja', 'oui', 'true', '1', 'waar', 'vrai'].map((word): [string, boolean] => [word, true]),
  ...['no', 'nee', 'non', 'false', '0', 'onwaar', 'faux'].map((word): [string, boolean] => [word, false]),
])
