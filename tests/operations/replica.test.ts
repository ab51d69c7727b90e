import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { type Running, runCommand, startMeernet } from '../support/process.ts'
import { loseServerIn, promote, startReplicaOf } from '../support/replica.ts'
import { makeRound, type TestRound } from '../support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-replica-'))
chmodSync(folder, 0o755)
const [one, other] = [join(folder, 'one'), join(folder, 'other')] as const
let primary: EmbeddedPostgres
let replica: EmbeddedPostgres
let world: World
let round: TestRound
let running: Running | undefined

beforeAll(async () => {
  for (const its of [one, other]) mkdirSync(its, { mode: 0o755 })
  primary = await startEmbedded(one)
  const pool = new pg.Pool({ connectionString: primary.url })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await migrate(pool, readMigrations('migrations'))
  await pool.end()
  world = await openWorld({}, { databaseUrl: primary.url })
  await world.database.owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await world.database.owner.insertInto('platform.demo_load').values({ only_row: true }).execute()
  const day = new Date().toISOString().slice(0, 10)
  round = await makeRound(world, await makeMunicipality(world), {
    doors: 600,
    day,
    startsOn: day,
    endsOn: '2099-01-01',
  })
  replica = await startReplicaOf(primary, one, other)
})
afterAll(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
  await world.close()
  await replica.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a backup is made from the replica, so that the primary is left in peace', async () => {
  const made = await runCommand(settingsOf(replica), ['backup', join(folder, 'whole.meernet'), '--no-verify'])
  expect(made.output).toContain('Wrote')
  expect(made.exitCode).toBe(0)
})

test('the doctor sees the replica that follows', async () => {
  expect((await runCommand(settingsOf(primary), ['doctor'])).output).toContain('Replicas that follow it: 1.')
})

test('nobody works on a replica by mistake: the program does not start there', async () => {
  const mistaken = startMeernet({ ...settingsOf(replica), PORT: '5560' })
  expect(await mistaken.ended).toBe(1)
  expect(mistaken.output()).toContain('replica')
  const doctor = await runCommand(settingsOf(replica), ['doctor'])
  expect(doctor.output).toContain('DATABASE_URL points to a replica')
  expect(doctor.exitCode).toBe(1)
})

test('a primary lost while phones send is replaced by its replica, and nothing acknowledged is missing', async () => {
  running = startMeernet({ ...settingsOf(primary), PORT: '5500' })
  const address = (await running.says(/ready: (http:\/\/localhost:\d+)/))[1] ?? ''
  const acknowledged: string[] = []
  const sending = send(address, acknowledged)
  for (let look = 0; acknowledged.length < 50 && look < 300; look += 1) await sleep(50)
  loseServerIn(one)
  await sending
  running.child.kill('SIGKILL')
  await running.ended

  await promote(replica)
  running = startMeernet({ ...settingsOf(replica), PORT: '5520' })
  const after = (await running.says(/ready: (http:\/\/localhost:\d+)/))[1] ?? ''
  expect((await fetch(`${after}/readyz`)).status).toBe(200)
  expect(acknowledged.length).toBeGreaterThanOrEqual(50)
  expect(await missing(acknowledged)).toEqual([])
  const verified = await runCommand(settingsOf(replica), ['audit', 'verify'])
  expect(verified.exitCode).toBe(0)
})

const settingsOf = ({ url }: EmbeddedPostgres) => ({
  DATABASE_URL: url,
  MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
  MEERNET_VAR: folder,
  MEERNET_BACKUP_PASSPHRASE: 'vijf woorden op een rij',
})

/** A phone that sends its acts, ten at a time, until nobody answers well any more. */
async function send(address: string, acknowledged: string[]): Promise<void> {
  const cookie = await signIn(address)
  for (let first = 0; first + 10 <= round.doors.length; first += 10) {
    const acts = round.doors.slice(first, first + 10).map(({ id: roundAddressId }) => ({
      ...{ id: uuidv7(), kind: 'recordVisit', at: new Date().toISOString(), visitId: uuidv7() },
      body: { roundAddressId, outcome: 'nobodyHome' },
    }))
    const response = await fetch(`${address}/api/visits/acts`, {
      method: 'POST',
      body: JSON.stringify({ visitor: round.visitor.userId, acts }),
      headers: { cookie, 'content-type': 'application/json', origin: address },
    })
    if (response.status !== 200) return
    acknowledged.push(...acts.map(({ id }) => id))
    await sleep(50)
  }
}

async function signIn(address: string): Promise<string> {
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

async function missing(acknowledged: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: replica.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from detection.visit_act')
  await client.end()
  const there = new Set(rows.map(({ id }) => id))
  return acknowledged.filter((id) => !there.has(id))
}
