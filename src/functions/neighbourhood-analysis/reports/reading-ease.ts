import { readingEase, sentencesOf } from '@meernet/readability'

/** Under this a text is harder than most adults read with ease (level B1 asks 60 or more). */
const easyFrom = 60

/** How a Dutch text reads: its figure by Flesch and Douma, and the sentences that weigh most, hardest first. */
export type Reading = {
  readonly ease: number
  readonly isEasy: boolean
  readonly hardSentences: readonly string[]
}

/** Reads a Dutch text; nothing for an empty one. A measure, not a judge: it says where to look. */
export function readingOf(text: string): Reading | undefined {
  const sentences = text
    .split(/\n+/)
    .flatMap(sentencesOf)
    .filter((sentence) => /\p{L}/u.test(sentence))
  if (sentences.length === 0) return undefined
  const ease = readingEase(sentences)
  const hard = sentences
    .map((sentence) => ({ sentence, ease: readingEase([sentence]) }))
    .filter((one) => one.ease < easyFrom)
    .toSorted((one, other) => one.ease - other.ease)
  return {
    ease: Math.round(ease),
    isEasy: ease >= easyFrom,
    hardSentences: hard.slice(0, mostHardSentences).map(({ sentence }) => sentence),
  }
}

const mostHardSentences = 5
