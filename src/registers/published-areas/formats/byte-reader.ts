import type { Readable } from 'node:stream'

/** Reads a stream in pieces of a chosen length, holding no more than one piece and one chunk. */
export class ByteReader {
  /** Bytes given out so far. */
  position = 0
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The next `length` bytes; fewer when the stream ends before. */
  async take(length: number): Promise<Buffer> {
    const pieces = [this.#held]
    let size = this.#held.length
    while (size < length) {
      const next = await this.#chunks.next()
      if (next.done) break
      pieces.push(next.value)
      size += next.value.length
    }
    const all = pieces.length === 1 ? this.#held : Buffer.concat(pieces, size)
    this.#held = all.subarray(length)
    const taken = all.subarray(0, length)
    this.position += taken.length
    return taken
  }

  /** Reads to the end, so that what checks the whole stream (a checksum) has seen all of it. */
  async drain(): Promise<void> {
    this.#held = Buffer.alloc(0)
    while (!(await this.#chunks.next()).done);
  }
}
