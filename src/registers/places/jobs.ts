import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { readingTask, type SentFileNeeds } from '../../platform/sent-files/index.ts'
import { areasReader } from './areas/areas-reader.ts'

/** Work of places in the background. */
export const placesJobs = (needs: SentFileNeeds): ModuleJobs => ({
  tasks: { [areasReader.task]: readingTask(needs, areasReader) },
})
