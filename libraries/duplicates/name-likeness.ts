import { isKindOfOrganisation, nameWords } from './name-words.ts'
import { editsBetween, wordLikeness } from './word-likeness.ts'

/** Compares names, knowing how often each word stands in the names of the whole register. */
export type NameLikeness = (one: string, other: string) => number

/** Likeness of two words below which they are two words. */
const leastWordLikeness = 0.6
/** Of names without spaces: from here on only the spaces differ, or a letter ("Sint-jozefskoor", "Sintjozefskoor"). */
const leastWholeLikeness = 0.9
/** What a word counts for that says the kind of organisation, and one that says where it is. */
const kindShare = 0.4
const placeShare = 0.3
/** What is left of a likeness when both names say what they are and it is not the same: a chiro and a seniors' club. */
const clashShare = 0.75
const leastKindLikeness = 0.65

/**
 * Likeness of names, 0–1: the weight of the words they share as part of the weight of all their words (soft Dice over tokens,
 * after Cohen, Ravikumar and Fienberg 2003). A word that many names have weighs little, so that two clubs of one village are not
 * alike for its name; `places` are words that say where, and weigh little however rare they are.
 */
export function nameLikenessIn(names: readonly string[], places: readonly string[] = []): NameLikeness {
  const placeWords = new Set(places.flatMap(nameWords))
  const times = new Map<string, number>()
  for (const name of names) for (const word of new Set(nameWords(name))) times.set(word, (times.get(word) ?? 0) + 1)
  const weightOf = (word: string) => {
    const rarity = Math.log(1 + (names.length + 10) / ((times.get(word) ?? 0) + 1))
    return rarity * (isKindOfOrganisation(word) ? kindShare : 1) * (placeWords.has(word) ? placeShare : 1)
  }
  // A name is compared with many others: its words are worked out once.
  const known = new Map(names.map((name) => [name, nameWords(name)]))
  const wordsIn = (name: string) => known.get(name) ?? nameWords(name)
  const compared = new Map<string, number>()
  const likenessOf = (one: string, other: string) => {
    const key = `${one} ${other}`
    const likeness = compared.get(key) ?? wordLikeness(one, other)
    compared.set(key, likeness)
    return likeness
  }
  return (one, other) => {
    const [first, second] = [wordsIn(one), wordsIn(other)]
    const likeness = Math.max(
      sharedShare(first, second, weightOf, likenessOf),
      wholeLikeness(first.join(''), second.join('')),
    )
    return doKindsClash(first, second) ? likeness * clashShare : likeness
  }
}

type Words = readonly string[]
type Weight = (word: string) => number

function sharedShare(first: Words, second: Words, weightOf: Weight, likenessOf: typeof wordLikeness): number {
  const pairs = first
    .flatMap((one) => second.map((other) => ({ one, other, likeness: likenessOf(one, other) })))
    .filter(({ likeness }) => likeness >= leastWordLikeness)
    .sort((a, b) => b.likeness - a.likeness)
  const [left, right] = [[...first], [...second]]
  let shared = 0
  for (const { one, other, likeness } of pairs) {
    if (!left.includes(one) || !right.includes(other)) continue
    left.splice(left.indexOf(one), 1)
    right.splice(right.indexOf(other), 1)
    shared += likeness * (weightOf(one) + weightOf(other))
  }
  const all = [...first, ...second].reduce((sum, word) => sum + weightOf(word), 0)
  return all === 0 ? 0 : shared / all
}

function doKindsClash(first: readonly string[], second: readonly string[]): boolean {
  const [kinds, otherKinds] = [first.filter(isKindOfOrganisation), second.filter(isKindOfOrganisation)]
  if (kinds.length === 0 || otherKinds.length === 0) return false
  return !kinds.some((kind) => otherKinds.some((other) => wordLikeness(kind, other) >= leastKindLikeness))
}

function wholeLikeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  // Each letter of difference in length is an error already.
  if (Math.abs(one.length - other.length) > (1 - leastWholeLikeness) * longest) return 0
  const likeness = longest === 0 ? 0 : 1 - editsBetween(one, other) / longest
  return likeness >= leastWholeLikeness ? likeness : 0
}
