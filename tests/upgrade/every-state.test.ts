import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { applyMigrations, migrate, prepareMigrations, readMigrations } from '../../src/platform/database/migrate.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import type { World } from '../support/world.ts'
import { fill, lostRows, rowsOf, type TableRows, tablesOf } from './carried-data.ts'

/**
 * An installation of every earlier state, with data in it, brought up to date. The data are those of the demo of today, as far
 * as the tables of that state can hold them: real rows that hang together, under the constraints of then.
 */
const migrations = readMigrations('migrations')
const states = migrations.map(({ name }, index) => ({ name, count: index + 1 }))
const building = 'upgrade_building'
let world: World
let today: readonly TableRows[]
let builder: pg.Pool

beforeAll(async () => {
  world = await openDemoWorld()
  today = await rowsOf(world.database.ownerPool)
  await asAdmin((admin) => admin.query(`create database ${building}`))
  builder = poolOf(building)
  await runMigrations({ pgPool: builder })
  await prepareMigrations(builder as unknown as pg.ClientBase)
})
afterAll(async () => {
  await builder.end()
  await world.close()
})

test('there are states to come from, and data of most tables to come with', () => {
  expect(states.length).toBeGreaterThan(20)
  expect(today.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(45)
})

test.each(states)(
  'an installation at $name with data in it is brought up to date and loses nothing',
  {
    timeout: 90_000,
  },
  async ({ name, count }) => {
    const database = `upgrade_${name.slice(0, 4)}`
    const pool = await buildState(count, database)
    try {
      const { kept, unfilled } = await fill(pool, today)
      expect(unfilled).toEqual([])
      await migrate(pool, migrations)
      expect(await lostRows(pool, kept)).toEqual([])
      // What came out is a database of today: the same tables as a new one.
      expect(await tablesOf(pool)).toEqual(await tablesOf(world.database.ownerPool))
    } finally {
      await pool.end()
      await asAdmin((admin) => admin.query(`drop database ${database} with (force)`))
    }
  },
)

/** A database with the first `count` migrations, made of the one that was built so far. */
async function buildState(count: number, name: string): Promise<pg.Pool> {
  const client = await builder.connect()
  try {
    const { rows } = await client.query<{ ran: number }>('select count(*)::int as ran from platform.migration')
    await applyMigrations(client, migrations.slice(rows[0]?.ran ?? 0, count))
  } finally {
    client.release(true)
  }
  await asAdmin((admin) => admin.query(`create database ${name} template ${building} strategy file_copy`))
  return poolOf(name)
}

function poolOf(name: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: `${inject('serverUrl')}/${name}`, max: 3, idleTimeoutMillis: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: `${inject('serverUrl')}/postgres` })
  await admin.connect()
  try {
    // A template may have no other connection; those just ended are there for a moment.
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${building}' and pid <> pg_backend_pid()`,
    )
    await work(admin)
  } finally {
    await admin.end()
  }
}
