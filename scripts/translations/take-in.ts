import { mistakesIn } from './mistakes.ts'
import { sentencesFor, textsOf, writeTexts } from './sentences.ts'
import type { SheetLine } from './sheet.ts'

/** What became of a sheet: how many sentences are new or changed, and how many the language still misses. */
export type TakenIn = { readonly added: number; readonly changed: number; readonly missing: number }

/** A sheet with mistakes: nothing was written; each mistake names its line, key and cure. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`Refused; nothing was changed.\n${mistakes.join('\n')}`)
    this.mistakes = mistakes
  }
}

/** Writes a translator's sheet to the files of `language`: whole or not at all. Empty translations are left for later. */
export function takeIn(root: string, language: string, lines: readonly SheetLine[]): TakenIn {
  const sentences = new Map(sentencesFor(root, language).map((sentence) => [sentence.key, sentence]))
  const filled = lines.filter(({ translation }) => translation !== '')
  const mistakes = filled.flatMap((line) => mistakesOf(line, sentences.get(line.key)?.dutch, language))
  const doubles = filled.filter(({ key }, index) => filled.findIndex((other) => other.key === key) < index)
  if (mistakes.length + doubles.length > 0)
    throw new SheetRefused([...mistakes, ...doubles.map(({ line, key }) => `Line ${line}, ${key}: stands here twice.`)])

  const before = new Map([...sentences.values()].map(({ folder }) => [folder, textsOf(root, folder, language)]))
  const after = new Map([...before].map(([folder, texts]) => [folder, { ...texts }]))
  for (const { key, translation } of filled) {
    const texts = after.get(sentences.get(key)?.folder ?? '')
    if (texts) texts[key] = withLineEnds(translation, sentences.get(key)?.dutch ?? '')
  }
  for (const [folder, texts] of after) writeTexts(root, folder, language, texts)
  return countsOf(sentences, before, after)
}

function mistakesOf({ line, key, dutch, translation }: SheetLine, current: string | undefined, language: string) {
  const place = `Line ${line}, ${key}`
  if (current === undefined) return [`${place}: there is no such sentence (any more). Take the line out.`]
  if (dutch.trim() !== current.trim()) return [`${place}: the Dutch has changed since. It is now: ${current}`]
  return mistakesIn(translation, current, language).map((mistake) => `${place}: ${mistake}.`)
}

/** A mail ends in an empty line; a spreadsheet loses it. */
const withLineEnds = (translation: string, dutch: string) => translation + (/\n+$/.exec(dutch)?.[0] ?? '')

type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>

function countsOf(sentences: ReadonlyMap<string, { folder: string }>, before: Texts, after: Texts): TakenIn {
  const all = [...sentences].map(([key, { folder }]) => [before.get(folder)?.[key], after.get(folder)?.[key]] as const)
  return {
    added: all.filter(([old, now]) => old === undefined && now !== undefined).length,
    changed: all.filter(([old, now]) => old !== undefined && old !== now).length,
    missing: all.filter(([, now]) => now === undefined).length,
  }
}
