import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FileRefused, refuse, type Spot } from './refusal.ts'

/** What is made of one chunk lives until the next: of larger ones so much that the engine takes 30 MB more for young objects. */
const chunkBytes = 16 * 1024
/** One that is worked on, one that waits, one that is being read, and one to spare. */
const chunksInTurn = 4

/**
 * The bytes of a file, in the same few pieces of memory over and over: a hundred megabytes would otherwise leave a heap of garbage
 * behind before it is cleared. NOTE whoever needs a chunk after asking for the next one copies it.
 */
export function plainBytes(path: string): Readable {
  return Readable.from(chunksOf(path), { objectMode: false, highWaterMark: 1 })
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path)
  try {
    const chunks = Array.from({ length: chunksInTurn }, () => Buffer.allocUnsafeSlow(chunkBytes))
    for (let turn = 0; ; turn = (turn + 1) % chunksInTurn) {
      const { buffer, bytesRead } = await handle.read(chunks[turn] ?? Buffer.alloc(chunkBytes), 0, chunkBytes)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** The bytes of a file in gzip, unpacked as they are read; breaks with an error of zlib when it is cut off or damaged. */
export function gunzipped(path: string): Readable {
  const source = createReadStream(path)
  const plain = createGunzip()
  source.once('error', (error) => plain.destroy(error))
  plain.once('close', () => source.destroy())
  return source.pipe(plain)
}

/** The first bytes of a file, at most `length`, by which its form is known; refuses one that cannot be read. */
export async function firstBytes(path: string, file: string, length = 8): Promise<Buffer> {
  try {
    const handle = await open(path)
    try {
      const { buffer: start, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
      return start.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refuse('file-missing', { file }, code === 'ENOENT' ? 'there is no such file.' : `cannot be read (${code}).`)
  }
}

/** Digest of a file as it came, in hexadecimal, so that the same file is known again. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of plainBytes(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Says of a packed file that breaks off while it is read, or that is not what was packed, what to do. */
export async function refusingBreakage<Result>(spot: Spot, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (error instanceof FileRefused || !/^(Z_|E[A-Z]+$)/.test(code)) throw error
    if (code === 'Z_BUF_ERROR') throw new FileRefused('file-truncated', spot, 'is cut off. Fetch it again.')
    throw new FileRefused('file-damaged', spot, `is damaged (${code}). Fetch it again.`)
  }
}
