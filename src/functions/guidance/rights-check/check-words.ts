import type { Words } from '@meernet/rights-engine'

export type CheckLanguage = 'nl' | 'fr' | 'en' | 'ar' | 'tr' | 'uk'

/** What the pages of the check are written with, on the server and on the device alike. */
export type CheckWords = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly language: CheckLanguage
  /** `€ 1.234,56` from euros. */
  money(euros: number): string
  /** `1 januari 2026` */
  day(date: string): string
  list(words: readonly string[]): string
}

const locales: Readonly<Record<CheckLanguage, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  tr: 'tr',
  uk: 'uk',
}

/** Makes words from the sentences of one language. Only names in braces are filled in. */
export function checkWords(sentences: Readonly<Record<string, string>>, language: CheckLanguage): CheckWords {
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (sentences[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return Object.assign(t, {
    language,
    money: (euros: number) => formatsOf(language).money.format(euros),
    day: (date: string) => formatsOf(language).day.format(new Date(`${date}T00:00:00Z`)),
    list: (words: readonly string[]) => formatsOf(language).list.format(words),
  })
}

const made = new Map<CheckLanguage, ReturnType<typeof newFormats>>()

/** How a language writes amounts, days and lists. Made once: it takes a slow phone longer than a question. */
export function formatsOf(language: CheckLanguage): ReturnType<typeof newFormats> {
  const known = made.get(language) ?? newFormats(locales[language])
  made.set(language, known)
  return known
}

function newFormats(locale: string) {
  return {
    money: new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    list: new Intl.ListFormat(locale),
  }
}

/** A text of the rules in the reader's language; in Dutch where it was not translated. */
export function said(words: Words | undefined, language: CheckLanguage): string {
  return words?.[language] ?? words?.nl ?? ''
}

/** The same at the beginning of a line. */
export function saidFirst(words: Words | undefined, language: CheckLanguage): string {
  const text = said(words, language)
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** Only where it was translated: a word of another language in the middle of a sentence helps nobody. */
export function saidOrNot(words: Words | undefined, language: CheckLanguage): string | null {
  return words?.[language] ?? null
}
