/**
 * Search in the inbox, in Dutch, with a typing error forgiven in every word of five letters or more, and of four in who and where.
 * The forms of words (platform/encryption/word-forms.ts) find candidates in the index without opening a card; what comes back is
 * opened and compared here. A letter wrong, missing, too many or changed round with its neighbour is forgiven, in the word as it
 * is written or as it sounds: "Steijart" sounds as "Steyaert".
 */
import { wordsOf } from '../../../../platform/encryption/blind-index.ts'
import { soundOf } from '../../../../platform/encryption/dutch-sound.ts'
import { formAsTyped, formsNearly, leastForgiving } from '../../../../platform/encryption/word-forms.ts'

/** Per word the numbers of which a card must have one. */
export type AskedNumbers = readonly (readonly number[])[]

const mostWords = 6

/** How to ask for the words of `text`: as they are typed or begin, and besides with an error in any of them. */
export function askedNumbers(
  text: string,
  numbersFor: (forms: readonly string[]) => readonly number[],
): { readonly asTyped: AskedNumbers; readonly nearly: AskedNumbers } {
  const words = wordsOf(text).slice(0, mostWords)
  return {
    asTyped: words.map((word) => numbersFor([formAsTyped(word)])),
    nearly: words.map((word) => numbersFor([formAsTyped(word), ...formsNearly(word)])),
  }
}

/** What is searched in: who and where apart from the rest. */
export type Searched = { readonly naming: string; readonly rest: string }

/** The items that hold every word of `text`, best first; equal ones stay in the order given. */
export function bestFirst<Item>(
  text: string,
  items: readonly Item[],
  textOf: (item: Item) => Searched,
): readonly Item[] {
  const asked = wordsOf(text)
    .slice(0, mostWords)
    .map((word) => ({ word, sound: soundOf(word) }))
  return items
    .map((item) => ({ item, fit: fitOf(asked, textOf(item)) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
    .map(({ item }) => item)
}

type Asked = { readonly word: string; readonly sound: string }

/** 0 when a word is missing, else the mean of how well the words are there, 0–1; a name counts for more than the wish. */
function fitOf(asked: readonly Asked[], { naming, rest }: Searched): number {
  const names = wordsOf(naming)
  const others = wordsOf(rest)
  const fits = asked.map((one) =>
    Math.max(
      ...names.map((name) => wordFit(one, name, leastForgiving.naming)),
      ...others.map((other) => 0.6 * wordFit(one, other, leastForgiving.rest)),
      0,
    ),
  )
  return fits.includes(0) || fits.length === 0 ? 0 : fits.reduce((sum, fit) => sum + fit, 0) / fits.length
}

function wordFit(asked: Asked, word: string, least: number): number {
  if (word === asked.word) return 1
  if (word.startsWith(asked.word)) return 0.9
  // A name of three letters may be asked with one too many; in other words both must be long enough.
  if (asked.word.length < least || word.length < (least === leastForgiving.naming ? 3 : least)) return 0
  // Sounds are costly to make, and words that sound alike are about as long.
  if (Math.abs(asked.word.length - word.length) > 3) return 0
  const sound = soundOf(word)
  if (asked.sound === sound) return 0.85
  if (isOneErrorAway(asked.word, word)) return 0.8
  return sound.length >= 4 && isOneErrorAway(asked.sound, sound) ? 0.7 : 0
}

/** One letter wrong, missing or too many, or two neighbours changed round (Damerau, 1964). */
function isOneErrorAway(one: string, other: string): boolean {
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
