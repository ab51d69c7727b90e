import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A sentence of the product: its key, the `messages` folder it lives in, and its Dutch and English text. */
export type Sentence = {
  readonly key: string
  readonly folder: string
  readonly dutch: string
  readonly english: string
}

/** Languages in which staff work have every sentence; all others only what a resident may meet. */
const staffLanguages = new Set(['nl', 'fr', 'en'])
const isForResidents = (key: string) => /^(resident|form|http)\./.test(key)

/** The sentences that `language` needs, in the order of the files under `root`. */
export function sentencesFor(root: string, language: string): readonly Sentence[] {
  return globSync('src/**/messages/nl.json', { cwd: root })
    .sort()
    .flatMap((file) => {
      const folder = dirname(file)
      const english = textsOf(root, folder, 'en')
      return Object.entries(textsOf(root, folder, 'nl'))
        .filter(([key]) => staffLanguages.has(language) || isForResidents(key))
        .map(([key, dutch]) => ({ key, folder, dutch, english: english[key] ?? '' }))
    })
}

/** The texts of one `messages` folder in one language; none when there is no file yet. */
export function textsOf(root: string, folder: string, language: string): Readonly<Record<string, string>> {
  const file = join(root, folder, `${language}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Writes the texts of one folder in one language, in the order in which the Dutch stands. */
export function writeTexts(
  root: string,
  folder: string,
  language: string,
  texts: Readonly<Record<string, string>>,
): void {
  const order = Object.keys(textsOf(root, folder, 'nl'))
  const sorted = Object.fromEntries(order.flatMap((key) => (key in texts ? [[key, texts[key]]] : [])))
  writeFileSync(join(root, folder, `${language}.json`), `${JSON.stringify(sorted, null, 2)}\n`)
}
