import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** Languages of the app for the visitor; what a resident reads is in all. */
export const visitorLanguages = ['nl', 'fr', 'en'] as const
export const personLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const
export type VisitorLanguage = (typeof visitorLanguages)[number]
export type PersonLanguage = (typeof personLanguages)[number]

/** What each language calls itself. */
export const languageNames: Readonly<Record<PersonLanguage, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  uk: 'Українська',
}

/** Sentences in one language: `t('homeVisit.round.title', { count: 3 })`. Only names in braces are filled in. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly language: PersonLanguage
  readonly direction: 'ltr' | 'rtl'
  /** `maandag 23 november` */
  day(day: string): string
  /** `14:05` */
  time(moment: Date): string
}

const files = import.meta.glob<Readonly<Record<string, string>>>('./messages/*.json', { import: 'default' })
const locales: Readonly<Record<PersonLanguage, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  tr: 'tr',
  uk: 'uk',
}
const dayStyle = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
const timeStyle = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Brussels' } as const

/** Loads the sentences of a language; they are part of the app, so this works without a network. */
export async function loadWords(language: PersonLanguage): Promise<Words> {
  const sentences = (await files[`./messages/${language}.json`]?.()) ?? {}
  const locale = locales[language]
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (sentences[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return Object.assign(t, {
    language,
    direction: language === 'ar' ? ('rtl' as const) : ('ltr' as const),
    day: (day: string) => new Intl.DateTimeFormat(locale, dayStyle).format(new Date(`${day}T00:00:00Z`)),
    time: (moment: Date) => new Intl.DateTimeFormat(locale, timeStyle).format(moment),
  })
}

/** The sentences all screens speak in. */
export const WordsContext = createContext<Words | undefined>(undefined)

/** The sentences of the visitor's language. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('Words are loaded before the first screen.')
  return words
}

/** The sentences of the person's language, the visitor's until they are loaded. */
export function useWordsIn(language: PersonLanguage): Words {
  const own = useWords()
  const [words, setWords] = useState<Words>(() => own)
  useEffect(() => {
    let isWanted = true
    void loadWords(language).then((loaded) => isWanted && setWords(() => loaded))
    return () => {
      isWanted = false
    }
  }, [language])
  return words
}

const kept = 'meernet-language'

/** The language chosen on this phone, or the one the phone speaks. */
export function chosenLanguage(): VisitorLanguage {
  const wished = [localStorage.getItem(kept), navigator.language.slice(0, 2)]
  return visitorLanguages.find((language) => wished.includes(language)) ?? 'nl'
}

/** Keeps the language on this phone. */
export function chooseLanguage(language: VisitorLanguage): void {
  localStorage.setItem(kept, language)
}
