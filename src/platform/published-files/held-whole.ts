import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { firstBytes } from './published-bytes.ts'
import { refuse } from './refusal.ts'
import { openZip } from './zip-file.ts'

const megabyte = 1024 * 1024
/** What others notice who work on the same server: read whole, such a file takes ten times its size in memory. */
const largestBytes = 16 * megabyte

/**
 * Refuses a large file of a kind that is held in memory whole while it is read: a workbook, or JSON that is no list of features. For
 * where others work beside it; the command line takes them.
 */
export async function refuseLargeHeldWhole(path: string): Promise<void> {
  const { size } = await stat(path)
  if (size <= largestBytes || !(await isHeldWhole(path))) return
  refuse(
    'file-kind',
    { file: basename(path) },
    `is a workbook or JSON of more than ${largestBytes / megabyte} MB. Save the sheet that is meant as CSV, the areas as GeoJSON; or use the command.`,
  )
}

async function isHeldWhole(path: string): Promise<boolean> {
  const start = await firstBytes(path, basename(path), 4096)
  if (start.toString('hex', 0, 4) === 'd0cf11e0') return true
  if (start.toString('latin1', 0, 2) === 'PK') return isZipOfWorkbook(path)
  const text = start.toString('latin1')
  return /^(\xef\xbb\xbf)?\s*[{[]/.test(text) && !/"Feature(Collection)?"/.test(text)
}

async function isZipOfWorkbook(path: string): Promise<boolean> {
  const zip = await openZip(path)
  zip.close()
  return zip.names.some((name) => /^(xl\/workbook[0-9]*\.xml|content\.xml)$|\.(xlsx|xls|ods)$/i.test(name))
}
