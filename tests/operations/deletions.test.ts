import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, inject, test } from 'vitest'
import { applyJournal, readJournal } from '../../src/direction/retention/index.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { type BackupSecret, restoreBackup, writeBackup } from '../../src/platform/backup/index.ts'
import { connect, type Database } from '../../src/platform/database/connect.ts'
import { readMigrations } from '../../src/platform/database/migrate.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { createPerson, personById } from '../../src/registers/people/index.ts'
import { openCampaignWorld } from '../support/campaigns.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../support/jobs.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-deletions-'))
const deletionsFile = join(folder, 'deletions.jsonl')
const secret: BackupSecret = { kind: 'keyFile', key: randomBytes(32) }
const worlds: World[] = []
/** Connections for keys of restored databases. */
const opened: Database[] = []
afterAll(async () => {
  for (const world of worlds) await world.close()
  for (const one of opened) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

test('P23 somebody who was deleted comes back with an older backup, is deleted again, and the certificate says so', async () => {
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

  const restored = await restoredWorld(backup, world)
  restored.setNow('2036-12-01T08:00:00Z')
  expect(await isThere(restored, coordinator, personId)).toBe(true)
  const journal = await readJournal(deletionsFile)
  expect(await applyJournal(restored.app.transact, journal, new Set([place.id]))).toEqual({ certificates: 1, rows: 1 })
  expect(await isThere(restored, coordinator, personId)).toBe(false)
  const path = `/retention/certificates/${journal.entries.flatMap((one) => ('certificate' in one ? one.certificate.id : []))[0]}`
  expect(await (await restored.as(administrator).get(path)).text()).toContain('opnieuw vernietigd')
})

test('P23 lists of a campaign that an older backup brings back are destroyed again, the campaign ends, and its certificate says so', async () => {
  const journalFile = join(folder, 'lists.jsonl')
  const story = await openCampaignWorld({ deletionsFile: journalFile })
  const { world, municipality, coordinator } = story
  worlds.push(world)
  await story.reach('running')
  const backup = join(folder, 'with-lists.meernet')
  await writeBackup({ url: world.database.url, masterKey: world.masterKey, now: world.now() }, backup, secret)
  const rule = { version: '0', days: '30', isOn: 'yes', reference: 'selectielijst 12.3' }
  await story.leader.post('/visit-list-rule', { ...rule, decidedBy: 'college', decidedOn: '2026-09-01' })
  world.setNow('2027-02-01T02:30:00Z')
  await story.night()
  await story.night()
  await doWaitingJobs(world)
  const written = readFileSync(journalFile, 'utf8')
  for (const { number, street } of story.doors.slice(0, 5)) expect(written).not.toContain(`${street} ${number}`)

  const restored = await restoredWorld(backup, world)
  expect(await listed(restored, story.id)).toBeGreaterThan(0)
  restored.setNow('2027-02-02T08:00:00Z')
  const journal = await readJournal(journalFile)
  const { certificates, rows } = await applyJournal(restored.app.transact, journal, new Set([municipality.id]))
  expect(certificates).toBe(1)
  expect(rows).toBeGreaterThan(0)
  expect(await listed(restored, story.id)).toBe(0)
  const page = await (await restored.as(coordinator).get(`/campaigns/${story.id}/certificate`)).text()
  expect(page).toContain('Opnieuw vernietigd')
  expect(await applyJournal(restored.app.transact, journal, new Set([municipality.id]))).toEqual({
    certificates,
    rows: 0,
  })
})

/** Every table in which an address of a campaign can stand. */
async function listed({ database: { owner } }: World, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from detection.round_address where campaign_id = ${campaignId})
      + (select count(*) from detection.campaign_letter where campaign_id = ${campaignId})
      + (select count(*) from detection.campaign_opt_out where campaign_id = ${campaignId})
      + (select count(*) from detection.visitor_pair where campaign_id = ${campaignId}))::int as count`.execute(owner)
  return rows[0]?.count ?? 0
}

async function restoredWorld(backup: string, { masterKey }: World): Promise<World> {
  const url = await emptyDatabase()
  const migrations = readMigrations('migrations')
  await restoreBackup(backup, secret, { url, migrations, keepMasterKey: () => undefined })
  const keys = connect(url, { app: 1, owner: 1 })
  const restored = await openWorld({ vault: vaultOver(keys.owner, masterKey) }, { databaseUrl: url })
  opened.push(keys)
  worlds.push(restored)
  return restored
}

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
