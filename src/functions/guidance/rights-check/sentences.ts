import type { CheckLanguage } from './check-words.ts'

const files = import.meta.glob<Readonly<Record<string, string>>>('./messages/*.json', {
  import: 'default',
  eager: true,
})

/** The sentences of the check in one language, whole: they travel to the device with the page. */
export function sentencesIn(language: CheckLanguage): Readonly<Record<string, string>> {
  return files[`./messages/${language}.json`] ?? {}
}
