import type { Readable } from 'node:stream'
import { refuse, type Spot } from './refusal.ts'

export type Delimiter = '|' | ';' | ',' | '\t'

/** How a text file is written, known after reading it once to its end. */
export type TextForm = {
  readonly encoding: 'utf-8' | 'windows-1252'
  readonly delimiter: Delimiter
  /** It does not end with a line break: what a file that was cut off looks like, and many whole ones too. */
  readonly endsWithinLine: boolean
}

const sampleBytes = 64 * 1024

/**
 * Reads a text to its end to learn how it is written, so that a file that is damaged, or no table at all, is refused before
 * its first row is used. Holds no more than its beginning.
 */
export async function textFormOf(bytes: Readable, spot: Spot): Promise<TextForm> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let start: Buffer = Buffer.alloc(0)
  let last = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (start.length < sampleBytes) {
      start = Buffer.concat([start, chunk])
      refuseOtherThings(start, spot)
    }
    isUtf8 &&= decodes(strict, chunk)
    last = chunk.at(-1) ?? last
  }
  isUtf8 &&= decodes(strict)
  if (
    start
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, '')
      .trim() === ''
  )
    refuse('file-kind', spot, 'is empty. Fetch it again.')
  if (start.includes('\r') && !start.includes('\n'))
    refuse('line-breaks', { ...spot, line: 1 }, 'breaks its lines as old programs did. Save it again as "CSV UTF-8".')
  const encoding = isUtf8 ? 'utf-8' : 'windows-1252'
  const sample = new TextDecoder(encoding).decode(start.subarray(0, sampleBytes))
  return { encoding, delimiter: delimiterOf(sample), endsWithinLine: last !== 0x0a }
}

/** The sign between columns: the one that is equally often in most lines; titles above a table and notes below it have none. */
function delimiterOf(sample: string): Delimiter {
  const lines = sample.split('\n').filter((line) => line.trim() !== '')
  const looked = lines.slice(0, Math.max(1, Math.min(20, lines.length - 1)))
  const candidates: readonly Delimiter[] = ['|', ';', '\t', ',']
  const scored = candidates.map((delimiter) => {
    const counts = looked.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1)
    const alike = [...Map.groupBy(counts, (count) => count)].filter(([count]) => count > 0)
    const [count, of] = alike.toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [0, []]
    return { delimiter, count, lines: of.length }
  })
  const best = scored.toSorted((one, other) => other.lines - one.lines || other.count - one.count)[0]
  return best && best.lines > 0 ? best.delimiter : ','
}

function decodes(strict: TextDecoder, chunk?: Buffer): boolean {
  try {
    strict.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function refuseOtherThings(start: Buffer, spot: Spot): void {
  if (start.toString('latin1', 0, 5) === '%PDF-')
    refuse('file-kind', spot, 'is a PDF; expected the table itself: CSV or text, xlsx, xls, ods, gz or zip.')
  const beginning = start.toString('latin1', 0, 2048)
  if (beginning.includes('\0'))
    refuse('file-kind', spot, 'is no text; expected CSV or text, xlsx, xls, ods, gz or zip.')
  const first = beginning
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(!doctype html|html|head|body|table)/.test(first))
    refuse(
      'web-page',
      { ...spot, line: 1 },
      'is a web page, not the table itself. Fetch the file behind the link again.',
    )
  if (first.startsWith('<?xml'))
    refuse('file-kind', { ...spot, line: 1 }, 'is XML; expected a table: CSV or text, xlsx, xls, ods, gz or zip.')
}
