import type { Tx } from '../../../../platform/database/transact.ts'
import type { Contents } from '../contents/contents.ts'
import { meetingsOf, prioritiesOf, textsOf } from '../part-store.ts'
import type { Priority, Report, ReportText, TextPart, ValidationMeeting } from '../report.ts'
import { contentsOf, successorOf } from '../report-store.ts'

/** A report as readers get it: what it is made of, its texts, and the priorities of the year before with what became of them. */
export type ReportToRead = {
  readonly report: Report
  readonly contents: Contents
  readonly texts: readonly ReportText[]
  readonly priorities: readonly Priority[]
  readonly meetings: readonly ValidationMeeting[]
  /** The newer one that residents can read, if any. */
  readonly newer: Report | undefined
}

/** Nothing when the report was not put together yet. */
export async function reportToRead(tx: Tx, report: Report): Promise<ReportToRead | undefined> {
  const contents = await contentsOf(tx, report.id)
  if (!contents) return undefined
  const newer = await successorOf(tx, report.id)
  return {
    report,
    contents,
    texts: await textsOf(tx, report.id),
    priorities: await prioritiesOf(tx, report.id),
    meetings: await meetingsOf(tx, report.id),
    newer: newer?.state === 'published' || newer?.state === 'superseded' ? newer : undefined,
  }
}

/** A text in the reader's language, else in that of the report; nothing when it was not written. */
export function textFor(
  { report, texts }: Pick<ReportToRead, 'report' | 'texts'>,
  part: TextPart,
  reader: string,
): { readonly text: string; readonly language: string } | undefined {
  const inLanguage = (language: string) => texts.find((text) => text.part === part && text.language === language)
  const found = inLanguage(reader) ?? inLanguage(report.language)
  if (found) return found
  return part === 'title' ? { text: report.title, language: report.language } : undefined
}
