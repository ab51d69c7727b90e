import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { type ComparedCard, comparedDays, type DuplicateReason, type LikelyPair, pairsAlike } from './likely-pairs.ts'

export type { DuplicateReason, LikelyPair } from './likely-pairs.ts'

/** Another signal that may be about the same person, not yet dismissed or merged. */
export type PossibleDuplicate = { readonly otherId: string; readonly because: DuplicateReason }

/** What may be double with one signal. */
export async function duplicatesOf(tx: Tx, id: string): Promise<readonly PossibleDuplicate[]> {
  const rows = await tx.db
    .selectFrom('detection.possible_duplicate')
    .select(['signal_id', 'other_id', 'because'])
    .where((or) => or.or([or('signal_id', '=', id), or('other_id', '=', id)]))
    .where('dismissed_at', 'is', null)
    .execute()
  return rows.map(({ signal_id, other_id, because }) => ({
    otherId: signal_id === id ? other_id : signal_id,
    because: because as DuplicateReason,
  }))
}

/** How many signals may be double, per signal. */
export async function duplicateCounts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select id, count(*)::int as count
    from detection.possible_duplicate d cross join lateral (values (d.signal_id), (d.other_id)) as both_ends (id)
    where d.dismissed_at is null and id = any(${[...ids]}::uuid[])
    group by id`.execute(tx.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Notes that two signals are about different people after all. */
export async function dismissDuplicate(tx: Tx, one: string, other: string): Promise<void> {
  const [first = one, second = other] = [one, other].sort()
  await tx.db
    .updateTable('detection.possible_duplicate')
    .set({ dismissed_at: tx.now, dismissed_by: tx.actor.kind === 'staff' ? tx.actor.userId : null })
    .where('signal_id', '=', first)
    .where('other_id', '=', second)
    .execute()
}

/** Cards that nobody compared with others yet, marked as compared from now on; at most 400 a time. */
export async function takeNewCards(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update detection.referral_card set compared_at = ${tx.now}
    where (municipality_id, id) in (
      select municipality_id, id from detection.referral_card where compared_at is null limit 400 for update skip locked)
    returning id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/**
 * Pairs of new cards with others of the same zone that look alike. The keyed numbers of all cards of those days are read once
 * and compared in memory: in SQL each pair took as long as a hundred here.
 */
export async function likelyPairs(tx: Tx, cardIds: readonly string[]): Promise<readonly LikelyPair[]> {
  if (cardIds.length === 0) return []
  const { rows } = await sql<ComparedCard>`
    with new as (select zone_id, filed_at from detection.referral_card where id = any(${[...cardIds]}::uuid[]))
    select id, zone_id as "zoneId", filed_at as "filedAt", encode(phone_digest, 'hex') as phone, encode(email_digest, 'hex') as email,
      name_tokens as "nameNumbers"
    from detection.referral_card
    where erased_at is null and zone_id in (select zone_id from new)
      and filed_at > (select min(filed_at) from new) - make_interval(days => ${comparedDays})`.execute(tx.db)
  return pairsAlike(rows, new Set(cardIds))
}

/** Keeps pairs for somebody to look at; one that was there stays as it is. */
export async function keepPairs(tx: Tx, pairs: readonly (LikelyPair & { readonly zoneId: string })[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.db
    .insertInto('detection.possible_duplicate')
    .values(
      pairs.map(({ one, other, because, zoneId }) => ({
        municipality_id: tx.actor.municipalityId,
        signal_id: one,
        other_id: other,
        zone_id: zoneId,
        because,
        found_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
