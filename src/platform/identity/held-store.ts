import { sql } from 'kysely'
import type { Tx } from '../database/transact.ts'
import type { Held, HeldRecord } from '../fields/held.ts'

/** What signing in keeps of somebody who is or was a member here (P16); nothing of keys and secrets. As the program. */
export async function whatIdentityHolds(tx: Tx, accountId: string): Promise<Held> {
  const { rows } = await sql<{ held: Parts | null }>`select identity.held_of(${accountId}::uuid) as held`.execute(tx.db)
  const held = rows[0]?.held ?? {}
  return {
    records: partNames.flatMap((part) => (held[part] ?? []).map((row) => recordOf(`identity.${part}`, row))),
    leftOut: [],
  }
}

/** The tables that the copy of somebody's data has from here. */
export const heldInIdentity = (): readonly string[] => partNames.map((part) => `identity.${part}`)

const partNames = ['account', 'membership', 'passkey', 'session', 'phone'] as const
type Parts = { readonly [Part in (typeof partNames)[number]]?: readonly Row[] | null }
type Row = Readonly<Record<string, string | boolean | null>>

/** Moments as the other parts of a copy have them; the database writes them into JSON with its own offset. */
function recordOf(table: string, row: Row): HeldRecord {
  const values = Object.entries(row).flatMap(([column, value]) => {
    if (value === null || value === '') return []
    return [[column, typeof value === 'string' && column.endsWith('_at') ? new Date(value).toISOString() : value]]
  })
  return { table, values: Object.fromEntries(values) }
}
