import { sql } from 'kysely'
import type pg from 'pg'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { startWorker, type Task, type Worker } from '../../src/platform/jobs/index.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

let world: World
let actor: StaffActor
let worker: Worker
const municipalityIds = async () => []

beforeEach(async () => {
  world = await openWorld()
  actor = await makeStaff(world, await makeMunicipality(world))
})
afterEach(async () => {
  await worker.stop()
  await world.close()
})

const add = (id: string) => world.app.transact(actor, (tx) => tx.enqueue({ task: 'detection.letter', payload: { id } }))
const work = async (task: Task) => {
  worker = await startWorker({
    pool: world.database.ownerPool,
    log: pino({ level: 'silent' }),
    modules: [{ tasks: { 'detection.letter': task } }],
    municipalityIds,
  })
}
const left = async () =>
  (await sql<{ attempts: number }>`select attempts from graphile_worker.jobs`.execute(world.database.owner)).rows

/** Takes every connection beside the one that listens, and lets who asks for more wait a tenth of a second: nothing can be written. */
function takeAll() {
  const { ownerPool } = world.database
  const taken: pg.PoolClient[] = []
  return {
    take: async () => {
      while (taken.length < 2) taken.push(await ownerPool.connect())
      ownerPool.options.connectionTimeoutMillis = 100
    },
    giveBack: () => {
      ownerPool.options.connectionTimeoutMillis = 10_000
      for (const client of taken.splice(0)) client.release()
    },
  }
}

test('work that ends while the database cannot be reached is neither done twice nor the end of the program', async () => {
  const { take, giveBack } = takeAll()
  const done: string[] = []
  await work(async ({ id = '' }) => {
    done.push(id)
    if (id === 'first') await take()
  })
  await add('first')
  await expect.poll(() => done).toEqual(['first'])
  await new Promise((resolve) => setTimeout(resolve, 500))
  giveBack()
  await add('second')
  await expect.poll(() => done).toEqual(['first', 'second'])
  await expect.poll(left).toEqual([])
})

test('work that fails while the database cannot be reached is tried again within minutes, not after four hours', async () => {
  const { take, giveBack } = takeAll()
  let tries = 0
  await work(async () => {
    tries += 1
    if (tries > 1) return
    await take()
    throw new Error('no way to the mail server')
  })
  await add('first')
  await expect.poll(() => tries).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 500))
  giveBack()
  await expect.poll(() => tries).toBe(2)
  await expect.poll(left).toEqual([])
})

test('who stops the program waits until what was done is written down', async () => {
  for (let round = 0; round < 10; round += 1) {
    const reached = Promise.withResolvers<void>()
    await work(async () => reached.resolve())
    await add(String(round))
    await reached.promise
    await worker.stop()
    expect(await left()).toEqual([])
  }
})

test('work held by a program that was killed goes on elsewhere within minutes; what another still does is left to it', async () => {
  const done: string[] = []
  const hold = Promise.withResolvers<void>()
  const task: Task = async ({ id = '' }) => {
    done.push(id)
    if (id === 'long') await hold.promise
  }
  await work(task)
  const living = worker
  await add('long')
  await expect.poll(() => done).toEqual(['long'])
  await expect.poll(runsSeenAlive).toBe(1)
  await addHeldByTheDead('of the dead')

  await work(task)
  await expect.poll(() => done).toEqual(['long', 'of the dead'])
  hold.resolve()
  await living.stop()
  expect(await left()).toEqual([])
})

const runsSeenAlive = async () =>
  (
    await sql`select from pg_locks where locktype = 'advisory' and database =
    (select oid from pg_database where datname = current_database())`.execute(world.database.owner)
  ).rows.length

/** A job as a power cut leaves it ten minutes ago, and the other job begun as long ago. */
const addHeldByTheDead = (id: string) =>
  world.database.owner.transaction().execute(async (db) => {
    const payload = JSON.stringify({ municipalityId: actor.municipalityId, id })
    await sql`select graphile_worker.add_job('detection.letter', ${payload}::json)`.execute(db)
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '10 minutes',
      locked_by = coalesce(locked_by, 'pool-without-power')`.execute(db)
  })
