import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Language, Texts } from '../../../../platform/messages/index.ts'
import type { Contents } from '../contents/contents.ts'
import type { Lack, Priority, Report, ReportText, ValidationMeeting } from '../report.ts'
import type { Passage } from '../translations/passages.ts'
import type { Translation } from '../translations/translation.ts'

/** All that the page of one report shows. */
export type ReportPageProps = {
  readonly t: Texts
  readonly report: Report
  readonly areaNames: ReadonlyMap<string, string>
  readonly texts: readonly ReportText[]
  readonly priorities: readonly Priority[]
  readonly meetings: readonly ValidationMeeting[]
  readonly contents: Contents | undefined
  readonly lacking: readonly Lack[]
  /** The languages of the municipality's public pages. */
  readonly languages: readonly Language[]
  /** The report in its other languages, and its pieces that can be translated. */
  readonly translations: readonly Translation[]
  readonly passages: readonly Passage[]
  readonly before: Report | undefined
  readonly successor: Report | undefined
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  /** The form of the second reader; absent for who may not be. */
  readonly reading: FilledForm | undefined
}
