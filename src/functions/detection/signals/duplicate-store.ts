import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'

export type DuplicateReason = 'samePhone' | 'sameEmail' | 'similarNameAndPlace'

/** Another signal that may be about the same person, not yet dismissed or merged. */
export type PossibleDuplicate = { readonly otherId: string; readonly because: DuplicateReason }

/** Days back in which two cards are compared. */
const days = 180
/** Share of the keyed numbers of name and place that two cards have in common, before they are opened and compared. */
const leastShare = 0.6

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

/** Cards that nobody compared with others yet, marked as compared from now on; at most 100 a time. */
export async function takeNewCards(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update detection.referral_card set compared_at = ${tx.now}
    where (municipality_id, id) in (
      select municipality_id, id from detection.referral_card where compared_at is null limit 100 for update skip locked)
    returning id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** A pair that looks alike by its keyed numbers; names and places still have to be opened and compared. */
export type LikelyPair = { readonly one: string; readonly other: string; readonly because: DuplicateReason }

/** Pairs of new cards with others of the same zone: the same telephone or e-mail, or much of name and place in common. */
export async function likelyPairs(tx: Tx, cardIds: readonly string[]): Promise<readonly LikelyPair[]> {
  if (cardIds.length === 0) return []
  const { rows } = await sql<LikelyPair>`
    select distinct on (least(new.id, old.id), greatest(new.id, old.id))
      least(new.id, old.id) as one, greatest(new.id, old.id) as other,
      case when new.phone_digest = old.phone_digest then 'samePhone'
           when new.email_digest = old.email_digest then 'sameEmail' else 'similarNameAndPlace' end as because
    from detection.referral_card new
    join detection.referral_card old on old.municipality_id = new.municipality_id and old.zone_id = new.zone_id
      and old.id <> new.id and old.erased_at is null and old.filed_at > new.filed_at - make_interval(days => ${days})
    where new.id = any(${[...cardIds]}::uuid[]) and new.erased_at is null and (
      new.phone_digest = old.phone_digest or new.email_digest = old.email_digest
      or (cardinality(new.name_tokens) >= 12 and (
        select count(*) from unnest(old.name_tokens) token where token = any(new.name_tokens)
      ) >= ${leastShare}::float8 * least(cardinality(new.name_tokens), cardinality(old.name_tokens))))`.execute(tx.db)
  return rows
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
