import { uuidv7 } from 'uuidv7'
import type { Db } from '../../database/connect.ts'
import type { StaffLanguage } from '../../messages/index.ts'

/** Somebody who can sign in. Belongs to no municipality; NOTE read and written as the owner. */
export type Account = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: StaffLanguage
  readonly hasSecondFactor: boolean
  /** Whether a link sent to the address signs in; its owner may shut that. */
  readonly opensByMail: boolean
}

/** The account; undefined when there is none. One that was emptied still is, without name and address. */
export const accountById = (owner: Db, id: string) => oneAccount(owner, 'id', id)
export const accountByEmail = (owner: Db, email: string) => oneAccount(owner, 'email', email.toLowerCase())

/** The account with this address, made when there is none yet. */
export async function accountFor(
  owner: Db,
  { email, name, language }: { readonly email: string; readonly name: string; readonly language: StaffLanguage },
): Promise<Account> {
  await owner
    .insertInto('identity.account')
    .values({ id: uuidv7(), email: email.toLowerCase(), name, language })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const account = await accountByEmail(owner, email)
  if (!account) throw new Error('The account that was just made is not there.')
  return account
}

/** Whether there is a password; with one, signing in asks a code as well. */
export async function hasPassword(owner: Db, accountId: string): Promise<boolean> {
  const row = await owner
    .selectFrom('identity.credential')
    .select('id')
    .where('account_id', '=', accountId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps the name and language somebody chose. */
export async function saveAccount(
  owner: Db,
  id: string,
  { name, language }: { readonly name: string; readonly language: StaffLanguage },
): Promise<void> {
  await owner.updateTable('identity.account').set({ name, language }).where('id', '=', id).execute()
}

/** Notes a one-time code as used; false when it was used before. Codes live a minute and a half; the note five. */
export async function useCode(owner: Db, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  await owner
    .deleteFrom('identity.used_code')
    .where('account_id', '=', accountId)
    .where('used_at', '<', new Date(now.getTime() - 5 * 60_000))
    .execute()
  const kept = await owner
    .insertInto('identity.used_code')
    .values({ account_id: accountId, code_hash: codeHash, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return kept !== undefined
}

async function oneAccount(owner: Db, column: 'id' | 'email', value: string): Promise<Account | undefined> {
  const row = await owner
    .selectFrom('identity.account')
    .select(['id', 'email', 'name', 'language', 'two_factor_enabled', 'opens_by_mail'])
    .where(column, '=', value)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language as StaffLanguage,
    hasSecondFactor: row.two_factor_enabled,
    opensByMail: row.opens_by_mail,
  }
}
