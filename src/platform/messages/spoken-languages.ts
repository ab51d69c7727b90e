import type { Language } from './languages.ts'

/** Languages that people speak here, to choose from in a form (BCP 47, short). */
export const spokenLanguages: readonly string[] = 'nl fr en de ar tr uk ru pl ro bg es it pt fa ps sq so ti'.split(' ')

/** Name of a spoken language for who reads `reader`: `ar` is "Arabisch" in Dutch. */
export function languageName(code: string, reader: Language): string {
  const known = names.get(reader) ?? new Intl.DisplayNames(reader, { type: 'language' })
  names.set(reader, known)
  return known.of(code) ?? code
}

const names = new Map<Language, Intl.DisplayNames>()
