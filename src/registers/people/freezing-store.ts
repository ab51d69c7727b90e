import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'

/**
 * Freezes somebody's data for a request to restrict (P16), or lets them go with undefined: from then on the database shows them
 * to the program alone. As the program, after the right of a colleague was checked. False when it was so already.
 */
export async function freezePerson(
  tx: Tx,
  personId: string,
  freezing: { readonly on: IsoDate; readonly requestId: string } | undefined,
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('people.person')
    .set({ frozen_on: freezing?.on ?? null, frozen_for: freezing?.requestId ?? null })
    .where('id', '=', personId)
    .where('frozen_on', freezing ? 'is' : 'is not', null)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** Since when somebody's data are frozen, as the program sees it. */
export async function frozenOn(tx: Tx, personId: string): Promise<IsoDate | null> {
  const row = await tx.db.selectFrom('people.person').select('frozen_on').where('id', '=', personId).executeTakeFirst()
  return row?.frozen_on ?? null
}

/** Requests for which somebody's data are frozen still. For the program. */
export async function freezingRequests(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('people.person')
    .select('frozen_for')
    .where('frozen_for', 'is not', null)
    .execute()
  return rows.flatMap(({ frozen_for }) => frozen_for ?? [])
}

/** Since when, for a colleague who would see this person otherwise: so that the page says why it is empty. */
export async function frozenSince(tx: Tx, personId: string): Promise<IsoDate | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)) return null
  const { rows } = await sql<{ since: IsoDate | null }>`select people.frozen_since(${personId}::uuid) as since`.execute(
    tx.db,
  )
  return rows[0]?.since ?? null
}

/** How many frozen people a search names whole, for a colleague who would see them otherwise. */
export async function frozenFound(tx: Tx, text: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select people.frozen_found(${text.slice(0, 80)}) as count`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}
