import type { Texts } from '../../platform/messages/index.ts'

/** Languages offered first in a form; others can be typed as their code. */
export const commonLanguages = [
  'nl',
  'fr',
  'en',
  'ar',
  'tr',
  'uk',
  'ru',
  'ps',
  'fa',
  'es',
  'pl',
  'ro',
  'bg',
  'so',
  'ti',
  'pt',
  'it',
  'de',
] as const

/** The name of a language in the reader's language: `Arabisch` for `ar`. */
export function languageName(t: Texts, code: string): string {
  return new Intl.DisplayNames([t.language], { type: 'language' }).of(code) ?? code
}
