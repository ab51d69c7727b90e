import type { Readable } from 'node:stream'
import { refusingBreakage } from '../../../platform/published-files/published-bytes.ts'
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import { type JsonPiece, MemberSplitter } from './member-splitter.ts'

/** A JSON text that can be read from its beginning more than once. */
export type JsonText = { readonly spot: Spot; readonly open: () => Promise<Readable> }

/** The pieces of the text, in order; refuses one that is cut off, damaged or no JSON object. */
export async function* piecesOf({ spot, open }: JsonText, lists: readonly string[]): AsyncGenerator<JsonPiece> {
  const splitter = new MemberSplitter(lists, spot)
  const bytes = await open()
  const chunks: AsyncIterator<Buffer> = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await refusingBreakage(spot, () => chunks.next())
      if (next.done) break
      yield* splitter.push(next.value)
    }
    splitter.end()
  } finally {
    bytes.destroy()
  }
}

/** What a piece says; refuses text that is not UTF-8 or no JSON, with the byte and the line in the file. */
export function parsed({ bytes, at, line, element }: JsonPiece, spot: Spot): unknown {
  const text = decoded(bytes, { ...spot, line, feature: element })
  try {
    return JSON.parse(text)
  } catch (error) {
    // The engine does not always say where; then the beginning of the piece is all that is known.
    const position = /position ([0-9]+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const before = text.slice(0, Number(position ?? 0))
    return refuse(
      'file-damaged',
      { ...spot, line: line + before.split('\n').length - 1, feature: element },
      `is no JSON ${position ? 'at' : 'in what begins at'} byte ${at + Buffer.byteLength(before)}. Fetch it again.`,
    )
  }
}

function decoded(bytes: Buffer, spot: Spot): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('encoding', spot, 'is not UTF-8, which JSON must be. Save it as UTF-8.')
  }
}
