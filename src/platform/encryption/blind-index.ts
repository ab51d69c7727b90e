/**
 * Finding sealed text again without opening all of it. What a text is found by becomes keyed 32-bit numbers (HMAC-SHA-256 with
 * a key of the zone), stored beside the sealed text; whoever looks makes the same numbers and asks for rows that share them. The
 * few rows found are opened and compared word by word, so a collision costs time, never a wrong answer. Two things are numbered:
 * the forms of each word (word-forms.ts), to search; and trigrams ("jan" → "  j", " ja", "jan", "an "), to see that two texts
 * have much in common.
 *
 * What a thief of the database learns: which rows share forms or trigrams, not which. See docs/decisions/0005 and 0020.
 */
import { createHmac, type KeyObject } from 'node:crypto'

/** Lower case, without accents, split into words of letters and digits. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The trigrams of one word, with two spaces before and one after, as PostgreSQL's pg_trgm makes them. */
export function trigramsOf(word: string): readonly string[] {
  const padded = `  ${word} `
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)))]
}

/** Share of the trigrams of `word` that `candidate` has too, 0–1: how much of the asked word is there. */
export function wordSimilarity(word: string, candidate: string): number {
  const wanted = trigramsOf(word)
  const offered = new Set(trigramsOf(candidate))
  return wanted.filter((trigram) => offered.has(trigram)).length / wanted.length
}

/** Keyed numbers (signed 32-bit) of all trigrams in `text`, without doubles. */
export function blindTokens(key: KeyObject, text: string): readonly number[] {
  return [...new Set(wordsOf(text).flatMap((word) => trigramsOf(word).map((trigram) => blindToken(key, trigram))))]
}

function blindToken(key: KeyObject, trigram: string): number {
  return createHmac('sha256', key).update(trigram).digest().readInt32BE(0)
}
