import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, inject, test } from 'vitest'
import { applyJournal, readJournal } from '../../src/direction/retention/index.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { type BackupSecret, restoreBackup, writeBackup } from '../../src/platform/backup/index.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { readMigrations } from '../../src/platform/database/migrate.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { createPerson, personById } from '../../src/registers/people/index.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../support/jobs.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-deletions-'))
const deletionsFile = join(folder, 'deletions.jsonl')
const secret: BackupSecret = { kind: 'keyFile', key: randomBytes(32) }
const worlds: World[] = []
afterAll(async () => {
  for (const world of worlds) await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('P23 somebody who was deleted comes back with an older backup, is deleted again, and the certificate says so', {
  timeout: 60_000,
}, async () => {
  const world = await openWorld({ deletionsFile })
  worlds.push(world)
  const place = await makeMunicipality(world)
  const [coordinator, second] = [await makeStaff(world, place), await makeStaff(world, place)]
  const administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
  const personId = uuidv7()
  await world.app.transact(coordinator, (tx) =>
    createPerson(tx, { id: personId, zoneId: place.municipalityZone, givenName: 'Alma', familyName: 'Verdonck' }),
  )
  const backup = join(folder, 'older.meernet')
  await writeBackup({ url: world.database.url, masterKey: world.masterKey, now: world.now() }, backup, secret)

  await deleteInTwoSteps(world, { municipalityId: place.id, coordinator, second, administrator })
  expect(await isThere(world, coordinator, personId)).toBe(false)

  const url = await emptyDatabase()
  const migrations = readMigrations('migrations')
  await restoreBackup(backup, secret, { url, migrations, keepMasterKey: () => undefined })
  const keys = connect(url, { app: 1, owner: 1 })
  const restored = await openWorld({ vault: vaultOver(keys.owner, world.masterKey) }, { databaseUrl: url })
  worlds.push(restored)
  restored.setNow('2036-12-01T08:00:00Z')
  expect(await isThere(restored, coordinator, personId)).toBe(true)
  const journal = await readJournal(deletionsFile)
  expect(await applyJournal(restored.app.transact, journal, new Set([place.id]))).toEqual({ certificates: 1, rows: 1 })
  expect(await isThere(restored, coordinator, personId)).toBe(false)
  const path = `/retention/certificates/${journal.flatMap((one) => ('certificate' in one ? one.certificate.id : []))[0]}`
  expect(await (await restored.as(administrator).get(path)).text()).toContain('opnieuw vernietigd')
  await keys.close()
})

type Hands = {
  readonly municipalityId: string
  readonly coordinator: StaffActor
  readonly second: StaffActor
  readonly administrator: StaffActor
}

async function deleteInTwoSteps(world: World, { municipalityId, coordinator, second, administrator }: Hands) {
  await world.as(administrator).post('/retention/rules', {
    id: uuidv7(),
    series: 'people in guidance',
    count: '9',
    unit: 'Y',
    reference: 'Selectielijst 12.3',
    motivation: 'Verjaring van vorderingen.',
    decidedBy: 'college',
    decidedOn: '2026-01-15',
  })
  world.setNow('2036-11-24T08:00:00Z')
  await doWorkOfTheClock(world, municipalityId)
  const page = await (await world.as(coordinator).get('/retention')).text()
  const path = /\/retention\/proposals\/[0-9a-f-]{36}/.exec(page)?.[0]
  expect((await world.as(coordinator).post(`${path}/check`, { version: '1' })).status).toBe(303)
  expect((await world.as(second).post(`${path}/approval`, { version: '2' })).status).toBe(303)
  await doWaitingJobs(world)
}

const isThere = (world: World, actor: StaffActor, id: string) =>
  world.app.transact(actor, async (tx) => (await personById(tx, id)) !== undefined)

async function emptyDatabase(): Promise<string> {
  const name = `restored_${uuidv7().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: `${inject('serverUrl')}/postgres` })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  return `${inject('serverUrl')}/${name}`
}
