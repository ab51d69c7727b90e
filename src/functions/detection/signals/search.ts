/**
 * Search in the inbox, in Dutch, with one typing error forgiven per word. A word is asked in several ways of keyed trigrams
 * (platform/encryption/blind-index.ts): exactly or as the beginning of a word; and nearly, once for every place where a letter
 * may be wrong, missing or too many (the trigrams around that place left out), and once for every two neighbours that may have
 * changed places. What comes back is opened and compared here, so a collision costs time and never gives a wrong answer.
 */
import { trigramsOf, wordsOf } from '../../../platform/encryption/blind-index.ts'

/** The ways in which one word is asked; trigrams as `tokensOf` numbers them. */
export type WordWays = { readonly exact: readonly number[]; readonly nearly: readonly (readonly number[])[] }

/** Words shorter than this are found as the beginning of a word only. */
const leastForgiving = 4
const mostWords = 6

/** How to ask for the words of `text`; `tokensOf` numbers the trigrams of one word in order. */
export function searchWays(text: string, tokensOf: (word: string) => readonly number[]): readonly WordWays[] {
  return wordsOf(text)
    .slice(0, mostWords)
    .map((word) => {
      // Without its last trigram, which says that the word ends there.
      const beginning = (part: string) => tokensOf(part).slice(0, -1)
      const exact = beginning(word)
      if (word.length < leastForgiving) return { exact, nearly: [] }
      return { exact, nearly: [...oneWrong(word, tokensOf), ...swapped(word).map(beginning)] }
    })
}

/** What is searched in: who and where apart from the rest. */
export type Searched = { readonly naming: string; readonly rest: string }

/** The items that hold every word of `text`, best first; equal ones stay in the order given. */
export function bestFirst<Item>(
  text: string,
  items: readonly Item[],
  textOf: (item: Item) => Searched,
): readonly Item[] {
  const asked = wordsOf(text).slice(0, mostWords)
  return items
    .map((item) => ({ item, fit: fitOf(asked, textOf(item)) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .map(({ item }) => item)
}

/** 0 when a word is missing, else the mean of how well the words are there, 0–1. */
function fitOf(asked: readonly string[], { naming, rest }: Searched): number {
  const names = wordsOf(naming)
  const others = wordsOf(rest)
  const fits = asked.map((word) =>
    Math.max(
      ...names.map((name) => wordFit(word, name)),
      ...others.map((other) => (other.startsWith(word) ? 0.6 : 0)),
      0,
    ),
  )
  return fits.includes(0) || fits.length === 0 ? 0 : fits.reduce((sum, fit) => sum + fit, 0) / fits.length
}

function wordFit(asked: string, word: string): number {
  if (word === asked) return 1
  if (word.startsWith(asked)) return 0.9
  return asked.length >= leastForgiving && isOneErrorAway(asked, word) ? 0.8 : 0
}

/** One letter wrong, missing or too many, or two neighbours changed round (Damerau, 1964). */
export function isOneErrorAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const restOf = (word: string, skip: number) => word.slice(start + skip)
  return (
    restOf(one, 1) === restOf(other, 1) ||
    restOf(one, 1) === restOf(other, 0) ||
    restOf(one, 0) === restOf(other, 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && restOf(one, 2) === restOf(other, 2))
  )
}

/** The trigrams of `word` but those that one wrong letter touches, for every letter. */
function oneWrong(word: string, tokensOf: (word: string) => readonly number[]): readonly (readonly number[])[] {
  const tokens = tokensOf(word)
  // A word with a trigram twice has fewer numbers than trigrams: then places do not fit, and it is asked exactly only.
  if (tokens.length !== trigramsOf(word).length || tokens.length !== word.length + 1) return []
  return Array.from(word, (_, letter) => tokens.filter((_, at) => at < letter || at > letter + 2))
}

function swapped(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const [first = '', second = ''] = word.slice(at, at + 2)
    return `${word.slice(0, at)}${second}${first}${word.slice(at + 2)}`
  }).filter((variant) => variant !== word)
}
