import type { Language } from './languages.ts'

/**
 * How numbers, days and lists are written in each language: Western digits in Arabic too, and British English. `en-BE` would
 * put €1,234.50 beside 1.234,5 km.
 */
export const locales: Readonly<Record<Language, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  tr: 'tr',
  uk: 'uk',
}
