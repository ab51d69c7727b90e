import type { Model } from '@meernet/rights-engine'
import type { CheckLanguage } from './check-words.ts'

const models = {
  nl: () => import('virtual:rights-belgium/nl'),
  fr: () => import('virtual:rights-belgium/fr'),
  en: () => import('virtual:rights-belgium/en'),
  ar: () => import('virtual:rights-belgium/ar'),
  tr: () => import('virtual:rights-belgium/tr'),
  uk: () => import('virtual:rights-belgium/uk'),
} as const satisfies Record<CheckLanguage, () => Promise<{ readonly belgium: Model }>>

/** The rules of Belgium with the words of one language: what a phone has to fetch. */
export async function modelIn(language: CheckLanguage): Promise<Model> {
  return (await models[language]()).belgium
}
