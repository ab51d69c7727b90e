import { patternKindsIn } from '../../../platform/texts-about-people/number-patterns.ts'

type Named = { readonly givenName: string; readonly familyName: string; readonly called: string | null }

/**
 * Whether a text for policy advice points straight at a person: a number or address of somebody, or a name of the person of
 * the case. What else may give somebody away is for a second reader to see (P14).
 */
export function personalDataIn(text: string, person: Named): boolean {
  if (patternKindsIn(text).length > 0) return true
  const words = new Set(wordsOf(text))
  const names = wordsOf(`${person.givenName} ${person.familyName} ${person.called ?? ''}`)
  return names.some((name) => name.length >= shortestName && words.has(name))
}

/** Shorter ones ("El", "De", "Li") are words too. */
const shortestName = 3

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []
