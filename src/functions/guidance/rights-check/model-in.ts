import type { Model } from '@meernet/rights-engine'
import type { CheckLanguage } from './check-words.ts'

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

/** `{ said: 12 }` is the twelfth text. */
function withWords(value: unknown, words: readonly string[], language: CheckLanguage): unknown {
  if (Array.isArray(value)) return value.map((one) => withWords(one, words, language))
  if (typeof value !== 'object' || value === null) return value
  if ('said' in value) return { [language]: words[Number(value.said)] }
  const whole: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) whole[key] = withWords(inner, words, language)
  return whole
}
