import { runOnce } from 'graphile-worker'
import pino from 'pino'
import type { JobPayload, ModuleJobs } from '../../src/platform/jobs/index.ts'
import { quietLogger } from '../../src/platform/jobs/quiet-logger.ts'
import { writingDown } from '../../src/platform/jobs/worker.ts'
import type { World } from './world.ts'

/** Does all jobs that wait, as the worker beside the server would within moments; mail then leaves. */
export async function doWaitingJobs({ app, database }: World): Promise<void> {
  const tasks: NonNullable<ModuleJobs['tasks']> = Object.assign({}, ...app.jobs.map((jobs) => jobs.tasks ?? {}))
  await runOnce({
    pgPool: database.ownerPool,
    preset: writingDown,
    logger: quietLogger(pino({ level: 'silent' })),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as JobPayload)]),
    ),
  })
}

/** Does everything that the clock brings back, such as the work of the night, once for one municipality. */
export async function doWorkOfTheClock({ app }: World, municipalityId: string): Promise<void> {
  for (const { recurring = {} } of app.jobs) for (const { task } of Object.values(recurring)) await task(municipalityId)
}
