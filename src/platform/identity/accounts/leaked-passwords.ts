import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { ConfigError } from '../../config/config.ts'

/** Whether a password is known to have leaked. */
export type IsLeaked = (password: string) => Promise<boolean>

/**
 * Looks passwords up in a list of those that leaked: SHA-1 in hexadecimal, in order, one a line, with a colon and a count behind it or
 * not (`21BD1…2AF:13`), as Have I Been Pwned publishes it. The file may be of any size: it is halved until the line is found,
 * and nothing of it is kept in memory. Nothing leaves the house. Throws `ConfigError` when the file is no such list.
 */
export function leakedPasswordsIn(file: string): IsLeaked {
  if (!/^[0-9A-F]{40}$/i.test(startOf(file).slice(0, 40)))
    throw new ConfigError(
      `MEERNET_LEAKED_PASSWORDS: ${file} cannot be read, or its lines do not begin with a SHA-1 in hexadecimal.`,
    )
  return async (password) => {
    const list = await open(file)
    try {
      return await holds(list, createHash('sha1').update(password).digest('hex').toUpperCase())
    } finally {
      await list.close()
    }
  }
}

/** More than the longest line. */
const longestLine = 128

/** Halves the lines that may hold `wanted`: those that begin from `low` on, which is the start of a line, and before `high`. */
async function holds(list: FileHandle, wanted: string): Promise<boolean> {
  let [low, high] = [0, (await list.stat()).size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = middle === low ? low : await startFrom(list, middle)
    if (start >= high) {
      high = middle
      continue
    }
    const line = await lineAt(list, start)
    const found = line.slice(0, wanted.length).toUpperCase()
    if (found === wanted) return true
    if (found < wanted) low = start + line.length + 1
    else high = middle
  }
  return false
}

/** Where the first line begins that begins at `place` or after it. */
async function startFrom(list: FileHandle, place: number): Promise<number> {
  const text = await textAt(list, place - 1)
  const end = text.indexOf('\n')
  return place + (end < 0 ? text.length : end)
}

async function lineAt(list: FileHandle, place: number): Promise<string> {
  const text = await textAt(list, place)
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

async function textAt(list: FileHandle, place: number): Promise<string> {
  const { buffer, bytesRead } = await list.read(Buffer.alloc(longestLine), 0, longestLine, place)
  return buffer.toString('latin1', 0, bytesRead)
}

/** The first signs of a file; none when it cannot be read. */
function startOf(file: string): string {
  try {
    const list = openSync(file, 'r')
    const start = Buffer.alloc(40)
    readSync(list, start)
    closeSync(list)
    return start.toString('latin1')
  } catch {
    return ''
  }
}
