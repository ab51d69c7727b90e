import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

const prefix = 'sent-'
const oldAfterMs = 24 * 3600 * 1000

/** Lends `work` an empty folder inside `folder` and removes it afterwards; what a killed process left behind goes after a day. */
export async function withOwnFolder<Result>(folder: string, work: (own: string) => Promise<Result>): Promise<Result> {
  const own = await ownFolder(folder)
  try {
    return await work(own)
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** An empty folder inside `folder`; whoever asks for it removes it. */
export async function ownFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeOld(folder)
  return mkdtemp(join(folder, prefix))
}

/**
 * The name of a file without the folders that some browsers put before it, not longer than a file system bears, and never that of a
 * folder; refusals and provenance name it.
 */
export function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '')
    .slice(-80)
  return /^\.*$/.test(plain) ? 'file' : plain.toWellFormed()
}

/** Whether writing failed because there is no room: the disk is full, or the share of it that one may use. */
export function isFullDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // 53100 is what PostgreSQL says.
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === '53100'
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue
    const path = join(folder, name)
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > oldAfterMs) await rm(path, { recursive: true, force: true })
  }
}
