export type { Job } from './enqueue.ts'
export { type JobPayload, type ModuleJobs, type RecurringTask, startWorker, type Task } from './worker.ts'
