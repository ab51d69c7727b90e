import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '../../../../platform/published-files/open-tables.ts'
import { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { plainName } from '../../../../platform/sent-files/index.ts'
import type { Passage } from './passages.ts'
import { readSheet } from './sheet.ts'
import type { Typed } from './translation.ts'

/** Reads a sheet that was sent, which lies in a folder of its own for as long as that takes; gives why it was refused when it was. */
export async function readSentSheet(
  sent: File,
  passages: readonly Passage[],
): Promise<ReadonlyMap<string, Typed> | FileRefused> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-translation-'))
  try {
    const path = join(folder, plainName(sent.name))
    await writeFile(path, new Uint8Array(await sent.arrayBuffer()), { mode: 0o600 })
    const file = await openTables(path)
    try {
      return await readSheet(file, passages)
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
