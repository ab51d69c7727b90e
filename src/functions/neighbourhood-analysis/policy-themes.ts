import type { Language } from '../../platform/messages/index.ts'
import { labelOf, policyThemeContent } from '../../registers/frameworks/index.ts'

/** The key of the indicator that counts signals for policy about a theme: `policySignalsAboutHousing`. */
export const themeKey = (theme: string): string => `${prefix}${theme.charAt(0).toUpperCase()}${theme.slice(1)}`

/** The name of such an indicator; nothing when the key is of another. */
export function themeName(key: string, language: Language): string | undefined {
  const theme = policyThemeContent.entries.find(({ code }) => themeKey(code) === key)
  const words = names[language === 'fr' || language === 'en' ? language : 'nl']
  return theme && `${words}: ${labelOf(policyThemeContent, theme.code, language)}`
}

const prefix = 'policySignalsAbout'

const names = { nl: 'Signalen voor beleid', fr: 'Signaux pour la politique', en: 'Signals for policy' } as const
