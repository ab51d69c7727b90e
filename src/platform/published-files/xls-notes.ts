import { percentFormats, showsPercentage } from './percent-styles.ts'

/** What a sheet of an old workbook (xls) says besides its values. */
export type XlsNotes = {
  readonly isHidden: boolean
  /** By line, the columns of numbers that are shown as percentages. */
  readonly percentages: ReadonlyMap<number, ReadonlySet<number>>
}

type Piece = { readonly id: number; readonly data: Buffer }

const ids = {
  end: 0x0a,
  sheet: 0x85,
  format: 0x41e,
  style: 0xe0,
  number: 0x203,
  short: 0x27e,
  shorts: 0xbd,
  formula: 0x06,
}

/**
 * Of each sheet of an xls, in their order, whether it is hidden and which numbers show as percentages; the reader of values does not say it.
 * Sources: [MS-CFB] 2.2 to 2.6 for the file, [MS-XLS] 2.4 for what is in it.
 */
export function notesInXls(file: Buffer): readonly XlsNotes[] {
  const book = streamOfWorkbook(file)
  if (!book) return []
  const formats = new Set(percentFormats)
  const styles: number[] = []
  const sheets: { readonly at: number; readonly isHidden: boolean }[] = []
  for (const { id, data } of piecesFrom(book, 0)) {
    if (id === ids.format && showsPercentage(textIn(data.subarray(2)))) formats.add(data.readUInt16LE(0))
    if (id === ids.style) styles.push(data.readUInt16LE(2))
    if (id === ids.sheet) sheets.push({ at: data.readUInt32LE(0), isHidden: (data.readUInt8(4) & 3) !== 0 })
  }
  const isPercent = (style: number) => formats.has(styles[style] ?? 0)
  return sheets.map(({ at, isHidden }) => ({ isHidden, percentages: percentagesFrom(book, at, isPercent) }))
}

function percentagesFrom(book: Buffer, from: number, isPercent: (style: number) => boolean) {
  const percentages = new Map<number, Set<number>>()
  const note = (row: number, column: number, style: number) => {
    if (isPercent(style)) percentages.set(row + 1, (percentages.get(row + 1) ?? new Set<number>()).add(column))
  }
  for (const { id, data } of piecesFrom(book, from)) {
    if (id === ids.number || id === ids.short || id === ids.formula)
      note(data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4))
    if (id === ids.shorts)
      for (let at = 4; at + 6 <= data.length - 2; at += 6)
        note(data.readUInt16LE(0), data.readUInt16LE(2) + (at - 4) / 6, data.readUInt16LE(at))
  }
  return percentages
}

/** What stands in the workbook one behind the other, until its part ends. */
function* piecesFrom(book: Buffer, from: number): Generator<Piece> {
  for (let at = from; at + 4 <= book.length; ) {
    const [id, length] = [book.readUInt16LE(at), book.readUInt16LE(at + 2)]
    if (id === ids.end) return
    yield { id, data: book.subarray(at + 4, at + 4 + length) }
    at += 4 + length
  }
}

/** A text with its length before it, in one or two bytes a sign. */
function textIn(data: Buffer): string {
  const [length, isWide] = [data.readUInt16LE(0), (data.readUInt8(2) & 1) === 1]
  return data.toString(isWide ? 'utf16le' : 'latin1', 3, 3 + length * (isWide ? 2 : 1))
}

/** Beyond these numbers no sector lies: they say that a chain ends. */
const lastSector = 0xfffffff9

/** The workbook in its file, which is a small file system: sectors in chains, and a list of what begins where. */
function streamOfWorkbook(file: Buffer): Buffer | undefined {
  const bytes = 1 << file.readUInt16LE(30)
  const sector = (number: number) => file.subarray((number + 1) * bytes, (number + 2) * bytes)
  const next = Buffer.concat(sectorsOfChains(file, sector, bytes).map(sector))
  const chain = (from: number) => {
    const parts: Buffer[] = []
    for (let at = from; at <= lastSector && parts.length * 4 <= next.length; at = next.readUInt32LE(at * 4))
      parts.push(sector(at))
    return Buffer.concat(parts)
  }
  const list = chain(file.readUInt32LE(48))
  for (let at = 0; at + 128 <= list.length; at += 128) {
    const name = list.toString('utf16le', at, at + Math.max(0, list.readUInt16LE(at + 64) - 2))
    const size = list.readUInt32LE(at + 120)
    // What is shorter lies elsewhere; no program writes so short a workbook.
    if ((name === 'Workbook' || name === 'Book') && size >= 4096)
      return chain(list.readUInt32LE(at + 116)).subarray(0, size)
  }
  return undefined
}

/** Where it stands which sector follows which: the first 109 at the front, further ones in a chain of their own. */
function sectorsOfChains(file: Buffer, sector: (number: number) => Buffer, bytes: number): readonly number[] {
  const numbers = Array.from({ length: 109 }, (_, at) => file.readUInt32LE(76 + at * 4))
  let more = file.readUInt32LE(68)
  for (let left = Math.min(file.readUInt32LE(72), file.length / bytes); left > 0 && more <= lastSector; left -= 1) {
    const part = sector(more)
    for (let at = 0; at < bytes - 4; at += 4) numbers.push(part.readUInt32LE(at))
    more = part.readUInt32LE(bytes - 4)
  }
  return numbers.filter((number) => number <= lastSector)
}
