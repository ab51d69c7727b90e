import type { Model } from '@meernet/rights-engine'
import type { CheckLanguage } from './check-words.ts'
import { withWords } from './with-words.ts'

const wordsOf = {
  nl: () => import('virtual:rights-belgium/nl'),
  fr: () => import('virtual:rights-belgium/fr'),
  en: () => import('virtual:rights-belgium/en'),
  ar: () => import('virtual:rights-belgium/ar'),
  tr: () => import('virtual:rights-belgium/tr'),
  uk: () => import('virtual:rights-belgium/uk'),
} as const satisfies Record<CheckLanguage, () => Promise<{ readonly words: readonly string[] }>>

/** The rules of Belgium with the words of one language: two files, of which a device that changes language has the rules already. */
export async function modelIn(language: CheckLanguage): Promise<Model> {
  const [{ rules }, { words }] = await Promise.all([import('virtual:rights-belgium/rules'), wordsOf[language]()])
  // What the build took apart from a `Model` is one again.
  return withWords(rules, words, language) as Model
}
