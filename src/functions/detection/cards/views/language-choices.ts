import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import type { Choice } from '../../../../ui/index.ts'

/** Languages by name, that of the page first. */
export function languageChoices(t: Texts, languages: readonly string[]): readonly Choice[] {
  const ordered = [...languages].sort((one, other) => Number(other === t.language) - Number(one === t.language))
  return ordered.map((value) => ({ value, label: languageName(t, value) }))
}
