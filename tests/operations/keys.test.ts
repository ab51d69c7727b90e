import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationSecret } from '../../src/platform/encryption/installation-secret.ts'
import {
  masterKeyFile,
  masterKeyOf,
  nextMasterKeyFile,
  readMasterKey,
  writeMasterKey,
} from '../../src/platform/encryption/master-key.ts'
import { resealAll } from '../../src/platform/encryption/reseal-store.ts'
import { changeMasterKeyFile, changeZoneKeys, rewrapUnderFirst } from '../../src/platform/encryption/rotation.ts'
import { sealedColumns } from '../../src/platform/encryption/sealed-columns.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { meernet } from '../support/command-line.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import type { World } from '../support/world.ts'

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-keys-'))
const config = { varFolder, masterKey: undefined }
const secretId = '00000000-0000-0000-0000-000000000001'
let world: World

beforeAll(async () => {
  world = await openDemoWorld()
  writeMasterKey(masterKeyFile(varFolder), world.masterKey)
})
afterAll(async () => {
  await world.close()
  rmSync(varFolder, { recursive: true, force: true })
})

/** Sealed texts by version of their key. */
async function textsByVersion(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { schema, table, column } of await sealedColumns(world.database.owner)) {
    const { rows } = await sql<{ version: number; count: number }>`
      select get_byte(${sql.ref(column)}, 1) * 256 + get_byte(${sql.ref(column)}, 2) as version, count(*)::int as count
      from ${sql.table(`${schema}.${table}`)} where ${sql.ref(column)} is not null group by 1`.execute(
      world.database.owner,
    )
    for (const { version, count } of rows) found[version] = (found[version] ?? 0) + count
  }
  return found
}

const noteOf = async () => {
  const { rows } = await sql<{ municipality_id: string; zone_id: string; id: string; text: Buffer }>`
    select municipality_id, zone_id, id, text from guidance.note order by id limit 1`.execute(world.database.owner)
  const [row] = rows
  if (!row) throw new Error('the demo has no note')
  return row
}
const read = async (masterKeys = masterKeyOf(config, false).all) => {
  const note = await noteOf()
  const zone = await vaultOver(world.database.owner, masterKeys).zone(note.municipality_id, note.zone_id)
  return zone.open({ column: 'guidance.note.text', rowId: note.id }, note.text)
}

test('every column that holds sealed text is found by itself, and no fingerprint is taken for one', async () => {
  const names = (await sealedColumns(world.database.owner)).map((one) => `${one.schema}.${one.table}.${one.column}`)
  expect(names).toContain('guidance.note.text')
  expect(names).toContain('detection.signal_event.note_sealed')
  expect(names).toContain('platform.outgoing_mail.sealed')
  expect(names.filter((name) => /hash|digest|wrapped/.test(name))).toEqual([])
})

test('a new master key leaves every text and the secret of sign-in readable, and the old key opens nothing', async () => {
  const before = await read()
  const secret = await installationSecret(world.database.owner, masterKeyOf(config, false).all)
  const old = readMasterKey(masterKeyFile(varFolder))
  expect(await changeMasterKeyFile(world.database.owner, varFolder)).toBeGreaterThan(2)
  expect(readMasterKey(masterKeyFile(varFolder)).equals(old)).toBe(false)
  expect(await read()).toBe(before)
  expect((await installationSecret(world.database.owner, masterKeyOf(config, false).all)).equals(secret)).toBe(true)
  await expect(read(() => [old])).rejects.toThrow('does not fit')
})

test('a process that runs while the master key changes opens and makes zones before, during and after', async () => {
  const running = masterKeyOf(config, false).all
  const vault = () => vaultOver(world.database.owner, running)
  // Killed between wrapping again and putting the successor in its place: both files are there.
  const next = randomBytes(32)
  writeMasterKey(nextMasterKeyFile(varFolder), next)
  await rewrapUnderFirst(world.database.owner, running)
  expect(await read(running)).toBeTruthy()
  const zoneId = '0199aaaa-0000-7000-8000-000000000001'
  const sealed = (await vault().zone(zoneId, zoneId)).seal({ column: 'x', rowId: 'y' }, 'woorden')
  // The next change goes on with the same successor.
  await changeMasterKeyFile(world.database.owner, varFolder)
  expect(existsSync(nextMasterKeyFile(varFolder))).toBe(false)
  expect(readMasterKey(masterKeyFile(varFolder)).equals(next)).toBe(true)
  expect((await vault().zone(zoneId, zoneId)).open({ column: 'x', rowId: 'y' }, sealed)).toBe('woorden')
})

test('new keys of the zones seal every text of every column again, and all still open', async () => {
  const before = await read()
  const was = await textsByVersion()
  expect(Object.keys(was)).toEqual(['1'])
  const { all } = masterKeyOf(config, false)
  const rotation = await changeZoneKeys(world.database.owner, all, { delayMs: 0 })
  expect(rotation).toMatchObject({ version: 2, continued: false, texts: was['1'], unopened: {} })
  expect(await textsByVersion()).toEqual({ 2: was['1'] })
  expect(await read()).toBe(before)
})

test('what is sealed while keys change is sealed with a key that every process knows', async () => {
  const { all } = masterKeyOf(config, false)
  const note = await noteOf()
  const vault = vaultOver(world.database.owner, all)
  const place = { column: 'guidance.note.text', rowId: note.id }
  await sql`insert into platform.zone_key (municipality_id, zone_id, version, wrapped, sealing_from, resealed_at)
    select municipality_id, zone_id, 3, wrapped, now() + interval '1 hour', null from platform.zone_key
    where zone_id = ${note.zone_id} and version = 2`.execute(world.database.owner)
  const zone = await vault.zone(note.municipality_id, note.zone_id)
  expect(zone.seal(place, 'nieuw').readUInt16BE(1)).toBe(2)
  await sql`delete from platform.zone_key where version = 3`.execute(world.database.owner)
})

test('a change that was killed half-way goes on where it was and leaves nothing of an older key', async () => {
  const { all } = masterKeyOf(config, false)
  const texts = (await textsByVersion())['2'] ?? 0
  const killed = changeZoneKeys(world.database.owner, all, {
    delayMs: 0,
    onProgress: (count) => {
      if (count > texts / 3) throw new Error('killed')
    },
  })
  await expect(killed).rejects.toThrow('killed')
  const half = await textsByVersion()
  expect(half['2']).toBeGreaterThan(0)
  expect(half['3']).toBeGreaterThan(0)
  expect(await read()).toBeTruthy()
  const rotation = await changeZoneKeys(world.database.owner, all, { delayMs: 0 })
  expect(rotation).toMatchObject({ version: 3, continued: true })
  expect(await textsByVersion()).toEqual({ 3: texts })
})

test('a text changed by somebody between reading and sealing again keeps the change', async () => {
  const { all } = masterKeyOf(config, false)
  const note = await noteOf()
  const zone = await vaultOver(world.database.owner, all).zone(note.municipality_id, note.zone_id)
  const place = { column: 'guidance.note.text', rowId: note.id }
  const changed = zone.seal(place, 'intussen veranderd')
  await sql`update guidance.note set text = ${changed} where id = ${note.id}`.execute(world.database.owner)
  await changeZoneKeys(world.database.owner, all, { delayMs: 0 })
  expect(await read()).toBe('intussen veranderd')
})

test('after changes the versions before the one before are gone, and version 1 stays for search', async () => {
  const { rows } = await sql<{ versions: number[] }>`
    select array_agg(version order by version) as versions from platform.zone_key
    where zone_id = ${(await noteOf()).zone_id}`.execute(world.database.owner)
  expect(rows[0]?.versions).toEqual([1, 3, 4])
})

test('a text that no key opens is counted by column and left as it is', async () => {
  const note = await noteOf()
  const strange = Buffer.concat([Buffer.from([1, 0, 1]), randomBytes(40)])
  await sql`update guidance.note set text = ${strange} where id = ${note.id}`.execute(world.database.owner)
  const { unopened } = await resealAll(world.database.owner, new Map(), 5)
  expect(unopened['guidance.note.text']).toBeGreaterThan(0)
  expect((await noteOf()).text.equals(strange)).toBe(true)
})

test('a master key in the settings is not changed without a new one beside it', async () => {
  const { exitCode, json } = await meernet(world, 'keys', 'rotate', '--master-only', '--json')
  expect(exitCode).toBe(1)
  expect(json.error).toMatchObject({ code: 'one-key', message: expect.stringContaining('MEERNET_MASTER_KEY_OLD') })
})

test('a master key that does not fit makes no secret where there is none beside the keys of the zones', async () => {
  const { owner } = world.database
  const secrets = owner.selectFrom('platform.zone_key').select('wrapped').where('zone_id', '=', secretId)
  const before = await secrets.execute()
  await owner.deleteFrom('platform.zone_key').where('zone_id', '=', secretId).execute()
  await expect(installationSecret(owner, () => [randomBytes(32)])).rejects.toThrow('does not fit this database')
  expect(await secrets.execute()).toEqual([])
  for (const { wrapped } of before)
    await owner
      .insertInto('platform.zone_key')
      .values({ municipality_id: secretId, zone_id: secretId, version: 1, wrapped })
      .execute()
})
