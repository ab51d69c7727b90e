import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/generated/tables.ts'

/** Work to be done later, once, with retries. */
export type Job = {
  /** Name of the task, `detection.escalate`. */
  readonly task: string
  /** Identifiers and numbers only; the municipality is added. */
  readonly payload?: Readonly<Record<string, string | number | boolean>>
  readonly runAt?: Date
  /** A job with the same key replaces the one still waiting. */
  readonly key?: string
}

/** Queues a job in the caller's transaction. */
export async function enqueueJob(db: Transaction<Tables>, municipalityId: string, job: Job): Promise<void> {
  const payload = JSON.stringify({ ...job.payload, municipalityId })
  await sql`select platform.enqueue(${job.task}, ${payload}::json, ${job.runAt ?? null}, ${job.key ?? null})`.execute(
    db,
  )
}
