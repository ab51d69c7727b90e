import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Substitute } from './substitute.ts'

type Zone = { readonly zoneId: string }

/** Substitutes that count on `today` or later, standing ones too, by account. */
export async function substitutesIn(tx: Tx, zoneId: string, today: IsoDate): Promise<readonly Substitute[]> {
  const rows = await tx.db
    .selectFrom('detection.substitute')
    .select(['id', 'user_id', 'substitute_user_id', 'away_from', 'away_until'])
    .where('zone_id', '=', zoneId)
    .where((or) => or.or([or('away_until', 'is', null), or('away_until', '>=', today)]))
    .orderBy('away_from', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    substituteUserId: row.substitute_user_id,
    awayFrom: row.away_from,
    awayUntil: row.away_until,
  }))
}

/** Keeps a substitute; the same identifier twice is kept once. A standing one replaces the one before. */
export async function saveSubstitute(tx: Tx, substitute: Substitute & Zone): Promise<void> {
  if (substitute.awayFrom === null)
    await tx.db
      .deleteFrom('detection.substitute')
      .where('user_id', '=', substitute.userId)
      .where('zone_id', '=', substitute.zoneId)
      .where('away_from', 'is', null)
      .execute()
  await tx.db
    .insertInto('detection.substitute')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: substitute.id,
      zone_id: substitute.zoneId,
      user_id: substitute.userId,
      substitute_user_id: substitute.substituteUserId,
      away_from: substitute.awayFrom,
      away_until: substitute.awayUntil,
      created_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether there was such a substitute to remove. */
export async function removeSubstitute(tx: Tx, id: string): Promise<boolean> {
  const [removed] = await tx.db.deleteFrom('detection.substitute').where('id', '=', id).returning('id').execute()
  return removed !== undefined
}

/** The head of service of a zone, to whom goes what the substitute also left; null when nobody is chosen. */
export async function headOfService(tx: Tx, zoneId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('detection.inbox_setting')
    .select('escalation_to')
    .where('zone_id', '=', zoneId)
    .executeTakeFirst()
  return row?.escalation_to ?? null
}

/** Sets to whom late signals of a zone go; null: to nobody. */
export async function saveHeadOfService(tx: Tx, zoneId: string, userId: string | null): Promise<void> {
  const changed = {
    escalation_to: userId,
    changed_at: tx.now,
    changed_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
  }
  await tx.db
    .insertInto('detection.inbox_setting')
    .values({ municipality_id: tx.actor.municipalityId, zone_id: zoneId, ...changed })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'zone_id']).doUpdateSet(changed))
    .execute()
}
