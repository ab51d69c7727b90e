import type { Texts } from '../../../../platform/messages/index.ts'
import type { Choice } from '../../../../ui/index.ts'

/** Languages by their name in the language of the page, that language first. */
export function languageChoices(t: Texts, languages: readonly string[]): readonly Choice[] {
  const names = new Intl.DisplayNames([t.language], { type: 'language' })
  const ordered = [...languages].sort((one, other) => Number(other === t.language) - Number(one === t.language))
  return ordered.map((value) => ({ value, label: names.of(value) ?? value }))
}
