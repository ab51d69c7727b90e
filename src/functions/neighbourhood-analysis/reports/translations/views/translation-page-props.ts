import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Language, Texts } from '../../../../../platform/messages/index.ts'
import type { FileRefused } from '../../../../../platform/published-files/refusal.ts'
import type { Report } from '../../report.ts'
import type { Passage } from '../passages.ts'
import type { Translation } from '../translation.ts'

/** All that the page of a report in another language shows. */
export type TranslationPageProps = {
  readonly t: Texts
  readonly report: Report
  readonly language: Language
  readonly passages: readonly Passage[]
  readonly translation: Translation | undefined
  /** What was typed, or what is there. */
  readonly form: FilledForm
  /** The version that was seen when it was typed. */
  readonly version: number
  readonly mayWrite: boolean
  /** The form of the second reader of what came after publishing; absent for who may not be. */
  readonly reading: FilledForm | undefined
  /** A sheet that could not be taken in. */
  readonly refused?: FileRefused | undefined
}
