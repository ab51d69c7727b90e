import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openTables } from '../../../platform/published-files/open-tables.ts'
import type { PublishedFile } from '../../../platform/published-files/published-file.ts'

/**
 * Opens a file that was sent, for as long as `work` takes. It lies in a folder of its own until then, under its own name,
 * because refusals and provenance name it.
 */
export async function withSentFile<Result>(
  sent: File,
  work: (file: PublishedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-figures-'))
  try {
    const path = join(folder, basename(sent.name.replaceAll('\\', '/')).slice(-200) || 'file')
    await writeFile(path, new Uint8Array(await sent.arrayBuffer()), { mode: 0o600 })
    const file = await openTables(path)
    try {
      return await work(file)
    } finally {
      file.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
