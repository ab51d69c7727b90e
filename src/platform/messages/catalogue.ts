import type { Language } from './languages.ts'

/** Sentences by key, one flat map per language; keys begin with the module's name, or `resident.` when a resident reads them. */
export type Catalogue = Readonly<Record<Language, Readonly<Record<string, string>>>>

// Each module keeps its sentences in its own folder; the build gathers them.
const files = import.meta.glob<Readonly<Record<string, string>>>('../../**/messages/*.json', {
  eager: true,
  import: 'default',
})

/** All sentences of all modules. */
export const catalogue: Catalogue = {
  nl: sentencesOf('nl'),
  fr: sentencesOf('fr'),
  en: sentencesOf('en'),
  ar: sentencesOf('ar'),
  tr: sentencesOf('tr'),
  uk: sentencesOf('uk'),
}

function sentencesOf(language: Language): Readonly<Record<string, string>> {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/messages/${language}.json`))
  return Object.assign({}, ...own.map(([, sentences]) => sentences))
}
