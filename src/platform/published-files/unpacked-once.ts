import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'

const heldBytes = 4 * 1024 * 1024

/**
 * A packed text that is read twice, once to see how it is written and once for what it says: when it is short it is held after the first
 * time, for unpacking takes longer than reading.
 */
export function unpackedOnce(open: () => Promise<Readable>): () => Promise<Readable> {
  let held: readonly Buffer[] | undefined
  const hold = (chunks: readonly Buffer[]) => {
    held = chunks
  }
  return async () =>
    Readable.from(held ? inTurns(held) : holding(await open(), hold), { objectMode: false, highWaterMark: 1 })
}

/** What is held is there at once, and whoever reads it would let nobody else come in between. */
async function* inTurns(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    await nextTurn()
    yield chunk
  }
}

/** Passes the bytes on and gives them to `hold` when they came to their end and were not many. */
async function* holding(bytes: Readable, hold: (chunks: readonly Buffer[]) => void): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= heldBytes) chunks.push(chunk)
      yield chunk
    }
    if (size <= heldBytes) hold(chunks)
  } finally {
    bytes.destroy()
  }
}
