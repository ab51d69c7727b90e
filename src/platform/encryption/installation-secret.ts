import { createHmac } from 'node:crypto'
import type { Db } from '../database/connect.ts'
import { type MasterKeys, unwrap, wrap } from './wrapping.ts'

/** Under this identifier the secret stands between the keys of the data zones; it is of none. */
const secretId = '00000000-0000-0000-0000-000000000001'

/**
 * Keys rate limits, form tokens and what sign-in keeps; 32 bytes. Made from the master key once, and from then on kept under
 * it: a new master key must not make everybody's second factor unreadable.
 */
export async function installationSecret(owner: Db, masterKeys: MasterKeys): Promise<Buffer> {
  const read = () =>
    owner
      .selectFrom('platform.zone_key')
      .select('wrapped')
      .where('zone_id', '=', secretId)
      .where('version', '=', 1)
      .executeTakeFirst()
  const kept = await read()
  if (kept) return unwrap(masterKeys(), secretId, kept.wrapped)
  const [masterKey] = masterKeys()
  if (!masterKey) throw new Error('There is no master key.')
  await refuseForeign(owner, masterKeys)
  const secret = createHmac('sha256', masterKey).update('meernet form and rate secrets').digest()
  await owner
    .insertInto('platform.zone_key')
    .values({ municipality_id: secretId, zone_id: secretId, version: 1, wrapped: wrap(masterKey, secretId, secret) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const first = await read()
  return first ? unwrap(masterKeys(), secretId, first.wrapped) : secret
}

/** A master key that does not open the keys that are there must not make a secret beside them: both would seem to fit. */
async function refuseForeign(owner: Db, masterKeys: MasterKeys): Promise<void> {
  const known = await owner.selectFrom('platform.zone_key').select(['zone_id', 'wrapped']).limit(1).executeTakeFirst()
  if (known) unwrap(masterKeys(), known.zone_id, known.wrapped)
}
