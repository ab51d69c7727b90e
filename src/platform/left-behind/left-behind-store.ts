import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'

/** Jobs of one task that failed three times or more. */
export type LeftBehind = {
  readonly task: string
  readonly count: number
  /** Of these, how many were given up: they are tried again only when somebody says so. */
  readonly givenUp: number
  readonly since: Date
  /** When the next one is tried; null when all were given up. */
  readonly nextAt: Date | null
  /** Kind of the last error, never its words: those may name somebody. */
  readonly error: string | null
}

/** What stayed behind of the municipality one acts in, and of the installation; empty for all but the administrator. */
export async function workLeftBehind(tx: Tx): Promise<readonly LeftBehind[]> {
  const { rows } = await sql<LeftBehind>`
    select task, count(*)::int as count, count(*) filter (where attempts >= max_attempts)::int as "givenUp",
      min(since) as since, min(next_at) filter (where attempts < max_attempts) as "nextAt",
      (array_agg(last_error order by next_at desc))[1] as error
    from platform.work_left_behind() group by task order by min(since)`.execute(tx.db)
  return rows
}

/** Tries everything of `task` again now; gives how many jobs that are. */
export async function tryAgain(tx: Tx, task: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) filter (where platform.try_work_again(w.id))::int as count
    from platform.work_left_behind() w where w.task = ${task}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** Drops what was given up of `task`, for good; gives how many jobs that were. */
export async function dropGivenUp(tx: Tx, task: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) filter (where platform.drop_work(w.id))::int as count
    from platform.work_left_behind() w where w.task = ${task} and w.attempts >= w.max_attempts`.execute(tx.db)
  return rows[0]?.count ?? 0
}
