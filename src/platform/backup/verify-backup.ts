import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedPostgres, removeWithDatabase, startEmbedded } from '../database/embedded.ts'
import type { Migration } from '../database/migrate.ts'
import { unwrapIfFits } from '../encryption/wrapping.ts'
import { BackupDamaged, type BackupSecret } from './envelope.ts'
import { type Restored, restoreBackup } from './restore.ts'
import { freeBytesIn } from './room.ts'

/** What a backup proved when it was really restored. */
export type Verified = Restored & { readonly municipalities: number; readonly auditLines: number }

/**
 * Restores a backup into a PostgreSQL of its own in a scratch folder, looks whether its keys open and its audit log is whole,
 * and throws the scratch folder away. Refuses when there is no room for the data once more.
 */
export async function verifyBackup(
  file: string,
  secret: BackupSecret,
  { scratchFolder, migrations }: { readonly scratchFolder: string; readonly migrations: readonly Migration[] },
): Promise<Verified> {
  const folder = mkdtempSync(join(scratchFolder, 'meernet-verify-'))
  chmodSync(folder, 0o755)
  try {
    const server = await startEmbedded(folder, 'verify')
    try {
      return await provedIn(server, file, secret, migrations)
    } finally {
      await server.stop()
    }
  } finally {
    removeWithDatabase(folder)
  }
}

async function provedIn(
  { url, dataFolder }: EmbeddedPostgres,
  file: string,
  secret: BackupSecret,
  migrations: readonly Migration[],
): Promise<Verified> {
  let masterKey: Buffer | undefined
  const restored = await restoreBackup(file, secret, {
    url,
    migrations,
    freeBytes: () => freeBytesIn(dataFolder),
    keepMasterKey: (key) => {
      masterKey = key
    },
  })
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await requireFittingKeys(client, masterKey)
    return { ...restored, ...(await requireWholeAudit(client)) }
  } finally {
    await client.end()
  }
}

async function requireFittingKeys(client: pg.Client, masterKey: Buffer | undefined): Promise<void> {
  const { rows } = await client.query<{ zone_id: string; wrapped: Buffer }>(
    'select zone_id, wrapped from platform.zone_key',
  )
  for (const { zone_id, wrapped } of rows)
    if (!masterKey || !unwrapIfFits([masterKey], zone_id, wrapped))
      throw new BackupDamaged('The master key in the backup does not open the keys in it.')
}

async function requireWholeAudit(client: pg.Client) {
  const { rows: municipalities } = await client.query<{ id: string; name: string }>(
    'select id, name from municipalities.municipality',
  )
  let auditLines = 0
  for (const { id, name } of municipalities) {
    await client.query('begin')
    await client.query(
      `select set_config('meernet.municipality', $1, true), set_config('meernet.actor_kind', 'system', true)`,
      [id],
    )
    const { rows } = await client.query<{ lines: number; broken_at: number | null; head_fits: boolean }>(
      'select * from audit.check_chain()',
    )
    await client.query('rollback')
    if (!rows[0]?.head_fits || rows[0].broken_at !== null)
      throw new BackupDamaged(`The audit log of ${name} is not whole in the backup. See: npx meernet audit verify.`)
    auditLines += rows[0].lines
  }
  return { municipalities: municipalities.length, auditLines }
}
