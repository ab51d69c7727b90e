import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applyMigrations, type Migration, prepareMigrations } from '../database/migrate.ts'
import { BackupDamaged, type BackupSecret, openStream } from './envelope.ts'
import {
  type BackupHead,
  contentOf,
  ending,
  type Frame,
  framesOf,
  head,
  sequences,
  tableEnd,
  tableStart,
} from './frames.ts'
import { clearTheWay, foundInDatabase, loadRows, settleAfterLoading } from './restore-store.ts'
import { inGigabytes, roomForRestore } from './room.ts'

/** A restore that cannot be done as asked; the sentence says why and what to do. Nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

export type RestoreTarget = {
  readonly url: string
  readonly migrations: readonly Migration[]
  /** Keeps the master key, before anything is committed; throws when that cannot be. */
  readonly keepMasterKey: (key: Buffer) => Promise<void> | void
  /** Bytes free where the database is; undefined for one on another machine, which nobody can ask. */
  readonly freeBytes?: (() => Promise<number>) | undefined
}
/** What came out of a backup: when and how it was made (an ISO moment), and how much was loaded. */
export type Restored = {
  readonly createdAt: string
  readonly kind: BackupHead['kind']
  readonly tables: number
  readonly rows: number
  /** Migrations that came after the backup was made, run on it now. */
  readonly updated: readonly string[]
}

/**
 * Fills an empty database from a backup, in one transaction: it is there whole or not at all. The database is brought to the
 * state the backup was made in, its rows are loaded, every constraint is checked over them, and then it is brought up to date.
 */
export async function restoreBackup(file: string, secret: BackupSecret, target: RestoreTarget): Promise<Restored> {
  const frames = framesOf(openedFile(file, secret))[Symbol.asyncIterator]()
  const first = await readable(() => nextOf(frames))
  const about = contentOf(first, 'H', head)
  const known = migrationsOf(about, target.migrations)
  await requireRoom(about, file, target)
  const pool = new pg.Pool({ connectionString: target.url, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const client = await pool.connect()
  let hasQueue = false
  try {
    if (await foundInDatabase(client))
      throw new RestoreRefused(
        'The database is not empty. Restore into a new one: an empty DATABASE_URL, or another folder in MEERNET_VAR.',
      )
    // Of the queue itself: it makes its own transactions. Taken away again when the restore fails.
    hasQueue = true
    await runMigrations({ pgPool: pool })
    await client.query('begin')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await prepareMigrations(client)
    await applyMigrations(client, known)
    const loaded = await readable(() => load(client, frames))
    const ran = new Set(known.map(({ name }) => name))
    const later = target.migrations.filter(({ name }) => !ran.has(name))
    await applyMigrations(client, later)
    await target.keepMasterKey(Buffer.from(about.masterKey, 'base64'))
    // A backup does not tell how much is in a table, and the first pages would be asked as if nothing were.
    await client.query('analyze')
    await client.query('commit')
    return { createdAt: about.createdAt, kind: about.kind, ...loaded, updated: later.map(({ name }) => name) }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (hasQueue) await client.query('drop schema if exists graphile_worker cascade').catch(() => undefined)
    throw error
  } finally {
    client.release()
    await pool.end()
  }
}

/** Refused before it begins: a disk that fills up half-way stops whatever else is on it too. */
async function requireRoom(about: BackupHead, file: string, { freeBytes }: RestoreTarget): Promise<void> {
  const free = await freeBytes?.()
  const wanted = roomForRestore(about, (await stat(file)).size)
  if (free !== undefined && free < wanted)
    throw new RestoreRefused(
      `There is no room for it: it needs about ${inGigabytes(wanted, 'up')}, and ${inGigabytes(free, 'down')} is free. Make room, or choose another disk with MEERNET_VAR.`,
    )
}

type Frames = AsyncIterator<Frame, unknown, undefined>

async function load(client: pg.ClientBase, frames: Frames): Promise<Pick<Restored, 'tables' | 'rows'>> {
  const { putBack } = await clearTheWay(client)
  const total = { tables: 0, rows: 0 }
  let frame = await nextOf(frames)
  for (; frame?.letter === 'T'; frame = await nextOf(frames)) {
    total.rows += await loadTable(client, frame, frames)
    total.tables += 1
  }
  const stand = contentOf(frame, 'S', sequences)
  const said = contentOf(await nextOf(frames), 'Z', ending)
  // Reading on to the end of the file is what shows that it was not cut short.
  if ((await nextOf(frames)) || said.tables !== total.tables || said.rows !== total.rows)
    throw new BackupDamaged('The backup does not hold what it says it holds.')
  await settleAfterLoading(client, stand)
  for (const statement of putBack) await client.query(statement)
  return total
}

async function loadTable(client: pg.ClientBase, frame: Frame, frames: Frames): Promise<number> {
  const table = contentOf(frame, 'T', tableStart)
  const hash = createHash('sha256')
  let end: Frame | undefined
  async function* rows() {
    for (end = await nextOf(frames); end?.letter === 'D'; end = await nextOf(frames)) {
      hash.update(end.bytes)
      yield end.bytes
    }
  }
  const arrived = await loadRows(client, table, rows())
  const said = contentOf(end, 'E', tableEnd)
  if (said.rows !== arrived || said.sha256 !== hash.digest('hex'))
    throw new BackupDamaged(`The rows of ${table.schema}.${table.table} are not what was written.`)
  return arrived
}

function openedFile(file: string, secret: BackupSecret): AsyncIterable<Buffer> {
  const unsealed = Readable.from(openStream(secret, createReadStream(file)))
  const gunzip = createGunzip()
  unsealed.once('error', (error) => gunzip.destroy(error))
  return unsealed.pipe(gunzip)
}

/** The compression complains before the seal does when a file is cut; both mean the same to who reads it. */
async function readable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
      throw new BackupDamaged('The file is damaged or cut short.')
    throw error
  }
}

async function nextOf(frames: Frames): Promise<Frame | undefined> {
  const { done, value } = await frames.next()
  return done ? undefined : (value as Frame)
}

/** The migrations the backup was made with; refuses one this program does not have, or has otherwise. */
function migrationsOf({ migrations }: BackupHead, ours: readonly Migration[]): readonly Migration[] {
  return migrations.map(({ name, checksum }) => {
    const own = ours.find((migration) => migration.name === name)
    if (!own)
      throw new RestoreRefused(
        `The backup is newer than this program: it has migration ${name}. Install the newer version.`,
      )
    if (own.checksum !== checksum)
      throw new RestoreRefused(
        `Migration ${name} is not the one the backup was made with. Install an official version.`,
      )
    return own
  })
}
