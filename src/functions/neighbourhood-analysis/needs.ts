import type { Transact } from '../../platform/database/transact.ts'
import type { LimitRate } from '../../platform/http/index.ts'
import type { SentFileSettings } from '../../platform/sent-files/index.ts'
import type { WorkCounts } from './own-counts/work-counts.ts'

/** What the pages of the analysis are made with. */
export type AnalysisNeeds = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly limitRate: LimitRate
  /** Keys form tokens; 32 bytes. */
  readonly secret: Buffer
  /** Where people reach us, for links on paper. */
  readonly address: () => string
  readonly sentFiles: SentFileSettings
  readonly workCounts: WorkCounts
}
