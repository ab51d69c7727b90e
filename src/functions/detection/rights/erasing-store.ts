import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'

/** Cards of a zone that ended before `before` without a case, with the day; none that is frozen, by itself or with its person. */
export async function cardsEndedBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  const { rows } = await sql<{ id: string; changed_at: Date }>`
    select id, changed_at from detection.signal
    where zone_id = ${zoneId}::uuid and state in ('declined', 'closed') and merged_into is null and changed_at < ${before}
      and id not in (select detection.frozen_cards())
    order by changed_at`.execute(tx.db)
  return rows.map(({ id, changed_at }) => ({ id, closedOn: isoDateIn(municipalTimeZone, changed_at) }))
}

/** The people among these with a card that is still on its way, or changed at `since` or later. */
export async function peopleWithCardSince(
  tx: Tx,
  personIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from detection.signal
    where person_id = any(${[...personIds]}::uuid[])
      and (changed_at >= ${since} or state not in ('declined', 'closed', 'case'))`.execute(tx.db)
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The cards of people, and those that became these cases. */
export async function cardIdsOf(
  tx: Tx,
  { personIds = [], caseIds = [] }: { readonly personIds?: readonly string[]; readonly caseIds?: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from detection.signal where person_id = any(${[...personIds]}::uuid[]) or case_id = any(${[...caseIds]}::uuid[])`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** Deletes cards, those merged into them, and all that hangs on them; gives how many rows of which table. */
export async function eraseCards(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  if (ids.length === 0) return counts
  const { rows: merged } = await sql<{ id: string }>`
    select id from detection.signal where merged_into = any(${[...ids]}::uuid[])`.execute(tx.db)
  const all = [...new Set([...ids, ...merged.map(({ id }) => id)])]
  for (const [table, column] of partsFirst) {
    const { rows } = await sql<{ count: number }>`
      with gone as (delete from ${sql.table(table)} where ${sql.ref(column)} = any(${all}::uuid[]) returning 1)
      select count(*)::int as count from gone`.execute(tx.db)
    counts[table] = (counts[table] ?? 0) + (rows[0]?.count ?? 0)
  }
  return counts
}

/** The tables from which `eraseCards` deletes. */
export const erasedWithCards = (): readonly string[] => [...new Set(partsFirst.map(([table]) => table))]

const partsFirst = [
  ['detection.possible_duplicate', 'signal_id'],
  ['detection.possible_duplicate', 'other_id'],
  ['detection.second_request', 'signal_id'],
  ['detection.tell_back', 'signal_id'],
  ['detection.signal_event', 'signal_id'],
  ['detection.told_word', 'card_id'],
  ['detection.card_agreement', 'card_id'],
  ['detection.signal', 'id'],
  ['detection.referral_card', 'id'],
] as const
