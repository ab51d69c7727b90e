import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'

/** What one run of the worker holds in the queue: who it is there, and what it did that may not be written down yet. */
export type Unwritten = { writeDown(pool: pg.Pool): Promise<void> }

/**
 * Listens to a run of the worker from its start. A run that lost its database leaves jobs held in its name, and the queue
 * would let go of them after four hours: `writeDown` takes off what was done, so that no letter leaves twice, and lets go
 * of the rest. Only for a run that ended.
 */
export function unwrittenOf(events: WorkerEvents): Unwritten {
  let run = ''
  // Two jobs go on at once, so what is not written down yet is among the last few.
  const lastDone: string[] = []
  events.on('pool:create', ({ workerPool }) => {
    run = workerPool.id
  })
  events.on('job:success', ({ job }) => {
    lastDone.push(job.id)
    if (lastDone.length > 20) lastDone.shift()
  })
  return {
    writeDown: async (pool) => {
      await pool.query(
        'delete from graphile_worker._private_jobs where locked_by = $1 and id = any($2::text[]::bigint[])',
        [run, lastDone],
      )
      await pool.query('select graphile_worker.force_unlock_workers(array[$1])', [run])
    },
  }
}
