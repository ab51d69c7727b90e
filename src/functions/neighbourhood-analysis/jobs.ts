import type { Transact } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { ownCountJobs } from './own-counts/jobs.ts'
import type { WorkCounts } from './own-counts/work-counts.ts'
import { publishingJobs } from './publishing/jobs.ts'
import { surveyJobs } from './surveys/jobs.ts'

type Needs = { readonly transact: Transact; readonly workCounts: WorkCounts }

/** Work of the analysis in the background. Every job can run twice without doing anything twice. */
export function analysisJobs(needs: Needs): ModuleJobs {
  const [publishing, own, surveys] = [publishingJobs(needs), ownCountJobs(needs), surveyJobs(needs)]
  return {
    tasks: { ...surveys.tasks },
    recurring: { ...publishing.recurring, ...own.recurring, ...surveys.recurring },
  }
}
