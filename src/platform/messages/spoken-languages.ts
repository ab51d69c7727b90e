import type { Language } from './languages.ts'
import type { Texts } from './texts.ts'

/** Languages that people speak here, to choose from in a form (BCP 47, short). */
export const spokenLanguages: readonly string[] = 'nl fr en de ar tr uk ru pl ro bg es it pt fa ps sq so ti'.split(' ')

/** Name of a spoken language in the language of the page: `ar` is "Arabisch" in Dutch; what is no code is given back as it is. */
export function languageName({ language: reader }: Pick<Texts, 'language'>, code: string): string {
  if (!languageCode.test(code)) return code
  const known = names.get(reader) ?? new Intl.DisplayNames(reader, { type: 'language' })
  names.set(reader, known)
  return known.of(code) ?? code
}

/** Intl refuses anything else with an exception. */
const languageCode = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/

const names = new Map<Language, Intl.DisplayNames>()
