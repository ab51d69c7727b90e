import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'

/** The worker's messages in our log: warnings and errors only, without the payload of a job. */
export function quietLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error({ part: 'jobs' }, message)
    if (level === 'warning') log.warn({ part: 'jobs' }, message)
  })
}
