import type { Transact } from '../../platform/database/transact.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { publishingJobs } from './publishing/jobs.ts'

/** Work of the analysis in the background. Every job can run twice without doing anything twice. */
export const analysisJobs = (needs: { readonly transact: Transact }): ModuleJobs => publishingJobs(needs)
