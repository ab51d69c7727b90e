/** Languages Meernet speaks. Staff texts exist in the first three; what a resident reads in all. */
export const staffLanguages = ['nl', 'fr', 'en'] as const
export const residentLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const
export type Language = (typeof residentLanguages)[number]
export type StaffLanguage = (typeof staffLanguages)[number]

/** How a line of the language runs. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The language's own name for itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  uk: 'Українська',
}

/** Whether Meernet speaks it. */
export function isLanguage(text: string | undefined): text is Language {
  return residentLanguages.some((language) => language === text)
}
