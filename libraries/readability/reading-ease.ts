import { syllablesIn } from './syllables.ts'

/** Flesch-Douma reading ease of sentences taken together, usually 0 to 120; higher is easier. Refuses a text without words. */
export function readingEase(texts: readonly string[]): number {
  const cut = texts.map(wordsIn).filter((found) => found.length > 0)
  const found = cut.flat()
  if (found.length === 0) throw new RangeError('A text without words has no reading ease.')
  const syllables = found.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 206.84 - 0.93 * (found.length / cut.length) - 77 * (syllables / found.length)
}

/** A text cut into sentences, as the rules of Dutch (Unicode annex 29) cut it. */
export function sentencesOf(text: string): readonly string[] {
  return [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter((part) => part !== '')
}

/** The words of a sentence; figures and marks are none. */
export function wordsIn(sentence: string): readonly string[] {
  return [...words.segment(sentence)]
    .filter(({ isWordLike, segment }) => isWordLike === true && /\p{L}/u.test(segment))
    .map(({ segment }) => segment)
}

const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' })
const words = new Intl.Segmenter('nl', { granularity: 'word' })
