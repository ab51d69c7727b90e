import { sql } from 'kysely'
import type { Database, Db } from '../database/connect.ts'
import type { Metrics } from './metrics.ts'

/** Adds what the database knows: whether it answers, connections in use, jobs and mail that wait. */
export function measureDatabase(metrics: Metrics, database: Database): void {
  const { owner } = database
  metrics.gauge('meernet_database_up', '1 when the database answers.', () => isUp(owner))
  metrics.gauge('meernet_database_connections', 'Connections of this process, by pool and state.', () =>
    Object.fromEntries(
      Object.entries(database.pools).flatMap(([name, { totalCount, idleCount, waitingCount }]) => [
        [`${name} open`, totalCount],
        [`${name} idle`, idleCount],
        [`${name} waited for`, waitingCount],
      ]),
    ),
  )
  metrics.gauge('meernet_jobs', 'Jobs in the queue: ready, later, retried (failed before), stuck (given up).', () =>
    jobsByState(owner),
  )
  metrics.gauge('meernet_job_oldest_seconds', 'How long the oldest job that is ready has waited.', () =>
    oldestJobSeconds(owner),
  )
  metrics.gauge('meernet_mail_waiting', 'Mails that wait to leave.', () => waitingMails(owner))
}

const isUp = (owner: Db): Promise<number> =>
  sql`select 1`.execute(owner).then(
    () => 1,
    () => 0,
  )

async function jobsByState(owner: Db) {
  const { rows } = await sql<Record<'ready' | 'later' | 'retried' | 'stuck', number>>`
    select count(*) filter (where attempts < max_attempts and run_at <= now())::int as ready,
           count(*) filter (where attempts < max_attempts and run_at > now())::int as later,
           count(*) filter (where attempts between 1 and max_attempts - 1)::int as retried,
           count(*) filter (where attempts >= max_attempts)::int as stuck
    from graphile_worker.jobs`.execute(owner)
  return rows[0] ?? {}
}

async function oldestJobSeconds(owner: Db): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as seconds
    from graphile_worker.jobs where attempts < max_attempts and run_at <= now() and locked_at is null`.execute(owner)
  return rows[0]?.seconds ?? 0
}

async function waitingMails(owner: Db): Promise<number> {
  const { count } = await owner
    .selectFrom('platform.outgoing_mail')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
