import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { readingTask, type SentFileNeeds } from '../../platform/sent-files/index.ts'
import { figuresReader } from './figures/figures-reader.ts'
import { ownCountJobs } from './own-counts/jobs.ts'
import type { WorkCounts } from './own-counts/work-counts.ts'
import { publishingJobs } from './publishing/jobs.ts'
import { surveyJobs } from './surveys/jobs.ts'

type Needs = SentFileNeeds & { readonly workCounts: WorkCounts }

/** Work of the analysis in the background. Every job can run twice without doing anything twice. */
export function analysisJobs(needs: Needs): ModuleJobs {
  const [publishing, own, surveys] = [publishingJobs(needs), ownCountJobs(needs), surveyJobs(needs)]
  return {
    tasks: { ...surveys.tasks, [figuresReader.task]: readingTask(needs, figuresReader) },
    recurring: { ...publishing.recurring, ...own.recurring, ...surveys.recurring },
  }
}
