import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadDemo } from '../../src/demo/index.ts'
import { verifyAudit } from '../../src/platform/audit/index.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { colleagues, members, openMembershipsOf } from '../../src/platform/identity/index.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

/**
 * One's own PostgreSQL gives a database and a role that may make roles, no superuser. The embedded one hides what a superuser
 * may and an owner may not, so this installs as such an owner.
 */
let world: World

beforeAll(async () => {
  const server = inject('serverUrl')
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create role ordinary_owner login createrole password 'ordinary'`)
  await admin.query('grant meernet_app to ordinary_owner with admin option')
  await admin.query('create database own_meernet owner ordinary_owner')
  await admin.end()
  const url = server.replace(/\/\/[^@]+@/, '//ordinary_owner:ordinary@').concat('/own_meernet')
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  await migrate(pool, readMigrations('migrations'))
  await pool.end()
  world = await openWorld({ isDemo: true }, { databaseUrl: url })
  await world.database.owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
})
afterAll(() => world.close())

test('an owner without superuser rights installs, loads the demo and keeps the audit chain', async () => {
  expect(await loadDemo({ database: world.database, transact: world.app.transact, clock: world.now })).toBe('loaded')
  const { lines } = await world.database.ownerPool
    .query<{ lines: number }>('select coalesce(sum(sequence), 0)::int as lines from audit.head')
    .then(({ rows }) => rows[0] ?? { lines: -1 })
  expect(lines).toBeGreaterThanOrEqual(0)
})

test('under such an owner colleagues see each other, and each only what is theirs to see', async () => {
  const here = await makeMunicipality(world, 'Eigen', '99007')
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  const coordinator = await makeStaff(world, here)
  const { transact } = world.app
  expect((await transact(coordinator, (tx) => colleagues(tx))).length).toBe(2)
  expect((await transact(administrator, members)).length).toBe(2)
  expect(await transact(coordinator, members)).toEqual([])
  expect(await openMembershipsOf(world.database.owner, coordinator.userId)).toHaveLength(1)
  await transact(coordinator, async (tx) => tx.audit({ action: 'read case', subject: { type: 'case', id: here.id } }))
  expect(await transact(administrator, verifyAudit)).toEqual({ kind: 'whole', lines: 1 })
})

test('updating twice changes nothing the second time', async () => {
  expect(await migrate(world.database.ownerPool, readMigrations('migrations'))).toEqual([])
})
