import type { Texts } from '../../messages/index.ts'

/** What was done, in the reader's language (`audit.did.readCase`); as the line has it when nobody gave it words. */
export const didWords = (t: Texts, action: string): string => wordsFor(t, `audit.did.${keyOf(action)}`, action)

/** The kind of thing a line is about (`audit.thing.safetyConcern`). */
export const thingWords = (t: Texts, type: string): string => wordsFor(t, `audit.thing.${keyOf(type)}`, type)

/** Why somebody looked (`audit.why.namedInIt`), or the words that somebody gave. */
export const whyWords = (t: Texts, reason: string): string => wordsFor(t, `audit.why.${keyOf(reason)}`, reason)

/** The last part of a key: `take back opt-out` is `takeBackOptOut`. */
export const keyOf = (words: string): string =>
  words.replace(/[ -]([a-z])/g, (_, letter: string) => letter.toUpperCase())

function wordsFor(t: Texts, key: string, otherwise: string): string {
  const words = t(key)
  return words === key ? otherwise : words
}
