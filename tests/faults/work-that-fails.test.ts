import { createServer, type Server } from 'node:net'
import { Writable } from 'node:stream'
import { runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import pino from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { startWorker } from '../../src/platform/jobs/index.ts'
import { quietLogger } from '../../src/platform/jobs/quiet-logger.ts'
import { writingDown } from '../../src/platform/jobs/worker.ts'
import { queueMail, smtpOver } from '../../src/platform/mail/index.ts'
import { doWaitingJobs } from '../support/jobs.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

const address = 'jan.peeters@privaat.example'
let world: World
let coordinator: StaffActor
let administrator: StaffActor
let elsewhere: StaffActor
let port: number
let silent: Server
let patienceMs = 300

beforeAll(async () => {
  // A server that takes the call and never says a word.
  silent = createServer()
  port = await listening(silent)
  const smtp = () => smtpOver(`smtp://127.0.0.1:${port}`, patienceMs)
  world = await openWorld({
    deliver: async (id, mail) =>
      void (await (await smtp()).sendMail({ ...mail, from: 'meernet@localhost', messageId: `<${id}@meernet>` })),
  })
  const municipality = await makeMunicipality(world)
  coordinator = await makeStaff(world, municipality)
  administrator = await makeStaff(world, municipality, { role: 'administrator', secrecy: 'none' })
  const other = await makeMunicipality(world, 'Elders', '99002')
  elsewhere = await makeStaff(world, other, { role: 'administrator', secrecy: 'none' })
})
beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(world.database.owner))
afterAll(async () => {
  silent.close()
  await world.close()
})

const send = () =>
  world.app.transact(coordinator, (tx) =>
    queueMail(tx, { to: address, subject: 'Er is een bericht', text: 'Open Meernet.' }),
  )
const soonerThanPlanned = () =>
  sql`update graphile_worker._private_jobs set run_at = now()`.execute(world.database.owner)
const page = async (actor: StaffActor) => (await world.as(actor).get('/left-behind')).text()

type JobRow = {
  readonly attempts: number
  readonly max_attempts: number
  readonly last_error: string | null
  readonly seconds: number
  readonly isHeld: boolean
}

/** The jobs in the queue, once what became of the last attempt is written down. */
async function jobs(): Promise<readonly Omit<JobRow, 'isHeld'>[]> {
  for (;;) {
    const { rows } = await sql<JobRow>`
      select attempts, max_attempts, last_error, extract(epoch from run_at - now())::float8 as seconds,
        locked_at is not null as "isHeld" from graphile_worker.jobs`.execute(world.database.owner)
    if (rows.every(({ isHeld }) => !isHeld)) return rows.map(({ isHeld: _, ...job }) => job)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('a mail server that is silent for an hour loses no mail: it waits, somebody sees it, and it leaves once', async () => {
  await send()
  let waitedSeconds = 0
  while (waitedSeconds < 3600) {
    await doWaitingJobs(world)
    const [job] = await jobs()
    expect(job?.last_error).toBeTruthy()
    waitedSeconds += job?.seconds ?? Number.POSITIVE_INFINITY
    if (waitedSeconds < 3600) await soonerThanPlanned()
  }
  const [job] = await jobs()
  expect(job?.attempts).toBeLessThan(job?.max_attempts ?? 0)
  expect(await page(administrator)).toContain('Mail versturen')

  silent.close()
  patienceMs = 10_000
  const arrived: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.resume().on('end', () => {
        arrived.push(...session.envelope.rcptTo.map((to) => to.address))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  await soonerThanPlanned()
  await doWaitingJobs(world)
  await doWaitingJobs(world)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(arrived).toEqual([address])
  expect(await jobs()).toEqual([])
  expect(await page(administrator)).toContain('Er blijft niets liggen')
})

test('why a job failed is kept as a kind of error, and where in the log, never in words that may name somebody', async () => {
  const failing = { deliver: `550 no such address: ${address}` }
  let written = ''
  const stream = new Writable({
    write: (chunk, _, done) => {
      written += chunk
      done()
    },
  })
  const worker = await startWorker({
    pool: world.database.ownerPool,
    log: pino({ level: 'error' }, stream),
    modules: [
      {
        tasks: { 'mail.send': () => Promise.reject(Object.assign(new Error(failing.deliver), { code: 'EENVELOPE' })) },
      },
    ],
    municipalityIds: async () => [],
  })
  await send()
  await expect.poll(jobs).toMatchObject([{ attempts: 1 }])
  await worker.stop()
  expect(await jobs()).toMatchObject([{ attempts: 1, last_error: 'Error EENVELOPE' }])
  expect(written).toMatch(/"task":"mail\.send".+EENVELOPE.+at .+work-that-fails\.test\.ts/)
  expect(written).not.toContain(address)
})

/** A job of this municipality that fails each time, up to its last attempt. */
async function giveUp(): Promise<void> {
  await world.app.transact(coordinator, (tx) => tx.enqueue({ task: 'detection.always', payload: { id: 'x' } }))
  await failUntil(12, 'detection.always')
}

/** Lets a task fail until a job has so many attempts behind it. */
async function failUntil(attempts: number, task: string): Promise<void> {
  while (!(await jobs()).some((job) => job.attempts >= attempts)) {
    await soonerThanPlanned()
    await once(() => Promise.reject(new Error('as always')), task)
  }
}
const once = (task: () => Promise<void>, name = 'detection.always') =>
  runOnce({
    pgPool: world.database.ownerPool,
    preset: writingDown,
    logger: quietLogger(pino({ level: 'silent' })),
    taskList: { [name]: task },
  })

test('a job that always fails ends where the administrator sees it, on the page and on "Vandaag"', async () => {
  await giveUp()
  expect(await jobs()).toMatchObject([{ attempts: 12, max_attempts: 12 }])
  expect(await page(administrator)).toContain('1 taak opgegeven')
  expect(await (await world.as(administrator).get('/today')).text()).toContain('taak op de achtergrond lukt niet')
})

test('tried again by the administrator it succeeds when its cause is gone, and the log tells who asked', async () => {
  await giveUp()
  const answer = await world.as(administrator).post('/left-behind/attempts', { task: 'detection.always' })
  expect(answer.status).toBe(303)
  let isDone = false
  await once(async () => {
    isDone = true
  })
  expect(isDone).toBe(true)
  expect(await jobs()).toEqual([])
  const { rows } = await sql<{ actor_user_id: string }>`
    select actor_user_id from audit.line where action = 'retry work'`.execute(world.database.owner)
  expect(rows).toEqual([{ actor_user_id: administrator.userId }])
})

test('what was given up can be dropped; what is still tried cannot', async () => {
  await send()
  await failUntil(3, 'mail.send')
  await world.as(administrator).post('/left-behind/removals', { task: 'mail.send' })
  expect(await jobs()).toHaveLength(1)
  await giveUp()
  expect(await (await world.as(administrator).get('/left-behind/removals?task=detection.always')).text()).toContain(
    'Toch niet',
  )
  await world.as(administrator).post('/left-behind/removals', { task: 'detection.always' })
  expect((await world.as(administrator).get('/left-behind/removals?task=detection.always')).status).toBe(404)
  expect(await jobs()).toMatchObject([{ max_attempts: 12, attempts: 3 }])
})

test('an administrator of elsewhere neither sees nor moves it, and no other role may look', async () => {
  await giveUp()
  expect(await page(elsewhere)).not.toContain('opgegeven')
  await world.as(elsewhere).post('/left-behind/removals', { task: 'detection.always' })
  await world.as(elsewhere).post('/left-behind/attempts', { task: 'detection.always' })
  expect(await jobs()).toMatchObject([{ attempts: 12 }])
  expect((await world.as(coordinator).get('/left-behind')).status).toBe(403)
})

function listening(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
}
