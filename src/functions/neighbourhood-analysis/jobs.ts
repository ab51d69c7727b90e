import type { Transact } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import type { SentFileSettings } from '../../platform/sent-files/index.ts'
import { readFiguresTask } from './figures/asked-of-figures.ts'
import { readSentFigures } from './figures/read-sent-figures.ts'
import { ownCountJobs } from './own-counts/jobs.ts'
import type { WorkCounts } from './own-counts/work-counts.ts'
import { publishingJobs } from './publishing/jobs.ts'
import { surveyJobs } from './surveys/jobs.ts'

type Needs = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly sentFiles: SentFileSettings
  readonly workCounts: WorkCounts
}

/** Work of the analysis in the background. Every job can run twice without doing anything twice. */
export function analysisJobs(needs: Needs): ModuleJobs {
  const [publishing, own, surveys] = [publishingJobs(needs), ownCountJobs(needs), surveyJobs(needs)]
  return {
    tasks: { ...surveys.tasks, [readFiguresTask]: readSentFigures(needs) },
    recurring: { ...publishing.recurring, ...own.recurring, ...surveys.recurring },
  }
}
