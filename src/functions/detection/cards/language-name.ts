import type { Texts } from '../../../platform/messages/index.ts'

/** A language by its name in the language of the page. */
export function languageName(t: Texts, language: string): string {
  return new Intl.DisplayNames([t.language], { type: 'language' }).of(language) ?? language
}
