import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Empties the folder of built files of what no build made for so many hours, instead of whole: a server that runs, and a page that
 * is open, ask for the files of their own build while the next one is made.
 */
export const keepRecentAssets = ({ hours }: { readonly hours: number }): Plugin => ({
  name: 'meernet:keep-recent-assets',
  apply: 'build',
  async writeBundle({ dir = '.' }, files) {
    const folder = join(dir, 'assets')
    if (!existsSync(folder)) return
    const isNew = (name: string) => `assets/${name.replace(/\.br$/, '')}` in files
    const before = Date.now() - hours * 3_600_000
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      if (!isNew(name) && (await stat(path)).mtimeMs < before) await rm(path)
    }
  },
})
