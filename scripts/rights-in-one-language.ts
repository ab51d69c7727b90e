import type { Model } from '../libraries/rights-engine/index.ts'

/** Languages in which a phone can fetch the rules; Dutch stands where a text was not translated. */
export const phoneLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const

/** The day before which a phone asks nothing: older values of the law stay on the server. */
const eldest = '2025-01-01'

/** What only reviewers read. */
const forReviewers = new Set(['source', 'sources', 'chapter', 'note', 'origin', 'whyMissed'])

/** The model with the words of one language, without what is only for reviewers and without values long gone. */
export function inOneLanguage(model: Model, language: (typeof phoneLanguages)[number]): Model {
  const recent = Object.fromEntries(
    Object.entries(model.parameters).map(([id, parameter]) => [id, { ...parameter, rows: recentRows(parameter.rows) }]),
  )
  return narrowed({ ...model, parameters: recent }, language) as Model
}

function recentRows(rows: Model['parameters'][string]['rows']) {
  const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))
  const first = sorted.findLastIndex(({ from, gap }) => from <= eldest && !gap)
  return sorted.slice(Math.max(0, first))
}

function narrowed(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((one) => narrowed(one, language))
  if (typeof value !== 'object' || value === null) return value
  if (isWords(value)) return { [language]: value[language] ?? value.nl }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (forReviewers.has(key) ? [] : [[key, narrowed(inner, language)]])),
  )
}

function isWords(value: object): value is Record<string, string> {
  return 'nl' in value && typeof value.nl === 'string' && 'fr' in value && 'en' in value
}
