import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import { municipalTimeZone } from '../messages/index.ts'

/** Accounts of a zone whose last membership, in whatever municipality, ended before `before`, with the day. As the program. */
export async function accountsLeftBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  const { rows } = await sql<{ id: string; left_at: Date }>`
    select id, left_at from identity.accounts_left_before(${zoneId}::uuid, ${before}) order by left_at`.execute(tx.db)
  return rows.map(({ id, left_at }) => ({ id, closedOn: isoDateIn(municipalTimeZone, left_at) }))
}

/**
 * Empties accounts: name, address, ways of signing in and devices go; the row stays, for the log tells what was done in it by
 * role and organisation. One that is open in another municipality is left alone. Gives how many rows of which table. As the
 * program.
 */
export async function emptyAccounts(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select name, count::int as count from identity.empty_accounts(${[...ids]}::uuid[])`.execute(tx.db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

/** The tables that `emptyAccounts` empties. */
export const erasedInIdentity = [
  'identity.credential',
  'identity.passkey',
  'identity.two_factor',
  'identity.session',
  'identity.phone',
  'identity.invitation',
  'identity.account',
] as const
