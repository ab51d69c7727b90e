/**
 * A PDF knows no direction of writing: every piece of text is drawn at a place. So a line is cut into pieces of one script and
 * one direction, in the order in which the eye meets them from left to right (Unicode Bidirectional Algorithm, UAX #9, by
 * bidi-js); inside an Arabic piece the font joins the letters.
 */
import bidiFactory from 'bidi-js'
import type { Script } from './fonts.ts'

/** Letters of one script that stand together, in reading order. */
export type LineRun = { readonly text: string; readonly script: Script }
export type Direction = 'ltr' | 'rtl'

const bidi = bidiFactory()

/** Marks and isolates say how a line runs; a font has no letter for them. */
const unseen = /[\u200e\u200f\u2066-\u2069]/g

/** NOTE: none of our fonts has ≈, and what a font lacks is left out without a word: an estimate would be printed as if it were exact. */
const printable = (text: string) => text.replaceAll('≈', '~')

/** The pieces of one line from left to right. */
export function lineRuns(written: string, direction: Direction): readonly LineRun[] {
  const line = printable(written)
  // A line without Arabic (an address, a telephone number) keeps its own order.
  const levels = bidi.getEmbeddingLevels(line, /[\u0600-\u06ff]/.test(line) ? direction : 'ltr')
  const visual = bidi.getReorderedIndices(line, levels)
  const runs: { indices: number[]; script: Script }[] = []
  for (const index of visual) {
    const script = scriptOf(line, index)
    const last = runs.at(-1)
    const before = last?.indices.at(-1)
    const isNext =
      before !== undefined && Math.abs(index - before) === 1 && levels.levels[index] === levels.levels[before]
    if (last && last.script === script && isNext) last.indices.push(index)
    else runs.push({ indices: [index], script })
  }
  const drawn = runs.map(({ indices, script }) => {
    const first = Math.min(...indices)
    const text = line.slice(first, first + indices.length).replace(unseen, '')
    // Signs such as ": " between Arabic words are not turned round by the Latin font, so they are here.
    const isTurned = script === 'latin' && (levels.levels[first] ?? 0) % 2 === 1
    return { text: isTurned ? [...text].reverse().map(mirrored).join('') : text, script }
  })
  return drawn.filter(({ text }) => text !== '')
}

/** A bracket that opens to the other side where the line runs from the right. */
const mirrored = (sign: string): string => bidi.getMirroredCharacter(sign) ?? sign

/**
 * Cuts a text into lines that fit `width`, between words; a word that is wider stands alone. Each word is measured once: measuring lines that grow was
 * most of what a page takes.
 */
export function brokenLines(text: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  const measured = new Map<string, number>()
  const wideOf = (piece: string) => {
    const wide = measured.get(piece) ?? widthOf(piece)
    measured.set(piece, wide)
    return wide
  }
  const lines: string[] = []
  let filled = 0
  for (const word of text.split(' ')) {
    const longer = filled + wideOf(' ') + wideOf(word)
    const last = lines.at(-1)
    const fits = last !== undefined && longer <= width
    if (fits) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
    filled = fits ? longer : wideOf(word)
  }
  return lines
}

const letters: readonly (readonly [Script, RegExp])[] = [
  ['arabic', /[\u0600-\u06ff]/],
  ['cyrillic', /[\u0400-\u04ff]/],
  ['latinBeyond', /[\u0100-\u0130\u0132-\u0151\u0154-\u017f]/],
]

/** A space belongs to the script of the letter before it, so that words of a sentence stay in one piece. */
function scriptOf(line: string, index: number): Script {
  const sign = line.charAt(index)
  if (sign === ' ') return index > 0 ? scriptOf(line, index - 1) : 'latin'
  return letters.find(([, signs]) => signs.test(sign))?.[0] ?? 'latin'
}
