import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Empties the folder of built files of what has been in no build for so many hours, instead of whole: a server that runs, and a
 * page that is open, ask for the files of their own build while the next one is made, however old that build is.
 */
export const keepRecentAssets = ({ hours }: { readonly hours: number }): Plugin => ({
  name: 'meernet:keep-recent-assets',
  apply: 'build',
  writeBundle: ({ dir = '.' }, files) => forgetOldAssets(dir, Object.keys(files), { hours, now: new Date() }),
})

type Terms = { readonly hours: number; readonly now: Date }

/**
 * Removes from `dir`/assets what left the build longer ago than `hours`; `built` are the files of the build that was just made. When
 * a file left stands in its time of change; which were in the build before, in a list beside them.
 */
export async function forgetOldAssets(dir: string, built: readonly string[], { hours, now }: Terms): Promise<void> {
  const folder = join(dir, 'assets')
  if (!existsSync(folder)) return
  const list = join(dir, 'assets-of-last-build.json')
  const before = existsSync(list) ? new Set(JSON.parse(await readFile(list, 'utf8')) as readonly string[]) : undefined
  const isBuilt = setOf(built)
  for (const name of await readdir(folder)) {
    if (isBuilt(name)) continue
    const path = join(folder, name)
    // Without a list nobody knows which they were: all of them leave now.
    if (before?.has(plain(name)) ?? true) await utimes(path, now, now)
    else if ((await stat(path)).mtimeMs < now.getTime() - hours * 3_600_000) await rm(path)
  }
  await writeFile(list, JSON.stringify(built.filter(isAsset).map(nameOf)))
}

const isAsset = (file: string) => file.startsWith('assets/')
const nameOf = (file: string) => file.slice('assets/'.length)
/** The name without that of its compressed twin. */
const plain = (name: string) => name.replace(/\.br$/, '')

function setOf(built: readonly string[]) {
  const names = new Set(built.filter(isAsset).map(nameOf))
  return (name: string) => names.has(plain(name))
}
