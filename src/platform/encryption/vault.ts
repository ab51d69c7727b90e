import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { blindTokens } from './blind-index.ts'
import { open, type Place, seal } from './seal.ts'
import { type MasterKeys, unwrap, wrap } from './wrapping.ts'

/** Keys of all data zones, each wrapped by the master key and kept in the database; kept open for a moment per process. */
export type Vault = {
  /** Key of one zone, made at first use. */
  zone(municipalityId: string, zoneId: string): Promise<ZoneKey>
}

/** Seals and opens texts of one data zone. */
export type ZoneKey = {
  seal(place: Place, text: string): Buffer
  open(place: Place, sealed: Buffer): string
  /** Numbers under which `text` can be found again; see blind-index.ts. */
  tokens(text: string): readonly number[]
  /** 32 bytes that only this zone's key gives for `text`: to see that two texts are the same without keeping either. */
  digest(text: string): Buffer
}

/**
 * How long opened keys are used before the database is asked again, milliseconds. A new version of a key is sealed with only
 * well after that, so no process meets a text it cannot open.
 */
export const keysAreFreshMs = 20_000

/** Under this lock of the database keys are wrapped: shared by who makes one, alone by who changes the master key. */
export const keysLock = sql`hashtext('meernet-keys')`

/** A vault over `owner`, the connection that may read wrapped keys; a master key is 32 bytes. */
export function vaultOver(owner: Db, masterKey: Buffer | MasterKeys): Vault {
  const masterKeys = typeof masterKey === 'function' ? masterKey : () => [masterKey]
  const zones = new Map<string, { readonly key: Promise<ZoneKey>; readonly since: number }>()
  return {
    zone: (municipalityId, zoneId) => {
      const known = zones.get(zoneId)
      if (known && performance.now() - known.since < keysAreFreshMs) return known.key
      const key = loadZone(owner, masterKeys, municipalityId, zoneId)
      const loading = { key, since: performance.now() }
      zones.set(zoneId, loading)
      key.catch(() => zones.get(zoneId) === loading && zones.delete(zoneId))
      return key
    },
  }
}

async function loadZone(owner: Db, masterKeys: MasterKeys, municipalityId: string, zoneId: string): Promise<ZoneKey> {
  const keys = await wrappedKeys(owner, masterKeys, municipalityId, zoneId)
  const opened = new Map(
    keys.map(({ version, wrapped }) => [version, createSecretKey(unwrap(masterKeys(), zoneId, wrapped))]),
  )
  const newest = Math.max(...keys.filter(({ isSealedWith }) => isSealedWith).map(({ version }) => version))
  const keyOfVersion = (version: number) =>
    opened.get(version) ?? fail(`Zone ${zoneId} has no key of version ${version}.`)
  // From the first key, not the newest: rotation must not orphan what is indexed.
  const indexKey = keyFor(keyOfVersion(1), zoneId, 'meernet blind index')
  const digestKey = keyFor(keyOfVersion(1), zoneId, 'meernet digest')
  return {
    seal: (place, text) => seal({ version: newest, key: keyOfVersion(newest) }, place, text),
    open: (place, sealed) => open(keyOfVersion, place, sealed),
    tokens: (text) => blindTokens(indexKey, text),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest(),
  }
}

async function wrappedKeys(owner: Db, masterKeys: MasterKeys, municipalityId: string, zoneId: string) {
  const read = (db: Db) =>
    db
      .selectFrom('platform.zone_key')
      .select(['version', 'wrapped', sql<boolean>`sealing_from <= now()`.as('isSealedWith')])
      .where('zone_id', '=', zoneId)
      .orderBy('version')
      .execute()
  const found = await read(owner)
  if (found.length > 0) return found
  return owner.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock_shared(${keysLock})`.execute(db)
    const wrapped = wrap(masterKeys()[0] ?? fail('There is no master key.'), zoneId, randomBytes(32))
    // Two processes may get here together: the first row wins and both read it.
    await db
      .insertInto('platform.zone_key')
      .values({ municipality_id: municipalityId, zone_id: zoneId, version: 1, wrapped })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return read(db)
  })
}

/** NOTE a key object, not bytes: a card takes some hundreds of digests, and Node reads bytes as a key anew for each, six times as slow. */
function keyFor(zoneKey: KeyObject, zoneId: string, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', zoneKey, zoneId, use, 32)))
}

function fail(message: string): never {
  throw new Error(message)
}
