import { statfs } from 'node:fs/promises'
import type { BackupHead } from './frames.ts'

/** The log of changes of a restore in one transaction, which PostgreSQL keeps cutting back; bytes. */
const mostLog = 1.25 * 1024 ** 3
/** What a file of before, that does not say how large its database was, is taken to become; times its own size. */
const growth = 10

/** Bytes free for programs on the disk of `folder`. */
export async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Bytes a restore needs on the disk of the database: the data with their indexes, and the log of changes beside them. */
export function roomForRestore({ databaseBytes }: Pick<BackupHead, 'databaseBytes'>, fileBytes: number): number {
  const data = databaseBytes ?? fileBytes * growth
  return Math.ceil(data * 1.1 + Math.min(data, mostLog))
}

/** A number of bytes as people say it, `0.4 GB`: what is needed rounded up, what is free rounded down. */
export function inGigabytes(bytes: number, round: 'up' | 'down'): string {
  const tenths = (bytes / 1024 ** 3) * 10
  return `${((round === 'up' ? Math.ceil(tenths) : Math.floor(tenths)) / 10).toFixed(1)} GB`
}
