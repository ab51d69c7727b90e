import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

/**
 * Freezes a card with those that were merged with it, for a request to restrict (P16), or lets them go with undefined: from then
 * on the database shows them to the program alone. As the program, after the right of a colleague was checked. False when it was
 * so already.
 */
export async function freezeCard(
  tx: Tx,
  cardId: string,
  freezing: { readonly on: IsoDate; readonly requestId: string } | undefined,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update detection.signal set frozen_on = ${freezing?.on ?? null}::date, frozen_for = ${freezing?.requestId ?? null}::uuid
    where (frozen_on is null) = ${freezing !== undefined} and id in (${mergedWith(cardId)})
    returning id`.execute(tx.db)
  return rows.length > 0
}

/** Since when a card is frozen by itself, and the person it became a case of. For the program. */
export async function frozenCard(
  tx: Tx,
  cardId: string,
): Promise<{ readonly since: IsoDate | null; readonly personId: string | null }> {
  const { rows } = await sql<{ since: IsoDate | null; personId: string | null }>`
    select min(frozen_on) as since, (array_agg(person_id) filter (where person_id is not null))[1] as "personId"
    from detection.signal where id in (${mergedWith(cardId)})`.execute(tx.db)
  return rows[0] ?? { since: null, personId: null }
}

/** Requests for which cards are frozen still. For the program. */
export async function freezingRequestsOfCards(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('detection.signal')
    .select('frozen_for')
    .where('frozen_for', 'is not', null)
    .execute()
  return rows.flatMap(({ frozen_for }) => frozen_for ?? [])
}

/** A card and all that tell the same: the one it was merged into, and those merged into that. */
const mergedWith = (cardId: string) => sql`
  with asked as (select coalesce(merged_into, id) as root from detection.signal where id = ${cardId}::uuid)
  select s.id from detection.signal s join asked on s.id = asked.root or s.merged_into = asked.root`
