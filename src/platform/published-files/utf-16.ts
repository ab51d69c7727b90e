import { Readable } from 'node:stream'
import { refuse, type Spot } from './refusal.ts'

export type Utf16 = 'utf-16le' | 'utf-16be'

/**
 * In which UTF-16 a text is written, by the mark it begins with, as what spreadsheets save as "Unicode text" has one; without a mark by its
 * zeros, for of western text every second byte is one. Undefined for other text.
 */
export function utf16Of(start: Buffer): Utf16 | undefined {
  const mark = start.length >= 2 ? start.readUInt16BE(0) : 0
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : byZeros(start)
}

function byZeros(start: Buffer): Utf16 | undefined {
  const looked = start.subarray(0, 200)
  const zerosAt = (turn: 0 | 1) => looked.filter((byte, at) => at % 2 === turn && byte === 0).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (looked.length < 4 || Math.max(even, odd) < looked.length * 0.4 || Math.min(even, odd) > 0) return undefined
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** The same text in UTF-8, piece by piece. Refuses one that breaks off within a sign, or holds what is no sign. */
export const inUtf8 = (bytes: Readable, encoding: Utf16, spot: Spot): Readable =>
  Readable.from(rewritten(bytes, encoding, spot), { objectMode: false, highWaterMark: 1 })

async function* rewritten(bytes: Readable, encoding: Utf16, spot: Spot): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const textIn = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      return refuse('encoding', spot, 'is UTF-16 that breaks off within a sign, or is damaged. Fetch it again.')
    }
  }
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const text = textIn(chunk)
      if (text !== '') yield Buffer.from(text)
    }
    textIn()
  } finally {
    bytes.destroy()
  }
}
