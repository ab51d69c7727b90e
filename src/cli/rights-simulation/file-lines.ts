import { createReadStream } from 'node:fs'
import { PopulationRefused } from './population-refused.ts'

/** Whole lines that lie beside each other in a file. `first` is the number of the first one, counted from 1. */
export type SomeLines = { readonly first: number; readonly lines: readonly string[] }

/** A line longer than this holds no household. */
const longestLine = 1_000_000

/**
 * Reads a text file in pieces of some thousand lines, so that a file of any size fits. UTF-8, with or without a byte order mark;
 * refuses anything else, and a file that is not there.
 */
export async function* linesOfFile(path: string): AsyncGenerator<SomeLines> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [first, rest] = [1, '']
  for await (const bytes of bytesOf(path)) {
    const text = rest + decoded(() => decoder.decode(bytes, { stream: true }), path, first)
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine)
      throw new PopulationRefused('row-shape', path, { line: first + lines.length }, 'this line does not end')
    if (lines.length > 0) yield { first, lines: lines.map(withoutReturn) }
    first += lines.length
  }
  rest += decoded(() => decoder.decode(), path, first)
  if (rest !== '') yield { first, lines: [withoutReturn(rest)] }
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new PopulationRefused('file-missing', path, {}, 'there is no file here that can be read')
    throw error
  }
}

function decoded(decode: () => string, path: string, line: number): string {
  try {
    const text = decode()
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new PopulationRefused(
    'encoding',
    path,
    {},
    `this is not text in UTF-8 (from about line ${line}); save it as UTF-8`,
  )
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
