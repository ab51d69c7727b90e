/**
 * Changing keys while everybody works.
 *
 * The master key: its successor is put beside it (`master-key.next`), every wrapped key is wrapped again in one transaction,
 * and the successor takes its place. Killed in between, both are there and every process opens with either.
 *
 * The keys of the data zones: every zone gets a next version that is readable at once and sealed with a little later, when
 * every process knows it; then all older texts are sealed again in batches, and walked once more until nothing is left.
 * Killed in between, the next change goes on with the same version. Version 1 stays for search; of the others, the one before
 * stays readable until the change after.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { masterKeyFile, nextMasterKeyFile, readMasterKey, writeMasterKey } from './master-key.ts'
import { type OpenedKeys, type Resealed, resealAll } from './reseal-store.ts'
import { keysAreFreshMs, keysLock } from './vault.ts'
import { type MasterKeys, unwrap, wrap } from './wrapping.ts'

/** Zones that hold no texts: the installation's secret. */
const secretId = '00000000-0000-0000-0000-000000000001'

/** Puts a new master key in the file of `varFolder`; gives how many keys are under it now. */
export async function changeMasterKeyFile(owner: Db, varFolder: string): Promise<number> {
  const [file, next] = [masterKeyFile(varFolder), nextMasterKeyFile(varFolder)]
  return underKeysLock(owner, async (db) => {
    if (!existsSync(next)) writeMasterKey(next, randomBytes(32))
    const keys = [readMasterKey(next), readMasterKey(file)]
    return rewrapAll(db, () => keys)
  }).then((count) => {
    renameSync(next, file)
    return count
  })
}

/** Wraps every key with the first of `masterKeys`; gives how many. */
export function rewrapUnderFirst(owner: Db, masterKeys: MasterKeys): Promise<number> {
  return underKeysLock(owner, (db) => rewrapAll(db, masterKeys))
}

async function rewrapAll(db: Db, masterKeys: MasterKeys): Promise<number> {
  const keys = masterKeys()
  const [first] = keys
  if (!first) throw new Error('There is no master key.')
  const rows = await db.selectFrom('platform.zone_key').select(['zone_id', 'version', 'wrapped']).execute()
  for (const { zone_id, version, wrapped } of rows) {
    await db
      .updateTable('platform.zone_key')
      .set({ wrapped: wrap(first, zone_id, unwrap(keys, zone_id, wrapped)) })
      .where('zone_id', '=', zone_id)
      .where('version', '=', version)
      .execute()
  }
  return rows.length
}

/** How a change of the zones' keys went. */
export type Rotation = Resealed & { readonly version: number; readonly zones: number; readonly continued: boolean }

export type RotationWishes = {
  /** How long before the new keys are sealed with; longer than a process keeps opened keys. */
  readonly delayMs?: number
  readonly onProgress?: (texts: number) => void
}

/** Gives every zone a next key and seals everything with it; goes on with a change that was interrupted. */
export async function changeZoneKeys(
  owner: Db,
  masterKeys: MasterKeys,
  { delayMs = keysAreFreshMs * 2, onProgress }: RotationWishes = {},
): Promise<Rotation> {
  const { version, continued } = await nextVersion(owner)
  const zones = await makeVersion(owner, masterKeys, version, delayMs)
  await untilSealedWith(owner, version)
  const unopened: Record<string, number> = {}
  let texts = 0
  for (let isDone = false; !isDone; ) {
    const walk = await resealAll(owner, await openedKeys(owner, masterKeys), version, (count) =>
      onProgress?.(texts + count),
    )
    texts += walk.texts
    Object.assign(unopened, walk.unopened)
    isDone = walk.texts === 0
  }
  await finish(owner, version)
  return { version, zones, continued, texts, unopened }
}

async function nextVersion(owner: Db): Promise<{ version: number; continued: boolean }> {
  const { rows } = await sql<{ newest: number; unfinished: number | null }>`
    select coalesce(max(version), 1) as newest, max(version) filter (where version > 1 and resealed_at is null) as unfinished
    from platform.zone_key`.execute(owner)
  const { newest = 1, unfinished = null } = rows[0] ?? {}
  return unfinished === null ? { version: newest + 1, continued: false } : { version: unfinished, continued: true }
}

/** Gives every zone that lacks it a key of this version; the number of zones. */
function makeVersion(owner: Db, masterKeys: MasterKeys, version: number, delayMs: number): Promise<number> {
  return underKeysLock(owner, async (db) => {
    const [first] = masterKeys()
    if (!first) throw new Error('There is no master key.')
    const zones = await db
      .selectFrom('platform.zone_key')
      .select(['municipality_id', 'zone_id'])
      .distinct()
      .where('zone_id', '<>', secretId)
      .execute()
    for (const zone of zones) {
      await db
        .insertInto('platform.zone_key')
        .values({
          ...zone,
          version,
          wrapped: wrap(first, zone.zone_id, randomBytes(32)),
          sealing_from: sql<Date>`now() + ${`${delayMs} milliseconds`}::interval`,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    return zones.length
  })
}

async function untilSealedWith(owner: Db, version: number): Promise<void> {
  const { rows } = await sql<{ ms: number }>`
    select greatest(0, coalesce(extract(epoch from max(sealing_from) - clock_timestamp()), 0) * 1000)::float8 as ms
    from platform.zone_key where version = ${version}`.execute(owner)
  // And until every process has asked the database again, and so seals with it.
  const wait = rows[0]?.ms ?? 0
  if (wait > 0) await sleep(wait + keysAreFreshMs)
}

/** All keys of all zones, opened. */
async function openedKeys(owner: Db, masterKeys: MasterKeys): Promise<OpenedKeys> {
  const rows = await owner
    .selectFrom('platform.zone_key')
    .select(['zone_id', 'version', 'wrapped'])
    .where('zone_id', '<>', secretId)
    .execute()
  const keys = masterKeys()
  const byZone = Map.groupBy(rows, ({ zone_id }) => zone_id)
  return new Map(
    [...byZone].map(([zoneId, versions]) => [
      zoneId,
      new Map(versions.map(({ version, wrapped }) => [version, unwrap(keys, zoneId, wrapped)])),
    ]),
  )
}

/** Notes that nothing older is left, and forgets the versions before the one before. */
async function finish(owner: Db, version: number): Promise<void> {
  await sql`update platform.zone_key set resealed_at = now() where version = ${version}`.execute(owner)
  await sql`delete from platform.zone_key where version > 1 and version < ${version} - 1
    and zone_id <> ${secretId}`.execute(owner)
}

function underKeysLock<Result>(owner: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return owner.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${keysLock})`.execute(db)
    return work(db)
  })
}
