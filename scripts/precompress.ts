import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Writes a Brotli copy (`x.css.br`) beside every script, style and drawing of the build, as small as it goes, so that the
 * server only has to choose. Fonts are compressed already.
 */
export const precompress = (): Plugin => ({
  name: 'meernet:precompress',
  apply: 'build',
  async writeBundle({ dir = '.' }, files) {
    const texts = Object.keys(files).filter((file) => /\.(js|css|svg)$/.test(file))
    await Promise.all(texts.map((file) => compressBeside(join(dir, file))))
  },
})

async function compressBeside(path: string): Promise<void> {
  await writeFile(`${path}.br`, await brotli(await readFile(path)))
}

const brotli = promisify(brotliCompress)
