import type { IsoDate } from '@meernet/calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DueBefore } from './freshness.ts'

/** A service somebody has to look at. */
export type DueService = {
  readonly id: string
  readonly name: string
  readonly organisationName: string
  readonly verifiedOn: IsoDate
}

/** Services to look at, longest ago first, at most `limit`; with how many there are in all. */
export async function dueServices(
  tx: Tx,
  due: DueBefore,
  limit: number,
): Promise<{ readonly services: readonly DueService[]; readonly total: number }> {
  const { rows } = await sql<DueService & { total: number }>`
    select s.id, s.name, o.name as "organisationName", s.verified_on as "verifiedOn", count(*) over ()::int as total
    from organisations.service s
    join organisations.organisation o on o.municipality_id = s.municipality_id and o.id = s.organisation_id
    where s.status <> 'ended' and o.ended_on is null and ${isDue(due)}
    order by s.verified_on, s.name, s.id limit ${limit}`.execute(tx.db)
  return { services: rows.map(({ total: _, ...service }) => service), total: rows[0]?.total ?? 0 }
}

/** Notes that these colleagues are reminded today; gives those who were not since `remindedBefore`, that day included. */
export async function noteReminders(
  tx: Tx,
  userIds: readonly string[],
  today: IsoDate,
  remindedBefore: IsoDate,
): Promise<readonly string[]> {
  if (userIds.length === 0) return []
  const rows = await tx.db
    .insertInto('organisations.freshness_reminder')
    .values(userIds.map((user_id) => ({ municipality_id: tx.actor.municipalityId, user_id, reminded_on: today })))
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'user_id'])
        .doUpdateSet({ reminded_on: today })
        .where('organisations.freshness_reminder.reminded_on', '<=', remindedBefore),
    )
    .returning('user_id')
    .execute()
  return rows.map(({ user_id }) => user_id)
}

/** Forgets reminders of before `day`: who left, and who had nothing to look at for long. */
export async function forgetRemindersBefore(tx: Tx, day: IsoDate): Promise<void> {
  await tx.db.deleteFrom('organisations.freshness_reminder').where('reminded_on', '<', day).execute()
}

function isDue({ keeper, own, all }: DueBefore): RawBuilder<boolean> {
  const ownDue = sql<boolean>`(o.zone_id is not distinct from ${keeper}::uuid and s.verified_on < ${own}::date)`
  return all === undefined ? ownDue : sql<boolean>`(${ownDue} or s.verified_on < ${all}::date)`
}
