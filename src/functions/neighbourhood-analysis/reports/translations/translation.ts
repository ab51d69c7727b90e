import { createHash } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'
import { isOpen, type Report } from '../report.ts'
import type { Passage } from './passages.ts'

/** A piece of a report as somebody translated it. */
export type Translated = {
  readonly text: string
  /** The text that was before the translator; null when nobody can tell any more. */
  readonly from: string | null
}

/** A report in one language besides that it was written in. */
export type Translation = {
  readonly language: string
  readonly changedBy: string
  /** The day on which what came after publishing was read by a second; null when all of it was published with the report. */
  readonly addedOn: IsoDate | null
  readonly version: number
  /** By the key of the piece: what residents read, or will read with the report. */
  readonly read: ReadonlyMap<string, Translated>
  /** What was written after publishing: residents read it once a second did (P14). */
  readonly awaiting: ReadonlyMap<string, Translated>
}

/** Languages are added while a report is made, and once it is out; one that was taken off or replaced stays as it was. */
export const mayTranslate = (report: Pick<Report, 'state'>): boolean => isOpen(report) || report.state === 'published'

/** Something waits for a second reader, and that is somebody else than who wrote last. */
export const mayReadTranslation = ({ awaiting, changedBy }: Translation, userId: string): boolean =>
  awaiting.size > 0 && changedBy !== userId

/** `missing`: nobody translated it. `older`: the text it was translated from has changed since, so residents do not get it. */
export type PassageStanding = 'missing' | 'older' | 'current'

/** How a translated piece stands to the text as it is now. */
export function standingOfPassage({ source }: Pick<Passage, 'source'>, one: Translated | undefined): PassageStanding {
  if (!one) return 'missing'
  return one.from === source ? 'current' : 'older'
}

/** What a translator is shown of a piece: the last that was written. */
export const lastWritten = (translation: Translation | undefined, key: string): Translated | undefined =>
  translation?.awaiting.get(key) ?? translation?.read.get(key)

/** How many pieces of a report there are, and how they stand in a language. */
export type TranslationStanding = Readonly<Record<PassageStanding | 'awaiting' | 'all', number>>

/** Counts the pieces of a report by how their translation stands. */
export function translationStanding(
  passages: readonly Passage[],
  translation: Translation | undefined,
): TranslationStanding {
  const standings = passages.map((passage) => standingOfPassage(passage, lastWritten(translation, passage.key)))
  const count = (wanted: PassageStanding) => standings.filter((standing) => standing === wanted).length
  return {
    all: passages.length,
    missing: count('missing'),
    older: count('older'),
    current: count('current'),
    awaiting: passages.filter(({ key }) => translation?.awaiting.has(key)).length,
  }
}

/** What residents read in a language, by the key of the piece: only what was translated from the text as it is now. */
export function publicWords(passages: readonly Passage[], translation: Translation): ReadonlyMap<string, string> {
  return new Map(
    passages.flatMap((passage) => {
      const one = translation.read.get(passage.key)
      return one && standingOfPassage(passage, one) === 'current' ? [[passage.key, one.text]] : []
    }),
  )
}

/** A mark of a text, to tell afterwards which one a translator had before him. */
export const markOf = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16)

/** What somebody typed for a piece. */
export type Typed = {
  /** Empty: taken away. */
  readonly text: string
  /** The text it was translated from, by its mark or in full. */
  readonly from: { readonly mark: string } | { readonly source: string }
  /** An older translation still says what the text says now. */
  readonly stillHolds: boolean
}

/** A piece to keep; without `translated` it is taken away. */
export type Change = { readonly key: string; readonly translated: Translated | undefined }

/** What changes when `typed` is saved; what was left as it was stays as old or new as it was. */
export function changesIn(
  passages: readonly Passage[],
  translation: Translation | undefined,
  typed: ReadonlyMap<string, Typed>,
): readonly Change[] {
  return passages.flatMap((passage): readonly Change[] => {
    const one = typed.get(passage.key)
    const kept = lastWritten(translation, passage.key)
    if (!one || (one.text === '' && !kept)) return []
    if (one.text === '') return [{ key: passage.key, translated: undefined }]
    if (one.text === kept?.text)
      return one.stillHolds && kept.from !== passage.source
        ? [{ key: passage.key, translated: { text: kept.text, from: passage.source } }]
        : []
    return [{ key: passage.key, translated: { text: one.text, from: sourceSeen(one.from, passage, kept) } }]
  })
}

function sourceSeen(from: Typed['from'], { source }: Passage, kept: Translated | undefined): string | null {
  if ('source' in from) return from.source
  return [source, kept?.from ?? null].find((text) => text !== null && markOf(text) === from.mark) ?? null
}
