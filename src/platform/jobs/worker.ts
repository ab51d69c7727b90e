import { parseCronItems, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { quietLogger } from './quiet-logger.ts'

/** Does one job. The payload always names the municipality; `id` is what the task needs besides, when anything. */
export type Task = (payload: JobPayload) => Promise<void>
export type JobPayload = { readonly municipalityId: string; readonly id?: string | undefined }
/** Does the recurring work of one municipality. */
export type RecurringTask = (municipalityId: string) => Promise<void>

/** What a module has for the background: jobs by name, and work that returns by the clock. */
export type ModuleJobs = {
  readonly tasks?: Readonly<Record<string, Task>>
  /** `schedule` is a crontab time in UTC: `0 4 * * *`. */
  readonly recurring?: Readonly<Record<string, { readonly schedule: string; readonly task: RecurringTask }>>
}

export type WorkerNeeds = {
  readonly pool: pg.Pool
  readonly log: Logger
  readonly modules: readonly ModuleJobs[]
  readonly municipalityIds: () => Promise<readonly string[]>
}

const payloadSchema = z.object({ municipalityId: z.uuid(), id: z.string().optional() })

/** Starts working; `stop` on the runner waits for what is under way. A failing job is tried again, later and later. */
export function startWorker({ pool, log, modules, municipalityIds }: WorkerNeeds): Promise<Runner> {
  const tasks = Object.assign({}, ...modules.map((module) => module.tasks ?? {})) as Record<string, Task>
  const recurring = Object.entries(
    Object.assign({}, ...modules.map((module) => module.recurring ?? {})) as NonNullable<ModuleJobs['recurring']>,
  )
  return run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    parsedCronItems: parseCronItems(
      recurring.map(([task, { schedule }]) => ({ task, match: schedule, options: { maxAttempts: 3 } })),
    ),
    logger: quietLogger(log),
    taskList: {
      ...Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payloadSchema.parse(payload))]),
      ),
      ...Object.fromEntries(
        recurring.map(([name, { task }]) => [
          name,
          // One municipality after the other: one that fails does not keep the others waiting for ever.
          async () => {
            const failures: unknown[] = []
            for (const id of await municipalityIds()) await task(id).catch((error: unknown) => failures.push(error))
            if (failures.length > 0)
              throw new AggregateError(failures, `${name} failed for ${failures.length} municipalities`)
          },
        ]),
      ),
    },
  })
}
