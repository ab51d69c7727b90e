import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'

/** What the locks of runs are kept under, apart from all other locks of the database. */
const lockKind = 7061
/** Minutes a job must be held before anybody asks whether who holds it still works. */
const askedAfterMinutes = 5

/**
 * Lets a run of the worker be seen alive: it holds a lock in its name on the connection on which it hears of new work, and
 * the database takes that lock back with the connection, also when the power fails.
 */
export function seenAlive(events: WorkerEvents): void {
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // A connection that breaks here is made anew, and tells of itself again.
    client.query('select pg_advisory_lock($1, hashtext($2))', [lockKind, workerPool.id]).catch(() => undefined)
  })
}

/**
 * Lets go of the jobs of runs that are no more, of whatever process: the queue itself would hold them for four hours, and a
 * message of danger with them.
 */
export async function letGoOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct job.locked_by from graphile_worker._private_jobs job
       where job.locked_at < now() - make_interval(mins => $2)
         and not exists (select from pg_locks held where held.locktype = 'advisory' and held.granted
           and held.database = (select oid from pg_database where datname = current_database())
           and held.classid = $1::int::oid and held.objid = hashtext(job.locked_by)::oid and held.objsubid = 2)))`,
    [lockKind, askedAfterMinutes],
  )
}
