import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '../database/connect.ts'
import { blindTokens } from './blind-index.ts'
import { open, type Place, seal } from './seal.ts'

/** Keys of all data zones, each wrapped by the master key and kept in the database; opened once per process. */
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

/** A vault over `owner`, the connection that may read wrapped keys; `masterKey` is 32 bytes. */
export function vaultOver(owner: Db, masterKey: Buffer): Vault {
  const zones = new Map<string, Promise<ZoneKey>>()
  return {
    zone: (municipalityId, zoneId) => {
      const known = zones.get(zoneId)
      if (known) return known
      const loading = loadZone(owner, masterKey, municipalityId, zoneId)
      zones.set(zoneId, loading)
      loading.catch(() => zones.delete(zoneId))
      return loading
    },
  }
}

async function loadZone(owner: Db, masterKey: Buffer, municipalityId: string, zoneId: string): Promise<ZoneKey> {
  const keys = await wrappedKeys(owner, masterKey, municipalityId, zoneId)
  const opened = new Map(keys.map(({ version, wrapped }) => [version, unwrap(masterKey, zoneId, wrapped)]))
  const newest = Math.max(...opened.keys())
  const keyOfVersion = (version: number) =>
    opened.get(version) ?? fail(`Zone ${zoneId} has no key of version ${version}.`)
  // From the first key, not the newest: rotation must not orphan what is indexed.
  const indexKey = Buffer.from(hkdfSync('sha256', keyOfVersion(1), zoneId, 'meernet blind index', 32))
  const digestKey = Buffer.from(hkdfSync('sha256', keyOfVersion(1), zoneId, 'meernet digest', 32))
  return {
    seal: (place, text) => seal({ version: newest, key: keyOfVersion(newest) }, place, text),
    open: (place, sealed) => open(keyOfVersion, place, sealed),
    tokens: (text) => blindTokens(indexKey, text),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest(),
  }
}

async function wrappedKeys(owner: Db, masterKey: Buffer, municipalityId: string, zoneId: string) {
  const read = () =>
    owner
      .selectFrom('platform.zone_key')
      .select(['version', 'wrapped'])
      .where('zone_id', '=', zoneId)
      .orderBy('version')
      .execute()
  const found = await read()
  if (found.length > 0) return found
  // Two processes may get here together: the first row wins and both read it.
  const wrapped = wrap(masterKey, zoneId, randomBytes(32))
  await owner
    .insertInto('platform.zone_key')
    .values({ municipality_id: municipalityId, zone_id: zoneId, version: 1, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return read()
}

/** AES-256-GCM under the master key: 12 bytes vector, 32 bytes key, 16 bytes tag. */
function wrap(masterKey: Buffer, zoneId: string, key: Buffer): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', masterKey, iv)
  cipher.setAAD(Buffer.from(zoneId))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

function unwrap(masterKey: Buffer, zoneId: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(zoneId))
  decipher.setAuthTag(wrapped.subarray(-16))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
  } catch (error) {
    throw new Error('The master key does not fit this database. Put back the key file it was made with.', {
      cause: error,
    })
  }
}

function fail(message: string): never {
  throw new Error(message)
}
