/**
 * The forms under which a word is kept in the index of sealed words, and the forms under which somebody asks for it; a word is
 * a candidate when both have one in common. Every form becomes a keyed number, so the database sees neither (decision 0020).
 *
 *     ^ma        beginnings, up to twelve letters: "ma" finds "maes"
 *     ~maes      the word, and ~mas, its sound (dutch-sound.ts)
 *     ~aes ~mes  the word and its sound with one letter left out
 *
 * Two words that differ by one letter wrong, missing, too many or changed round share a form, because leaving the letter out of
 * one or both makes them the same (Garbe, "symmetric delete", 2012). The reverse does not hold: whoever asks compares what comes back.
 */
import { wordsOf } from './blind-index.ts'
import { soundOf } from './dutch-sound.ts'

/** How forgiving the index is: in who and where from four letters on, in other words from five on; shorter ones differ by one letter from too many others. */
export const leastForgiving = { naming: 4, rest: 5 } as const
const longestBeginning = 12

/** Forms to keep for the words of a text; in `naming` (who and where) shorter words can be found with an error too. */
export function formsKept({ naming, rest }: { readonly naming: string; readonly rest: string }): readonly string[] {
  const names = wordsOf(naming)
  // A name of three letters is what a typed one of four with a letter too many looks for.
  const forgiving = [...names.filter(isAtLeast(3)), ...wordsOf(rest).filter(isAtLeast(leastForgiving.rest))]
  return [...new Set([...[...names, ...wordsOf(rest)].flatMap(beginningsOf), ...forgiving.flatMap(nearForms)])]
}

/** The form to ask for a word as it is typed, or for words that begin so. */
export function formAsTyped(word: string): string {
  return `^${word.slice(0, longestBeginning)}`
}

/** The forms to ask for a word with a typing error; none for a short word. */
export function formsNearly(word: string): readonly string[] {
  return isAtLeast(leastForgiving.naming)(word) ? nearForms(word) : []
}

/** Keyed numbers (signed 32-bit) of `forms`, without doubles and in rising order, so that they do not tell the order of words. */
export function numbersOf(key: { digest(text: string): Buffer }, forms: readonly string[]): readonly number[] {
  return [...new Set(forms.map((form) => key.digest(form).readInt32BE(0)))].sort((a, b) => a - b)
}

function beginningsOf(word: string): readonly string[] {
  return Array.from({ length: Math.min(word.length, longestBeginning) }, (_, end) => `^${word.slice(0, end + 1)}`)
}

function nearForms(word: string): readonly string[] {
  const written = [word, soundOf(word)]
  return [...new Set(written.flatMap((one) => [one, ...(isAtLeast(4)(one) ? withOneLeftOut(one) : [])]))].map(
    (form) => `~${form}`,
  )
}

function withOneLeftOut(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

const isAtLeast = (length: number) => (word: string) => word.length >= length
