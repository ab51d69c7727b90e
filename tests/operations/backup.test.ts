import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  BackupDamaged,
  type BackupSecret,
  RestoreRefused,
  restoreBackup,
  verifyBackup,
  writeBackup,
} from '../../src/platform/backup/index.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import type { World } from '../support/world.ts'

const migrations = readMigrations('migrations')
const folder = mkdtempSync(join(tmpdir(), 'meernet-backup-'))
chmodSync(folder, 0o755)
const file = join(folder, 'whole.meernet')
const secret: BackupSecret = { kind: 'keyFile', key: randomBytes(32) }
let world: World
let masterKey: Buffer

beforeAll(async () => {
  world = await openDemoWorld()
  masterKey = world.masterKey
  await writeBackup({ url: world.database.url, masterKey, now: world.now() }, file, secret)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a backup restored into an empty database gives every row of every table back', async () => {
  const { url, restored } = await restoreInto(await emptyDatabase())
  expect(restored.kind).toBe('demo')
  const [before, after] = await Promise.all([world.database.url, url].map(everything))
  expect(Object.keys(before ?? {}).length).toBeGreaterThan(50)
  expect(after).toEqual(before)
})

test('after a restore sealed texts open with the key that came along, and constraints and policies are back', async () => {
  const { url, keys } = await restoreInto(await emptyDatabase())
  expect(keys).toEqual([masterKey])
  const [was, is] = await Promise.all([world.database.url, url].map(schemaOf))
  expect(is).toEqual(was)
  const client = await connected(url)
  const { rows } = await client.query<{ municipality_id: string; zone_id: string; id: string; text: Buffer }>(
    'select municipality_id, zone_id, id, text from guidance.note limit 1',
  )
  await client.end()
  const [note] = rows
  const zone = await vaultOver(world.database.owner, masterKey).zone(note?.municipality_id ?? '', note?.zone_id ?? '')
  const place = { column: 'guidance.note.text', rowId: note?.id ?? '' }
  expect(zone.open(place, note?.text ?? Buffer.alloc(0)).length).toBeGreaterThan(3)
})

test('after a restore the database knows how much is in its tables, so the first pages are not asked as if nothing were', async () => {
  const { url } = await restoreInto(await emptyDatabase())
  const client = await connected(url)
  const { rows } = await client.query(
    `select reltuples::int as rows from pg_class where oid = 'people.person'::regclass`,
  )
  await client.end()
  expect(rows).toEqual([{ rows: 400 }])
})

test('only its owner can read the file, and nothing of what it holds can be read in it', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const bytes = readFileSync(file)
  expect(bytes.includes('Netegem')).toBe(false)
  expect(bytes.includes(masterKey)).toBe(false)
})

test('a backup is verified by really restoring it: keys open and the audit log is whole', async () => {
  const verified = await verifyBackup(file, secret, { scratchFolder: folder, migrations })
  expect(verified.municipalities).toBe(1)
  expect(verified.rows).toBeGreaterThan(500)
})

test.each([
  ['with another key', (bytes: Buffer) => bytes, { kind: 'keyFile', key: randomBytes(32) } as const, /another one/],
  ['with a passphrase', (bytes: Buffer) => bytes, { kind: 'passphrase', words: 'x' } as const, /key file/],
  ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), secret, /damaged|cut short/],
  ['cut at the border of a chunk', (bytes: Buffer) => bytes.subarray(0, 33 + 65552), secret, /damaged|cut short/],
  ['cut to its header', (bytes: Buffer) => bytes.subarray(0, 33), secret, /cut short/],
  ['with something behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]), secret, /damaged|cut/],
  ['with two chunks exchanged', exchanged, secret, /damaged|another one/],
  ['with one bit changed near the end', (bytes: Buffer) => flipped(bytes, bytes.length - 40), secret, /damaged/],
  ['that is something else', () => Buffer.from('%PDF-1.7 and so on and on and on and on and on'), secret, /no backup/],
  ['of a later format', (bytes: Buffer) => flipped(bytes, 7), secret, /newer format/],
] as const)('a file %s is refused and leaves nothing behind', async (_, change, opener, words) => {
  const changed = join(folder, `${uuidv7()}.meernet`)
  writeFileSync(changed, change(readFileSync(file)))
  const url = await emptyDatabase()
  const restoring = restoreBackup(changed, opener, { url, migrations, keepMasterKey: () => undefined })
  await expect(restoring).rejects.toThrow(words)
  await expect(restoring).rejects.toBeInstanceOf(BackupDamaged)
  expect(await schemasIn(url)).toEqual([])
})

test('a backup of a newer version is refused by name of what is missing', async () => {
  const older = migrations.slice(0, -1)
  const url = await emptyDatabase()
  const restoring = restoreBackup(file, secret, { url, migrations: older, keepMasterKey: () => undefined })
  await expect(restoring).rejects.toThrow(`newer than this program: it has migration ${migrations.at(-1)?.name}`)
  expect(await schemasIn(url)).toEqual([])
})

test('a database that is not empty is refused and left as it was', async () => {
  const restoring = restoreBackup(file, secret, { url: world.database.url, migrations, keepMasterKey: () => undefined })
  await expect(restoring).rejects.toBeInstanceOf(RestoreRefused)
  expect(await world.database.owner.selectFrom('municipalities.municipality').select('name').execute()).toHaveLength(1)
})

test('a disk without room for the data is seen before anything begins', async () => {
  const url = await emptyDatabase()
  const freeBytes = async () => 5_000_000
  const restoring = restoreBackup(file, secret, { url, migrations, keepMasterKey: () => undefined, freeBytes })
  await expect(restoring).rejects.toThrow(/no room for it: it needs about 0\.\d GB, and 0\.0 GB is free/)
  await expect(restoring).rejects.toBeInstanceOf(RestoreRefused)
  expect(await schemasIn(url)).toEqual([])
})

test('when the key cannot be kept nothing is restored', async () => {
  const url = await emptyDatabase()
  const keepMasterKey = () => {
    throw new RestoreRefused('another key is there')
  }
  await expect(restoreBackup(file, secret, { url, migrations, keepMasterKey })).rejects.toThrow('another key')
  expect(await schemasIn(url)).toEqual([])
})

test('a backup that fails half-way leaves neither half a file nor a changed one', async () => {
  const kept = join(folder, 'kept.meernet')
  writeFileSync(kept, 'the good one of yesterday')
  const source = { url: world.database.url, masterKey, now: world.now() }
  const failing = writeBackup(source, kept, secret, async () => {
    throw new Error('it does not restore')
  })
  await expect(failing).rejects.toThrow('it does not restore')
  expect(readFileSync(kept, 'utf8')).toBe('the good one of yesterday')
  expect(existsSync(`${kept}.part`)).toBe(false)
})

test('a passphrase opens what it sealed, and no other does', async () => {
  const small = join(folder, 'small.meernet')
  const words = 'vier paarden op een brug'
  await writeBackup({ url: world.database.url, masterKey, now: world.now() }, small, { kind: 'passphrase', words })
  const { restored } = await restoreInto(await emptyDatabase(), small, { kind: 'passphrase', words })
  expect(restored.rows).toBeGreaterThan(500)
  const url = await emptyDatabase()
  const other = { kind: 'passphrase', words: 'drie paarden op een brug' } as const
  await expect(restoreBackup(small, other, { url, migrations, keepMasterKey: () => undefined })).rejects.toThrow(
    /another one/,
  )
})

test('an owner without superuser rights makes and restores the same backup', async () => {
  const admin = await connected(`${inject('serverUrl')}/postgres`)
  await admin.query(`create role backup_owner login createrole password 'ordinary'`)
  await admin.query('grant meernet_app to backup_owner with admin option')
  await admin.end()
  const first = await restoreInto(await emptyDatabase('backup_owner'))
  const again = join(folder, 'ordinary.meernet')
  await writeBackup({ url: first.url, masterKey, now: world.now() }, again, secret)
  const second = await restoreInto(await emptyDatabase('backup_owner'), again)
  expect(second.restored.rows).toBe(first.restored.rows)
  expect(await everything(asSuperuser(second.url))).toEqual(await everything(world.database.url))
})

test('a backup of an earlier state is brought up to date when it is restored', async () => {
  const earlier = migrations.slice(0, -3)
  const source = await emptyDatabase()
  const pool = new pg.Pool({ connectionString: source, max: 2 })
  pool.on('error', () => undefined)
  await migrate(pool, earlier)
  await pool.query(`insert into municipalities.municipality (id, nis_code, slug, name, jurisdiction, languages)
    values ('0199aaaa-0000-7000-8000-000000000001', '99001', 'vroeger', 'Vroeger', 'flanders', '{nl}')`)
  await pool.end()
  const old = join(folder, 'earlier.meernet')
  await writeBackup({ url: source, masterKey, now: world.now() }, old, secret)
  const { url, restored } = await restoreInto(await emptyDatabase(), old)
  expect(restored.updated).toEqual(migrations.slice(-3).map(({ name }) => name))
  const client = await connected(url)
  expect((await client.query('select name from municipalities.municipality')).rows).toEqual([{ name: 'Vroeger' }])
  await client.end()
})

async function restoreInto(url: string, from = file, opener = secret) {
  const keys: Buffer[] = []
  const keepMasterKey = (key: Buffer) => void keys.push(key)
  return { url, keys, restored: await restoreBackup(from, opener, { url, migrations, keepMasterKey }) }
}

async function emptyDatabase(owner?: string): Promise<string> {
  const name = `restored_${uuidv7().replaceAll('-', '')}`
  const admin = await connected(`${inject('serverUrl')}/postgres`)
  await admin.query(`create database ${name} ${owner ? `owner ${owner}` : ''}`)
  await admin.end()
  const url = `${inject('serverUrl')}/${name}`
  return owner ? url.replace(/\/\/[^@]+@/, `//${owner}:ordinary@`) : url
}

const asSuperuser = (url: string) => `${inject('serverUrl')}/${url.split('/').at(-1)}`

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Every row of every table as text, sorted; what changes by itself left out. */
async function everything(url: string): Promise<Record<string, string>> {
  const client = await connected(url)
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migrations', 'attempt') order by 1`)
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), '')) as sum from ${name} t`,
    )
    found[name] = rows[0]?.sum ?? ''
  }
  await client.end()
  return found
}

/** Constraints, policies and triggers, and whether they bind. */
async function schemaOf(url: string) {
  const client = await connected(url)
  const { rows } = await client.query<{ line: string }>(`
    select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint where conrelid <> 0
    union all select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
    union all select format('%s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relkind = 'r' and relrowsecurity
    union all select format('%s %s', polrelid::regclass, polname) from pg_policy order by 1`)
  await client.end()
  return rows.map(({ line }) => line)
}

async function schemasIn(url: string): Promise<readonly string[]> {
  const client = await connected(url)
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`,
  )
  await client.end()
  return rows.map(({ name }) => name)
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 2
  return changed
}

function exchanged(bytes: Buffer): Buffer {
  const [start, size] = [33, 65552]
  const chunk = (number: number) => bytes.subarray(start + number * size, start + (number + 1) * size)
  return Buffer.concat([bytes.subarray(0, start), chunk(1), chunk(0), bytes.subarray(start + 2 * size)])
}
