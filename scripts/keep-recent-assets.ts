import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Days that a fingerprinted file stays after the last build that made it. */
const keptDays = 7

/**
 * Empties the folder of built files of what is older than a week, instead of whole: a server that runs, and a page that is
 * open, ask for the files of their own build while the next one is made.
 */
export const keepRecentAssets = (): Plugin => ({
  name: 'meernet:keep-recent-assets',
  apply: 'build',
  async writeBundle({ dir = '.' }, files) {
    const folder = join(dir, 'assets')
    if (!existsSync(folder)) return
    const isNew = (name: string) => `assets/${name.replace(/\.br$/, '')}` in files
    const before = Date.now() - keptDays * 86_400_000
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      if (!isNew(name) && (await stat(path)).mtimeMs < before) await rm(path)
    }
  },
})
