import type { Model } from '../libraries/rights-engine/index.ts'

/** Languages in which a phone can fetch the words; Dutch stands where a text was not translated. */
export const phoneLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const

/** Rules whose texts are `{ "said": 12 }`, and for each language the texts by that number. */
type Apart = {
  readonly rules: unknown
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** The day before which a phone asks nothing: older values of the law stay on the server. */
const eldest = '2025-01-01'

/** What only reviewers read. */
const forReviewers = new Set(['source', 'sources', 'chapter', 'note', 'origin', 'whyMissed'])

/** The model in two: rules without what is only for reviewers and without values long gone, and the words they speak with. */
export function apart(model: Model): Apart {
  const parameters = Object.fromEntries(
    Object.entries(model.parameters).map(([id, parameter]) => [id, { ...parameter, rows: recentRows(parameter.rows) }]),
  )
  const texts = new Map<string, { readonly number: number; readonly words: Readonly<Record<string, string>> }>()
  const numberOf = (words: Readonly<Record<string, string>>) => {
    const key = JSON.stringify(words)
    const known = texts.get(key)
    if (known) return known.number
    texts.set(key, { number: texts.size, words })
    return texts.size - 1
  }
  const rules = wordless({ ...model, parameters }, numberOf)
  const all = [...texts.values()].map(({ words }) => words)
  const inLanguage = (language: string) => all.map((words) => words[language] ?? words.nl ?? '')
  const words = Object.fromEntries(phoneLanguages.map((language) => [language, inLanguage(language)]))
  return { rules, words }
}

function recentRows(rows: Model['parameters'][string]['rows']) {
  const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))
  const first = sorted.findLastIndex(({ from, gap }) => from <= eldest && !gap)
  return sorted.slice(Math.max(0, first))
}

function wordless(value: unknown, numberOf: (words: Readonly<Record<string, string>>) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => wordless(one, numberOf))
  if (typeof value !== 'object' || value === null) return value
  if (isWords(value)) return { said: numberOf(value) }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (forReviewers.has(key) ? [] : [[key, wordless(inner, numberOf)]])),
  )
}

function isWords(value: object): value is Record<string, string> {
  return 'nl' in value && typeof value.nl === 'string' && 'fr' in value && 'en' in value
}
