import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, without a database name. */
    serverUrl: string
    /** The master key of all worlds of the run, base64: a world may be cloned from what another one sealed. */
    masterKey: string
  }
}

/** One real PostgreSQL for the run, with a migrated template that each test file clones. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbedded(folder, 'template_meernet')
  const pool = new pg.Pool({ connectionString: postgres.url })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  // Nobody needs these databases after the machine lost its power, so nothing waits for the disk.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await pool.query(`alter system set ${setting} = off`)
  await pool.query('select pg_reload_conf()')
  await migrate(pool, readMigrations('migrations'))
  await pool.end()
  project.provide('serverUrl', postgres.url.replace(/\/[^/]*$/, ''))
  project.provide('masterKey', randomBytes(32).toString('base64'))
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
