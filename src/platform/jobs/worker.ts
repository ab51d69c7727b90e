import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { codeOf } from '../database/outage.ts'
import { traceOf } from '../log.ts'
import { letGoOfTheDead, seenAlive } from './held-by-nobody.ts'
import { quietLogger } from './quiet-logger.ts'
import { type Unwritten, unwrittenOf } from './unwritten.ts'

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
  /** Told of every job that ended, for the measurements. */
  readonly observe?: ((job: EndedJob) => void) | undefined
}
/** One try of a job; one that failed is tried again, and ends once more. */
export type EndedJob = { readonly task: string; readonly succeeded: boolean }

/** Work in the background; `stop` waits for what is under way. */
export type Worker = { stop(): Promise<void> }

const payloadSchema = z.object({ municipalityId: z.uuid(), id: z.string().optional() })

/**
 * Starts working; throws when the database cannot be reached now. A failing job is tried again, later and later. When the
 * database goes away for longer than the worker bears, working starts again every few seconds until it is back.
 */
export async function startWorker(needs: WorkerNeeds): Promise<Worker> {
  const taskList = { ...tasksOf(needs), ...recurringTasksOf(needs) }
  let isStopping = false
  await letGoOfTheDead(needs.pool)
  const letGo = setInterval(() => void letGoOfTheDead(needs.pool).catch(() => undefined), lookAfterMs).unref()
  let { runner, unwritten } = await runnerOver(needs, taskList)
  const again = async () => {
    await unwritten.writeDown(needs.pool)
    return runnerOver(needs, taskList)
  }
  const untilStopped = (async () => {
    while (!isStopping) {
      await runner.promise.catch(() =>
        needs.log.error({ part: 'jobs' }, 'work in the background ended; starting again'),
      )
      while (!isStopping) {
        await new Promise((resolve) => setTimeout(resolve, againAfterMs).unref())
        const next = isStopping ? undefined : await again().catch(() => undefined)
        if (!next) continue
        runner = next.runner
        unwritten = next.unwritten
        if (isStopping) await runner.stop()
        break
      }
    }
  })()
  return {
    stop: async () => {
      isStopping = true
      clearInterval(letGo)
      await runner.stop().catch(() => undefined)
      await Promise.race([untilStopped, new Promise((resolve) => setTimeout(resolve, againAfterMs + 100))])
    },
  }
}

const againAfterMs = 3000
const lookAfterMs = 5 * 60_000

/**
 * NOTE unless told to gather, be it for no time, the queue lets nobody wait for what it writes down of a job: a database that
 * is away at that moment would be an unhandled rejection, which ends the program, and stopping would not wait for it.
 */
export const writingDown = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

type Run = { readonly runner: Runner; readonly unwritten: Unwritten }

async function runnerOver({ pool, log, modules, observe }: WorkerNeeds, taskList: TaskList): Promise<Run> {
  const schedules = Object.entries(recurringOf(modules))
  const events = new EventEmitter()
  const unwritten = unwrittenOf(events)
  seenAlive(events)
  const runner = await run({
    events,
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    preset: writingDown,
    pollInterval: 2000,
    parsedCronItems: parseCronItems(
      schedules.map(([task, { schedule }]) => ({ task, match: schedule, options: { maxAttempts: 3 } })),
    ),
    logger: quietLogger(log),
    taskList,
  })
  runner.events.on('job:success', ({ job }) => observe?.({ task: job.task_identifier, succeeded: true }))
  runner.events.on('job:error', ({ job }) => observe?.({ task: job.task_identifier, succeeded: false }))
  return { runner, unwritten }
}

function tasksOf({ modules, log }: WorkerNeeds): TaskList {
  const tasks = Object.assign({}, ...modules.map((module) => module.tasks ?? {})) as Record<string, Task>
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown) =>
        task(payloadSchema.parse(payload)).catch((error: unknown) => {
          noteFailure(log, name, error)
          throw new Error(kindOf(error))
        }),
    ]),
  )
}

function recurringTasksOf({ modules, log, municipalityIds }: WorkerNeeds): TaskList {
  return Object.fromEntries(
    Object.entries(recurringOf(modules)).map(([name, { task }]) => [
      name,
      // One municipality after the other: one that fails does not keep the others waiting for ever.
      async () => {
        const failures: unknown[] = []
        for (const id of await municipalityIds())
          await task(id).catch((error: unknown) => {
            noteFailure(log, name, error)
            failures.push(error)
          })
        if (failures.length > 0) throw new Error(`${failures.length} municipalities: ${kindOf(failures[0])}`)
      },
    ]),
  )
}

function recurringOf(modules: readonly ModuleJobs[]): NonNullable<ModuleJobs['recurring']> {
  return Object.assign({}, ...modules.map((module) => module.recurring ?? {}))
}

/** Where a task failed, for who has to mend it. */
function noteFailure(log: Logger, task: string, error: unknown): void {
  log.error({ part: 'jobs', task, error: error instanceof Error ? traceOf(error) : {} }, 'a task failed')
}

/**
 * The queue keeps why a job failed, and a mail server says "no such address: …" and a database which value it refused: only
 * the kind of the error is kept, never its words.
 */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return [error.name, codeOf(error)].filter(Boolean).join(' ')
}
