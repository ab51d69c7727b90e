import type { Plugin } from 'vite'

/** The home-visit app as built: its entry, its styles, and every file it may need without a network. */
export type HomeVisitFiles = {
  readonly script: string
  readonly styles: readonly string[]
  readonly files: readonly string[]
  /** What the check of rights needs besides: in every language, and by language. */
  readonly rights: { readonly all: readonly string[]; readonly languages: Readonly<Record<string, readonly string[]>> }
  readonly worker: string
}

type Built = {
  readonly type: 'chunk' | 'asset'
  readonly fileName: string
  readonly name?: string
  readonly facadeModuleId?: string | null
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> }
  readonly source?: string | Uint8Array
}
type Bundle = Readonly<Record<string, Built>>

/** Fonts that hold letters the app's own sentences do not need; fetched when a name asks for them. */
const isWholeFont = (file: string) => /-wght-normal-.*\.woff2$/.test(file)

/** Where the check of rights begins, and what speaks one language. */
const isRightsScreen = ({ facadeModuleId }: Built) =>
  /\/home-visit\/rights\/rights-screen\.tsx$/.test(facadeModuleId ?? '')
const languageOf = ({ facadeModuleId }: Built) =>
  /(?:virtual:rights-belgium\/|\/rights-check\/messages\/)([a-z]{2})(?:\.json)?$/.exec(facadeModuleId ?? '')?.[1]

/**
 * Lists what the service worker keeps in `home-visit.json`: all that is reached from the app's entry, and apart from it what only the
 * check of rights needs, which is kept afterwards.
 */
export function homeVisitFiles(entry: string, worker: string): Plugin {
  return {
    name: 'meernet:home-visit-files',
    generateBundle(_options, output) {
      const bundle = output as unknown as Bundle
      const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === entry)
      const workerChunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === worker)
      if (!chunk || !workerChunk) throw new Error(`no entries ${entry} and ${worker} in the build`)
      const files = kept(reachedFrom(bundle, [chunk], (file) => !isRightsScreen(file)))
      const list: HomeVisitFiles = {
        script: `/${chunk.fileName}`,
        styles: files.filter((file) => file.endsWith('.css')),
        files,
        rights: rightsFiles(bundle, files),
        worker: workerChunk.fileName,
      }
      this.emitFile({ type: 'asset', fileName: 'home-visit.json', source: JSON.stringify(list, null, 2) })
    },
  }
}

function rightsFiles(bundle: Bundle, appFiles: readonly string[]): HomeVisitFiles['rights'] {
  const screen = Object.values(bundle).find(isRightsScreen)
  if (!screen) throw new Error('the check of rights is no file of its own in the build')
  const whole = reachedFrom(bundle, [screen])
  const spoken = [...whole].filter((file) => languageOf(file))
  const rest = (files: ReadonlySet<Built>) => kept(files).filter((file) => !appFiles.includes(file))
  const byLanguage = Map.groupBy(spoken, (file) => languageOf(file) ?? '')
  return {
    all: rest(new Set([...whole].filter((file) => !languageOf(file)))),
    languages: Object.fromEntries([...byLanguage].map(([language, files]) => [language, rest(new Set(files))])),
  }
}

const kept = (files: ReadonlySet<Built>): readonly string[] =>
  [...files]
    .map(({ fileName }) => fileName)
    .filter((file) => !isWholeFont(file))
    .sort()
    .map((file) => `/${file}`)

/** Follows imports, styles, fonts, and workers named in the code of a chunk, as far as `isWanted`. */
function reachedFrom(
  bundle: Bundle,
  from: readonly Built[],
  isWanted: (file: Built) => boolean = () => true,
): ReadonlySet<Built> {
  const reached = new Set(from)
  for (const file of reached)
    for (const next of namedBy(bundle, file)) {
      const found = bundle[next]
      if (found && isWanted(found)) reached.add(found)
    }
  return reached
}

function namedBy(bundle: Bundle, file: Built): readonly string[] {
  const { imports = [], dynamicImports = [], viteMetadata } = file
  const code = 'code' in file ? String(file.code) : typeof file.source === 'string' ? file.source : ''
  const named = Object.keys(bundle).filter(
    (other) => /\.(js|woff2)$/.test(other) && code.includes(other.split('/').at(-1) ?? other),
  )
  return [
    ...imports,
    ...dynamicImports,
    ...(viteMetadata?.importedCss ?? []),
    ...(viteMetadata?.importedAssets ?? []),
    ...named,
  ]
}
