import { basename } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { FileRefused, refuse } from './refusal.ts'

/** The files inside a zip, read as streams whose checksum is verified at their end. */
export type OpenZip = {
  readonly names: readonly string[]
  /** What one file says it will be when unpacked, in bytes. */
  sizeOf(name: string): number
  /** Bytes of one file; refuses with `file-damaged` at the end when they are not what was packed. */
  open(name: string): Promise<Readable>
  close(): void
}

/** Opens a zip; refuses a file that is missing, cut off, or something else. */
export async function openZip(path: string): Promise<OpenZip> {
  const file = basename(path)
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: NodeJS.ErrnoException) =>
    cannotOpen(error, file),
  )
  return opened(zip, file)
}

/** Opens a zip that lies in another, and was unpacked; `file` says where. */
export async function openZipIn(content: Buffer, file: string): Promise<OpenZip> {
  const zip = await fromBufferPromise(content, { lazyEntries: true }).catch((error: Error) => cannotOpen(error, file))
  return opened(zip, file)
}

async function opened(zip: ZipFile, file: string): Promise<OpenZip> {
  const entries = await entriesOf(zip, file)
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    open: async (name) => {
      const entry = entries.get(name) ?? refuse('file-missing', { file }, `has no ${name} in it`)
      if (entry.isEncrypted())
        refuse('password', { file }, 'is closed with a password. Unpack it and import what is in it.')
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        refuse(
          'file-kind',
          { file, sheet: name },
          'is packed in a way that is not read here. Unpack it and import what is in it.',
        )
      const packed = await zip.openReadStreamPromise(entry).catch((error: Error) => damaged(`${file}/${name}`, error))
      const checked = packed.pipe(verified(entry, `${file}/${name}`))
      packed.once('error', (error) => checked.destroy(asRefusal(`${file}/${name}`, error)))
      return checked
    },
    close: () => zip.close(),
  }
}

function cannotOpen(error: NodeJS.ErrnoException, file: string): never {
  if (error.code === 'ENOENT') return refuse('file-missing', { file }, 'there is no such file.')
  if (error.code) return refuse('file-missing', { file }, `cannot be read (${error.code}).`)
  return refuse('file-kind', { file }, 'is not a zip file, or is cut off: its table of contents at the end is missing.')
}

async function entriesOf(zip: ZipFile, file: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch (error) {
    zip.close()
    return damaged(file, error)
  }
  return entries
}

function verified({ crc32: expected }: Entry, file: string): Transform {
  let sum = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
    flush(done) {
      done(sum === expected ? null : asRefusal(file, new Error('checksum differs')))
    },
  })
}

function damaged(file: string, error: unknown): never {
  throw asRefusal(file, error)
}

function asRefusal(file: string, error: unknown): FileRefused {
  const reason = error instanceof Error ? error.message : String(error)
  return new FileRefused('file-damaged', { file }, `is damaged (${reason}). Fetch it again.`)
}
