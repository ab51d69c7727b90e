/**
 * What stands inside a backup, before compression and sealing: frames of one letter, the length of what follows (4 bytes,
 * big-endian) and that many bytes.
 *
 *   H  the whole: format, moment, migrations, master key (JSON), once, first
 *   T  a table begins: schema, name, columns (JSON)
 *   D  rows of it, as PostgreSQL's COPY writes them as text
 *   E  the table ends: rows and SHA-256 of its bytes (JSON)
 *   S  where sequences stand (JSON), once
 *   Z  the end: how many tables and rows there are (JSON), once, last
 */
import { z } from 'zod'
import { BackupDamaged } from './envelope.ts'

/** The shapes of what stands in frames as JSON, by letter: H, T, E, S and Z. */
export const head = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  kind: z.enum(['demo', 'real']).nullable(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  masterKey: z.base64(),
  /** How large the database was, to know before a restore whether there is room; not in files of before. */
  databaseBytes: z.int().min(0).optional(),
})
export const tableStart = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()).min(1) })
export const tableEnd = z.object({ rows: z.int().min(0), sha256: z.string() })
export const sequences = z.array(z.object({ name: z.string(), value: z.string() }))
export const ending = z.object({ tables: z.int().min(0), rows: z.int().min(0) })

/** What the beginning of a backup says of the whole. NOTE holds the master key: never print or log it. */
export type BackupHead = z.output<typeof head>
export type TableStart = z.output<typeof tableStart>

export type Letter = 'H' | 'T' | 'D' | 'E' | 'S' | 'Z'
/** A frame as it was read; `bytes` are what stands behind its letter and length. */
export type Frame = { readonly letter: Letter; readonly bytes: Buffer }

/** One frame, ready to be written; JSON of what is no bytes. */
export function frameOf(letter: Letter, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  const start = Buffer.alloc(5)
  start.write(letter, 'latin1')
  start.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([start, bytes])
}

const longestFrame = 256 * 1024 * 1024

/** The frames of a stream, in order; refuses one that ends in the middle of a frame. */
export async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part])
    for (let frame = firstFrame(rest); frame; frame = firstFrame(rest)) {
      yield frame
      rest = rest.subarray(5 + frame.bytes.length)
    }
  }
  if (rest.length > 0) throw new BackupDamaged('The backup ends in the middle.')
}

function firstFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 5) return undefined
  const length = bytes.readUInt32BE(1)
  if (length > longestFrame) throw new BackupDamaged('The backup holds something that cannot be.')
  if (bytes.length < 5 + length) return undefined
  return { letter: bytes.toString('latin1', 0, 1) as Letter, bytes: bytes.subarray(5, 5 + length) }
}

/** Reads the JSON of a frame; refuses another letter or another shape. */
export function contentOf<Schema extends z.ZodType>(
  frame: Frame | undefined,
  letter: Letter,
  schema: Schema,
): z.output<Schema> {
  if (frame?.letter !== letter) throw new BackupDamaged('The backup does not have the order it should have.')
  const content = schema.safeParse(JSON.parse(frame.bytes.toString()))
  if (!content.success) throw new BackupDamaged('The backup has another format. Install the version it was made with.')
  return content.data
}
