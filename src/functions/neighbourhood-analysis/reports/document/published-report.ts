import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Contents } from '../contents/contents.ts'
import { textsOf } from '../part-store.ts'
import {
  isPublic,
  type Priority,
  type Report,
  type ReportText,
  type TextPart,
  type ValidationMeeting,
} from '../report.ts'
import { successorOf } from '../report-store.ts'
import { passagesOf } from '../translations/passages.ts'
import { toldIn } from '../translations/told-report.ts'
import { publicWords } from '../translations/translation.ts'
import { translationOf } from '../translations/translation-store.ts'

/** A report as readers get it: what it is made of, its texts, and the priorities of the year before with what became of them. */
export type ReportToRead = {
  readonly report: Report
  readonly contents: Contents
  readonly texts: readonly ReportText[]
  readonly priorities: readonly Priority[]
  readonly meetings: readonly ValidationMeeting[]
  /** The newer one that residents can read, if any. */
  readonly newer: Report | undefined
  /** What was translated into the language of the reader, by the key of the piece; nothing for who reads it as it was written. */
  readonly translated: ReportTranslated | undefined
}

export type ReportTranslated = {
  readonly language: string
  readonly words: ReadonlyMap<string, string>
  /** The day on which part of it came, after the report was published. */
  readonly addedOn: IsoDate | null
}

/** A report for a reader of a language; nothing when it was not put together yet. */
export async function reportToRead(tx: Tx, report: Report, reader: string): Promise<ReportToRead | undefined> {
  const told = await toldIn(tx, report)
  const { contents, texts, priorities, meetings } = told
  if (!contents) return undefined
  const newer = await successorOf(tx, report.id)
  const translation = reader === report.language ? undefined : await translationOf(tx, report.id, reader)
  return {
    ...{ report, contents, texts, priorities, meetings },
    newer: newer && isPublic(newer) ? newer : undefined,
    translated: translation && {
      language: reader,
      words: publicWords(passagesOf(told), translation),
      addedOn: translation.addedOn,
    },
  }
}

/** A text and the language it is in. */
export type Words = { readonly text: string; readonly language: string }

/** A piece of a report (`source` as it was written) in the language of the reader, else as it was written. */
export function wordsOf({ report, translated }: ReportToRead, key: string, source: string): Words {
  const text = translated?.words.get(key)
  return translated && text !== undefined
    ? { text, language: translated.language }
    : { text: source, language: report.language }
}

/** A text of the report in the language of the reader, else as it was written; nothing when it was not written. */
export function textFor(toRead: ReportToRead, part: TextPart): Words | undefined {
  const source = sourceOf(toRead, part)
  return source === undefined ? undefined : wordsOf(toRead, part, source)
}

/** The title as its reader gets it. */
export const titleOf = (toRead: ReportToRead): Words => wordsOf(toRead, 'title', sourceOf(toRead, 'title') ?? '')

/** The titles of reports as their reader gets them, by identifier, without reading the reports. */
export async function titlesFor(
  tx: Tx,
  reports: readonly Report[],
  reader: string,
): Promise<ReadonlyMap<string, Words>> {
  const titles = new Map<string, Words>()
  for (const report of reports) {
    const texts = await textsOf(tx, report.id)
    const translation = reader === report.language ? undefined : await translationOf(tx, report.id, reader)
    const passages = passagesOf({ report, texts, contents: undefined, priorities: [], meetings: [] })
    const text = translation && publicWords(passages, translation).get('title')
    const source = sourceOf({ report, texts }, 'title') ?? report.title
    titles.set(report.id, text ? { text, language: reader } : { text: source, language: report.language })
  }
  return titles
}

/** Nothing of it was translated into the language of this reader. */
export const isUntranslated = ({ report, translated }: ReportToRead, reader: string): boolean =>
  reader !== report.language && (translated?.words.size ?? 0) === 0

/** A text of the report as it was written; nothing when it was not. */
export function sourceOf(
  { report, texts }: Pick<ReportToRead, 'report' | 'texts'>,
  part: TextPart,
): string | undefined {
  const written = texts.find((text) => text.part === part && text.language === report.language)
  return written?.text ?? (part === 'title' ? report.title : undefined)
}
