import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { type Running, startMeernet } from '../support/process.ts'
import { makeRound, type TestRound } from '../support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-gone-'))
chmodSync(folder, 0o755)
const minuteMs = 60_000
let postgres: EmbeddedPostgres
let world: World
let round: TestRound
let running: Running
let address = ''

beforeAll(async () => {
  postgres = await startEmbedded(folder)
  const pool = new pg.Pool({ connectionString: postgres.url })
  await migrate(pool, readMigrations('migrations'))
  await pool.end()
  world = await openWorld({}, { databaseUrl: postgres.url })
  const { owner } = world.database
  await owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await owner.insertInto('platform.demo_load').values({ only_row: true }).execute()
  const day = new Date().toISOString().slice(0, 10)
  round = await makeRound(world, await makeMunicipality(world), {
    doors: 4000,
    day,
    startsOn: day,
    endsOn: '2099-01-01',
  })
  running = startMeernet({
    DATABASE_URL: postgres.url,
    MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
    MEERNET_VAR: folder,
    PORT: '5300',
    MEERNET_METRICS_PORT: '5390',
  })
  address = (await running.says(/ready: (http:\/\/localhost:\d+)/))[1] ?? ''
})
afterAll(async () => {
  running.child.kill('SIGTERM')
  await running.ended
  await world.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a database gone for a minute under load gives plain words, loses nothing acknowledged, and all goes on by itself', {
  timeout: 180_000,
}, async () => {
  const cookie = await signIn()
  const acknowledged = new Set<string>()
  const statuses = new Map<string, number>()
  const load = { until: false }
  const people = [...[0, 1, 2].map(() => read(load, statuses)), send(load, cookie, acknowledged, statuses)]

  await sleep(1500)
  expect([...statuses.keys()].filter((status) => status !== '200')).toEqual([])
  const before = acknowledged.size
  expect(before).toBeGreaterThan(0)

  await postgres.stop()
  await sleep(1000)
  statuses.clear()
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect((await fetch(`${address}/readyz`)).status).toBe(503)
  expect(await (await fetch('http://127.0.0.1:5390/metrics')).text()).toContain('meernet_database_up 0')
  const page = await fetch(`${address}/in/testgem`)
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('30')
  expect(await page.text()).toContain('Even niet bereikbaar')
  await sleep(minuteMs - 1000)
  expect([...statuses.keys()]).toEqual(['503'])

  await postgres.revive()
  await untilReady()
  statuses.clear()
  await sleep(2000)
  load.until = true
  await Promise.all(people)
  expect([...statuses.keys()]).toEqual(['200'])
  expect(acknowledged.size).toBeGreaterThan(before)
  expect(await missing(acknowledged)).toEqual([])
  await workIsDoneAgain()
})

/** Somebody who looks at pages all the time. */
async function read(load: { until: boolean }, statuses: Map<string, number>): Promise<void> {
  while (!load.until) {
    const { status } = await fetch(`${address}/in/testgem`)
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)
    await sleep(20)
  }
}

/** A phone that sends its acts, the same ones again until they are acknowledged. */
async function send(
  load: { until: boolean },
  cookie: string,
  acknowledged: Set<string>,
  statuses: Map<string, number>,
) {
  for (const { id: roundAddressId } of round.doors) {
    const act = { id: uuidv7(), kind: 'recordVisit', at: new Date().toISOString(), visitId: uuidv7() }
    const acts = [{ ...act, body: { roundAddressId, outcome: 'nobodyHome' } }]
    while (!load.until && !acknowledged.has(act.id)) {
      const response = await fetch(`${address}/api/visits/acts`, {
        method: 'POST',
        body: JSON.stringify({ visitor: round.visitor.userId, acts }),
        headers: { cookie, 'content-type': 'application/json', origin: address },
      })
      statuses.set(String(response.status), 1)
      if (response.status === 200) acknowledged.add(act.id)
      // Within what one visitor may ask in ten minutes.
      await sleep(200)
    }
    if (load.until) return
  }
}

async function signIn(): Promise<string> {
  const response = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams({ membershipId: round.visitor.membershipId }),
    headers: { origin: address },
    redirect: 'manual',
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function untilReady(): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if ((await fetch(`${address}/readyz`)).status === 200) return
    await sleep(100)
  }
  throw new Error('it did not recover in twenty seconds')
}

async function missing(acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await world.database.owner.selectFrom('detection.visit_act').select('id').execute()
  const there = new Set(rows.map(({ id }) => id))
  return [...acknowledged].filter((id) => !there.has(id))
}

/** Work in the background goes on too: a job that is queued now is done. */
async function workIsDoneAgain(): Promise<void> {
  const { ownerPool } = world.database
  const id = uuidv7()
  await ownerPool.query(
    `select graphile_worker.add_job('mail.send', json_build_object('id', $1::text, 'municipalityId', $2::text))`,
    [id, '00000000-0000-0000-0000-000000000000'],
  )
  for (let look = 0; look < 300; look += 1) {
    const { rowCount } = await ownerPool.query('select from graphile_worker.jobs')
    if (rowCount === 0) return
    await sleep(100)
  }
  throw new Error('nobody does the work')
}
