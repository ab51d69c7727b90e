import { mkdirSync } from 'node:fs'
import pg from 'pg'
import type { Config } from './platform/config/config.ts'
import { connect, type Database } from './platform/database/connect.ts'
import { type EmbeddedPostgres, startEmbedded } from './platform/database/embedded.ts'
import { migrate, readMigrations } from './platform/database/migrate.ts'
import { installationSecret } from './platform/encryption/installation-secret.ts'
import { type MasterKey, masterKeyOf } from './platform/encryption/master-key.ts'
import { type Vault, vaultOver } from './platform/encryption/vault.ts'

/** An opened installation: database up to date, keys at hand. What the server and the command line share. */
export type Installation = {
  readonly database: Database
  readonly embedded: EmbeddedPostgres | undefined
  readonly vault: Vault
  readonly masterKey: MasterKey
  /** Keys rate limits, form tokens and what sign-in keeps; 32 bytes. */
  readonly secret: Buffer
  readonly ranMigrations: readonly string[]
}

/**
 * Opens the installation of `config`: starts the embedded PostgreSQL when there is no other, migrates, opens the keys.
 * `beforeUse` may refuse an embedded server that somebody else holds, before anything in it is touched.
 */
export async function openInstallation(
  config: Config,
  migrationsFolder: string,
  say: (sentence: string) => void,
  beforeUse: (embedded: EmbeddedPostgres) => Promise<void> = async () => undefined,
): Promise<Installation> {
  mkdirSync(config.varFolder, { recursive: true, mode: 0o755 })
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.varFolder)
  for (const remark of embedded?.remarks ?? []) say(remark)
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    if (embedded) await beforeUse(embedded)
    const ranMigrations = await migrate(pool, readMigrations(migrationsFolder))
    const { rowCount: zoneKeys } = await pool.query('select from platform.zone_key limit 1')
    const masterKey = masterKeyOf(config, !zoneKeys)
    const database = connect(url)
    const secret = await installationSecret(database.owner, masterKey.all)
    return { database, embedded, vault: vaultOver(database.owner, masterKey.all), masterKey, secret, ranMigrations }
  } catch (error) {
    // What cannot be opened is not left running.
    if (embedded?.startedHere) await embedded.stop()
    throw error
  } finally {
    await pool.end()
  }
}
