import { type FileHandle, open, rm } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { badRequest, type Ctx, type FormValues, HttpError, typedText } from '../http/index.ts'
import { isFullDisk, ownFolder, plainName } from './folder.ts'
import type { SentFileSettings } from './sent-file.ts'

/** What came in the form's field for a file. */
export type ReceivedFile =
  | { readonly kind: 'received'; readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly kind: 'none' | 'tooLarge' | 'diskFull' }

export type ReceivedForm = { readonly values: FormValues; readonly file: ReceivedFile }

/** Of a file this many times too large the rest is not even read: the connection ends. */
const patienceTimes = 4
const limits = { fields: 60, fieldSize: 64 * 1024, files: 1, headerPairs: 20, headerSize: 8 * 1024 }

/**
 * Takes in a form with one file, holding a piece of it in memory; the file lies on disk for as long as `work` takes. One that is too
 * large, or for which there is no room, is read to its end and let go, so that what was typed beside it is not lost.
 */
export async function withReceivedForm<Result>(
  c: Ctx,
  { folder, largestBytes }: SentFileSettings,
  work: (form: ReceivedForm) => Promise<Result>,
): Promise<Result> {
  const own = await unlessFull(ownFolder(folder))
  try {
    return await work(await received(c, own, largestBytes))
  } finally {
    if (own) await rm(own, { recursive: true, force: true })
  }
}

async function received(c: Ctx, own: string | undefined, largestBytes: number): Promise<ReceivedForm> {
  const { body } = c.req.raw
  const parser = parserOf(c.req.header('content-type'))
  const values = new Map<string, string | string[]>()
  const files: Promise<ReceivedFile>[] = []
  parser.on('field', (name, value) => addValue(values, name, typedText(value)))
  parser.on('file', (_field, stream, name = '') => {
    parser.once('error', () => stream.destroy())
    // NOTE the parser says once more on the stream what it said itself; unheard, that would end the process.
    stream.on('error', () => undefined)
    const file = laidDown(stream, { own, name, largestBytes })
    file.catch((error: Error) => parser.destroy(error))
    files.push(file)
  })
  if (body) await parsed(Readable.fromWeb(body as ReadableStream), parser)
  const [file] = await Promise.all(files)
  return { values: Object.fromEntries(values), file: file ?? { kind: 'none' } }
}

/** NOTE not `pipeline`: to Node the parser has finished when the last byte is in, to itself when the last field is out. */
function parsed(bytes: Readable, parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      bytes.destroy()
      reject(error instanceof HttpError ? error : asTheirs(error))
    }
    parser.on('finish', resolve)
    parser.on('error', fail)
    bytes.on('error', () => parser.destroy(new HttpError(400, 'bad-request', 'the connection ended')))
    bytes.pipe(parser)
  })
}

function parserOf(contentType = '') {
  const headers: IncomingHttpHeaders & { 'content-type': string } = { 'content-type': contentType }
  try {
    return new Busboy({ headers, limits })
  } catch {
    return badRequest('no form')
  }
}

function addValue(values: Map<string, string | string[]>, name: string, value: string): void {
  const before = values.get(name)
  values.set(name, before === undefined ? value : [before, value].flat())
}

/** `own` is the folder for it, when the disk had room for one. */
type Laying = { readonly own: string | undefined; readonly name: string; readonly largestBytes: number }

async function laidDown(stream: BusboyFileStream, { own, name, largestBytes }: Laying): Promise<ReceivedFile> {
  const path = join(own ?? '', plainName(name))
  const handle = own === undefined ? undefined : await unlessFull(open(path, 'wx', 0o600))
  let bytes = 0
  let trouble: 'tooLarge' | 'diskFull' | undefined
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > largestBytes * patienceTimes) throw new HttpError(413, 'too-large', 'file far over the limit')
      if (trouble) continue
      trouble = bytes > largestBytes ? 'tooLarge' : await laid(chunk, handle)
      // What will not be read makes room at once.
      if (trouble) await handle?.truncate(0)
    }
  } finally {
    await handle?.close()
  }
  if (trouble) return { kind: trouble }
  return name === '' || bytes === 0 ? { kind: 'none' } : { kind: 'received', name: plainName(name), path, bytes }
}

async function laid(chunk: Buffer, handle: FileHandle | undefined): Promise<'diskFull' | undefined> {
  if (!handle) return 'diskFull'
  return (await unlessFull(handle.appendFile(chunk).then(() => 'laid' as const))) ? undefined : 'diskFull'
}

/** What was asked of the disk; undefined when there is no room for it. */
async function unlessFull<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked
  } catch (error) {
    if (isFullDisk(error)) return undefined
    throw error
  }
}

/** What the parser says is about the form; what carries a code comes from the disk. */
function asTheirs(error: unknown): unknown {
  if (error instanceof Error && 'code' in error) return error
  return new HttpError(400, 'bad-request', 'a form that is cut off')
}
