import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { ReportToRead } from '../document/published-report.ts'

/** What is printed, for whom. */
export type Printed = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly municipality: PublicMunicipality
  /** Where everybody finds it on the web. */
  readonly address: string
}
