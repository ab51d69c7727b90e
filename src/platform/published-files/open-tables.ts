import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { factTable } from './fact-list.ts'
import { firstBytes, gunzipped, plainBytes, refusingBreakage, sha256Of } from './published-bytes.ts'
import type { PublishedFile, PublishedTable } from './published-file.ts'
import { refuse } from './refusal.ts'
import { notesIn, workbookPart } from './sheet-notes.ts'
import { type TextSource, textTable } from './text-table.ts'
import { unpackedOnce } from './unpacked-once.ts'
import { inUtf8, utf16Of } from './utf-16.ts'
import { workbookTables } from './workbook.ts'
import { type OpenZip, openZip, openZipIn } from './zip-file.ts'

/** A workbook is held in memory while it is read, so one that unpacks to more is refused. */
const largestWorkbookBytes = 500 * 1024 * 1024

/**
 * The one door to files that others publish: text with columns (`|`, `;`, `,` or tab) or a list of facts in JSON, in UTF-8, UTF-16 with a
 * mark or windows-1252, plain, in gzip or alone in a zip, and workbooks (xlsx, xls, ods). Every cell comes as text, so that codes such as `72025A00-` and `11002E122` stay what they are.
 * Refuses (`FileRefused`) what is missing, cut off, damaged or something else, before the first row is read.
 */
export async function openTables(path: string): Promise<PublishedFile> {
  const file = basename(path)
  const start = await firstBytes(path, file)
  const { tables, close } = await tablesOf(path, file, start)
  return { file, sha256: await sha256Of(path), tables, close }
}

type Opened = { readonly tables: readonly PublishedTable[]; readonly close: () => void }

async function tablesOf(path: string, file: string, start: Buffer): Promise<Opened> {
  const nothing = () => undefined
  if (start.toString('latin1', 0, 2) === 'PK') return tablesInZip(path, file)
  if (start.toString('hex', 0, 4) === 'd0cf11e0') {
    const content = await readFile(path)
    refuseEncrypted(content, file)
    return { tables: await workbookTables('xls', content, { file }), close: nothing }
  }
  const isGzip = start.toString('hex', 0, 2) === '1f8b'
  const open = isGzip ? unpackedOnce(async () => gunzipped(path)) : async () => plainBytes(path)
  return { tables: [await tableIn({ file, open })], close: nothing }
}

/** A text is a table with signs between its columns, or a list of facts. */
async function tableIn(packed: TextSource): Promise<PublishedTable> {
  const encoding = utf16Of(await startOf(packed))
  const { open, ...spot } = packed
  const source = encoding ? { ...spot, encoding, open: async () => inUtf8(await open(), encoding, spot) } : packed
  const isJson = /^(\xef\xbb\xbf)?\s*[{[]/.test((await startOf(source)).toString('latin1', 0, 200))
  return isJson ? factTable(source) : textTable(source)
}

async function startOf({ open, ...spot }: TextSource): Promise<Buffer> {
  const bytes = await open()
  try {
    return await refusingBreakage(spot, async () => {
      for await (const chunk of bytes as AsyncIterable<Buffer>) return Buffer.from(chunk.subarray(0, 200))
      return Buffer.alloc(0)
    })
  } finally {
    bytes.destroy()
  }
}

async function tablesInZip(path: string, file: string): Promise<Opened> {
  const zip = await openZip(path)
  try {
    const kind = workbookKindOf(zip, file)
    const content = async () => readFile(path)
    const tables = kind ? await sheetsIn({ zip, kind, content, file }) : await tablesPacked(zip, file)
    return { tables, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

type ZippedWorkbook = {
  readonly zip: OpenZip
  readonly kind: 'xlsx' | 'ods'
  /** All its bytes, where they are needed. */
  readonly content: () => Promise<Uint8Array>
  readonly file: string
}

async function sheetsIn({ zip, kind, content, file }: ZippedWorkbook): Promise<readonly PublishedTable[]> {
  refuseLarge(
    zip.names.reduce((sum, name) => sum + zip.sizeOf(name), 0),
    file,
  )
  if (kind === 'ods') {
    // Loaded when it is needed, as the reader of the other workbooks is.
    const { odsTables } = await import('./ods-sheets.ts')
    return odsTables(zip, { file })
  }
  return workbookTables('xlsx', await content(), { file }, (sheet) => notesIn(zip, sheet))
}

async function tablesPacked(zip: OpenZip, file: string): Promise<readonly PublishedTable[]> {
  const packed = zip.names.filter((name) => !name.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(name))
  const data = packed.filter((name) => /^\.(csv|txt|tsv|dat|json|xlsx|xls|ods)$/i.test(extname(name)))
  const [name, ...others] = data.length > 0 ? data : packed
  if (name === undefined) return refuse('file-kind', { file }, 'is a zip with nothing in it.')
  if (others.length > 0) {
    const names = [name, ...others].slice(0, 5).join(', ')
    return refuse('several-files', { file }, `holds several files (${names}). Unpack it and import one.`)
  }
  const kind = extname(name).slice(1).toLowerCase()
  const spot = { file, sheet: name }
  if (kind === 'xlsx' || kind === 'xls' || kind === 'ods') {
    refuseLarge(zip.sizeOf(name), file)
    const [content, inner] = [await buffer(await zip.open(name)), `${file}/${name}`]
    if (kind === 'xls') return workbookTables(kind, content, { file: inner })
    const zipped = await openZipIn(content, inner)
    const found = workbookKindOf(zipped, inner) ?? kind
    return sheetsIn({ zip: zipped, kind: found, content: async () => content, file: inner })
  }
  return [await tableIn({ ...spot, open: unpackedOnce(() => zip.open(name)) })]
}

/** Office programs pack what they write in a zip: a workbook is known by what lies in it, and what is none is said. */
function workbookKindOf({ names }: OpenZip, file: string): ZippedWorkbook['kind'] | undefined {
  if (workbookPart(names) !== undefined) return 'xlsx'
  if (names.includes('xl/workbook.bin'))
    refuse(
      'file-kind',
      { file },
      'is a workbook in binary form (xlsb). Save it as xlsx, or the sheet that is meant as CSV.',
    )
  if (names.includes('[Content_Types].xml'))
    refuse(
      'file-kind',
      { file },
      'is a document or a presentation, no table; expected CSV or text, xlsx, xls, ods, gz or zip.',
    )
  return names.includes('content.xml') && names.includes('mimetype') ? 'ods' : undefined
}

/** An xlsx with a password is wrapped as old workbooks are, under this name. */
function refuseEncrypted(content: Buffer, file: string): void {
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    refuse('password', { file }, 'is closed with a password. Save it without one.')
}

function refuseLarge(bytes: number, file: string): void {
  if (bytes > largestWorkbookBytes)
    refuse('too-large', { file }, 'unpacks to more than 500 MB. Save the sheet that is meant as CSV.')
}
