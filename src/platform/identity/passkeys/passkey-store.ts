import type { Db } from '../../database/connect.ts'

/** A passkey as its owner sees it. */
export type OwnPasskey = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** What checking an answer of a passkey needs. */
export type KnownPasskey = {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
}

export type NewPasskey = KnownPasskey & { readonly transports: readonly string[]; readonly name: string }

/** Passkeys of an account, oldest first. NOTE as the owner, like all here: accounts belong to no municipality. */
export async function passkeysOf(owner: Db, accountId: string): Promise<readonly OwnPasskey[]> {
  const rows = await owner
    .selectFrom('identity.passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, name, created_at, last_used_at }) => ({
    id,
    name,
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }))
}

/** What the browser calls the passkeys of an account, so that one device does not make a second. */
export async function credentialIdsOf(owner: Db, accountId: string): Promise<readonly string[]> {
  const rows = await owner
    .selectFrom('identity.passkey')
    .select('credential_id')
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(({ credential_id }) => credential_id)
}

/** The passkey that the browser calls `credentialId`. */
export async function passkeyCalled(owner: Db, credentialId: string): Promise<KnownPasskey | undefined> {
  const row = await owner
    .selectFrom('identity.passkey')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'sign_count'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, account_id, credential_id, public_key, sign_count } = row
  return {
    id,
    accountId: account_id,
    credentialId: credential_id,
    publicKey: public_key,
    signCount: Number(sign_count),
  }
}

/** Keeps a new passkey; false when it is known already, to whomever. */
export async function addPasskey(owner: Db, passkey: NewPasskey, now: Date): Promise<boolean> {
  const row = await owner
    .insertInto('identity.passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      sign_count: passkey.signCount,
      transports: [...passkey.transports],
      name: passkey.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes a use, with the count the device gave. */
export async function notePasskeyUse(owner: Db, id: string, signCount: number, now: Date): Promise<void> {
  await owner
    .updateTable('identity.passkey')
    .set({ sign_count: signCount, last_used_at: now })
    .where('id', '=', id)
    .execute()
}

/** Gives a passkey of an account another name; false when it has none like that. */
export async function renamePasskey(owner: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const row = await owner
    .updateTable('identity.passkey')
    .set({ name })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes a passkey of an account; false when it has none like that. */
export async function removePasskey(owner: Db, accountId: string, id: string): Promise<boolean> {
  const row = await owner
    .deleteFrom('identity.passkey')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes a challenge as used; false when it was used before. */
export async function useChallenge(owner: Db, challengeHash: Buffer, now: Date): Promise<boolean> {
  const row = await owner
    .insertInto('identity.used_challenge')
    .values({ challenge_hash: challengeHash, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('used_at')
    .executeTakeFirst()
  return row !== undefined
}
