import type { Plugin } from 'vite'

/** The home-visit app as built: its entry, its styles, and every file it may need without a network. */
export type HomeVisitFiles = {
  readonly script: string
  readonly styles: readonly string[]
  readonly files: readonly string[]
  readonly worker: string
}

type Built = {
  readonly type: 'chunk' | 'asset'
  readonly fileName: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> }
  readonly source?: string | Uint8Array
}

/** Fonts that hold letters the app's own sentences do not need; fetched when a name asks for them. */
const isWholeFont = (file: string) => /-wght-normal-.*\.woff2$/.test(file)

/** Lists what the service worker keeps in `home-visit.json`: all that is reached from the app's entry. */
export function homeVisitFiles(entry: string, worker: string): Plugin {
  return {
    name: 'meernet:home-visit-files',
    generateBundle(_options, bundle) {
      const built = bundle as unknown as Readonly<Record<string, Built>>
      const chunk = Object.values(built).find((file) => file.type === 'chunk' && file.name === entry)
      const workerChunk = Object.values(built).find((file) => file.type === 'chunk' && file.name === worker)
      if (!chunk || !workerChunk) throw new Error(`no entries ${entry} and ${worker} in the build`)
      const reached = new Set<string>()
      reach(built, chunk.fileName, reached)
      const files = [...reached].filter((file) => !isWholeFont(file)).sort()
      const list: HomeVisitFiles = {
        script: `/${chunk.fileName}`,
        styles: files.filter((file) => file.endsWith('.css')).map((file) => `/${file}`),
        files: files.map((file) => `/${file}`),
        worker: workerChunk.fileName,
      }
      this.emitFile({ type: 'asset', fileName: 'home-visit.json', source: JSON.stringify(list, null, 2) })
    },
  }
}

/** Follows imports, styles, fonts, and workers named in the code of a chunk. */
function reach(built: Readonly<Record<string, Built>>, fileName: string, reached: Set<string>): void {
  const file = built[fileName]
  if (!file || reached.has(fileName)) return
  reached.add(fileName)
  const { imports = [], dynamicImports = [], viteMetadata } = file
  const code = 'code' in file ? String(file.code) : typeof file.source === 'string' ? file.source : ''
  const named = Object.keys(built).filter(
    (other) => /\.(js|woff2)$/.test(other) && code.includes(other.split('/').at(-1) ?? other),
  )
  for (const next of [
    ...imports,
    ...dynamicImports,
    ...(viteMetadata?.importedCss ?? []),
    ...(viteMetadata?.importedAssets ?? []),
    ...named,
  ])
    reach(built, next, reached)
}
