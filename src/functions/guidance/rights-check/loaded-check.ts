import { type Check, createCheck } from '@meernet/rights-engine'
import { type CheckLanguage, type CheckWords, checkWords } from './check-words.ts'
import { modelIn } from './model-in.ts'

const files = import.meta.glob<Readonly<Record<string, string>>>('./messages/*.json', { import: 'default' })

/** The sentences of the check in one language, for a program that has no page to take them from. Rejects when they are not at hand. */
export async function loadCheckWords(language: CheckLanguage): Promise<CheckWords> {
  const load = files[`./messages/${language}.json`]
  if (!load) throw new Error(`the check has no sentences in ${language}`)
  return checkWords(await load(), language)
}

/** The rules with the words of one language, ready to run. Rejects when they are not at hand. */
export async function loadRules(language: CheckLanguage): Promise<Check> {
  return createCheck(await modelIn(language))
}
