/**
 * Finding words in spite of typing errors. Two words at most `distance` errors apart (a letter left out, added, wrong, or two
 * swapped) still share what is left when each loses up to `distance` letters. So every known word is kept under its
 * beginning with letters left out (`errorKeys`), a typed word looks under the same kind of keys, and the few words that come
 * up are compared exactly (`errorsBetween`). Idea: W. Garbe, Symmetric Delete (SymSpell), 2012.
 */

/** Letters of the beginning that count for the keys: enough to tell words apart, few enough to keep the keys few. */
const keyLength = 7

/** How many errors are forgiven in a word of so many letters: 1 from three letters on, 2 from eight. */
export function errorsForgiven(letters: number): 0 | 1 | 2 {
  return letters < 3 ? 0 : letters < 8 ? 1 : 2
}

/** The beginning of `word` with up to `distance` letters left out, without doubles; the whole beginning is one of them. */
export function errorKeys(word: string, distance: number): readonly string[] {
  let latest = [word.slice(0, keyLength)]
  const keys = new Set(latest)
  for (let left = 0; left < distance; left += 1) {
    latest = latest.flatMap(withOneLetterLess).filter((key) => key.length > 1 && !keys.has(key))
    for (const key of latest) keys.add(key)
  }
  return [...keys]
}

/** Keys under which a known word is kept: enough for any typed word that may be meant for it. */
export function keysToKeep(word: string): readonly string[] {
  // A typed word of eight letters, in which two errors are forgiven, may be meant for one of six.
  return word.length < 3 ? [] : errorKeys(word, word.length < 6 ? 1 : 2)
}

/** Errors between two words: letters left out, added or wrong, and neighbours swapped, each counted once. */
export function errorsBetween(typed: string, word: string): number {
  return rowOfErrors(typed, word)[word.length] ?? Number.POSITIVE_INFINITY
}

/** Errors between `typed` and the best beginning of `word`: somebody who has not typed on yet. */
export function errorsToBeginning(typed: string, word: string): number {
  return Math.min(...rowOfErrors(typed, word))
}

function withOneLetterLess(word: string): readonly string[] {
  return Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))
}

/** Last row of the table of optimal string alignment: errors between all of `typed` and each beginning of `word`. */
function rowOfErrors(typed: string, word: string): readonly number[] {
  const width = word.length + 1
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: width }, (_, column) => column)
  for (let line = 1; line <= typed.length; line += 1) {
    const next = [line]
    for (let column = 1; column < width; column += 1) {
      const isSame = typed[line - 1] === word[column - 1]
      const change = at(row, column - 1) + (isSame ? 0 : 1)
      const isSwap = typed[line - 1] === word[column - 2] && typed[line - 2] === word[column - 1]
      const swap = line > 1 && isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(change, at(row, column) + 1, at(next, column - 1) + 1, swap))
    }
    before = row
    row = next
  }
  return row
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
