import type { Right } from '@meernet/rights-engine'
import type { Language, Texts } from '../../../platform/messages/index.ts'
import { said, saidFirst } from '../rights-check/check-words.ts'
import { rules } from '../rights-check/rules.ts'
import { dayFactOf } from './term.ts'

/** A right of the catalogue; undefined for one that has left it. */
export const rightOf = (id: string): Right | undefined => rules().model.rights[id]

/** What a right is called; one that has left the catalogue keeps its id. */
export function nameOfRight(id: string, language: Language): string {
  return said(rightOf(id)?.name, language) || id
}

/** "Vraag X aan Y". */
export function askWords(t: Texts, id: string): string {
  const right = nameOfRight(id, t.language)
  const body = said(rightOf(id)?.ask.body, t.language)
  return body ? t('guidance.followed.ask', { right, body }) : right
}

/** Papers to bring. */
export const documentsOf = (id: string, language: Language): readonly string[] =>
  (rightOf(id)?.documents ?? []).map((document) => saidFirst(document, language))

/** The date that the last day to ask counts from, as a noun: "de laatste levering van mazout". */
export function termNoun(id: string, language: Language): string | undefined {
  const right = rightOf(id)
  const fact = right && dayFactOf(right)
  return fact === undefined ? undefined : said(rules().model.facts[fact]?.noun, language) || undefined
}

/** Rights of a region to choose from, by name; those in `except` left out. */
export function rightChoices(region: 'flanders' | 'brussels', language: Language, except: ReadonlySet<string>) {
  return Object.entries(rules().model.rights)
    .filter(([id, { regions }]) => regions.includes(region) && !except.has(id))
    .map(([value, { name }]) => ({ value, label: said(name, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
}
