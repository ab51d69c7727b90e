import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** A file of SQL; its checksum tells when one that ran was changed afterwards. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** The migrations of `folder` in order; refuses a double number. A number may be left out. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  const numbers = names.map((name) => name.slice(0, 4))
  const double = numbers.find((number, index) => number === numbers[index - 1])
  if (double) throw new Error(`Two migrations have the number ${double}.`)
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the database up to date: one transaction a migration, one process at a time. Refuses when a migration that ran
 * has changed since, when the database is newer than this program, and on a replica. Gives the names of what ran now.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(`select pg_advisory_lock(hashtext('meernet-migrate'))`)
    await requireVersion(client)
    await requireWritable(client)
    await runMigrations({ pgPool: pool })
    await prepareMigrations(client)
    const pending = await pendingMigrations(client, migrations)
    for (const migration of pending) await runOne(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined)
    await client.query('reset statement_timeout').catch(() => undefined)
    client.release()
  }
}

/** Makes the table in which migrations are noted, where it is missing. */
export async function prepareMigrations(client: pg.ClientBase): Promise<void> {
  await client.query('create schema if not exists platform')
  await client.query(
    'create table if not exists platform.migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())',
  )
}

/** Runs migrations in the caller's transaction and notes them. */
export async function applyMigrations(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  for (const { name, sql, checksum } of migrations) {
    await client.query(sql)
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum])
  }
}

/** Migrations of `migrations` that have not run; refuses when one that ran has changed, or the database is newer. */
export async function pendingMigrations(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  )
  const ran = new Map(rows.map((row) => [row.name, row.checksum]))
  for (const [name, checksum] of ran) {
    const known = migrations.find((migration) => migration.name === name)
    if (!known)
      throw new Error(`The database is newer than this program: it knows migration ${name}. Install the newer version.`)
    if (known.checksum !== checksum)
      throw new Error(`Migration ${name} was changed after it ran; add a new one instead.`)
  }
  return migrations.filter(({ name }) => !ran.has(name))
}

/** A replica only follows; everything we do is written somewhere, the audit line of a read too. */
async function requireWritable(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ follows: boolean }>('select pg_is_in_recovery() as follows')
  if (rows[0]?.follows)
    throw new Error(
      'The database is a replica, which can only be read. Point DATABASE_URL to the primary, or promote it.',
    )
}

async function requireVersion(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major < 15) throw new Error(`PostgreSQL ${major} is too old: Meernet needs 15 or newer.`)
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyMigrations(client, [migration])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed; nothing of it was kept.`, { cause: error })
  }
}
