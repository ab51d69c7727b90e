export { readingEase, sentencesOf, wordsIn } from './reading-ease.ts'
export { syllablesIn } from './syllables.ts'
