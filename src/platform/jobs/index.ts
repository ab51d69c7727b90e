export type { Job } from './enqueue.ts'
export {
  type EndedJob,
  type JobPayload,
  type ModuleJobs,
  type RecurringTask,
  startWorker,
  type Task,
  type Worker,
} from './worker.ts'
