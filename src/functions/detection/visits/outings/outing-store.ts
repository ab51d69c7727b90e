import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** Rounds on which this visitor is out now. */
export async function roundsOut(tx: Tx, visitorId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('detection.outing')
    .select('round_id')
    .where('visitor_id', '=', visitorId)
    .where('back_at', 'is', null)
    .execute()
  return new Set(rows.map(({ round_id }) => round_id))
}

/** Somebody who is out, or was until today. */
export type Outing = {
  readonly id: string
  readonly roundId: string
  readonly visitorId: string
  readonly campaignId: string
  readonly campaignName: string
  readonly onCallUserId: string
  readonly checkedInAt: Date
  readonly expectedBackAt: Date
  readonly backAt: Date | null
  readonly escalatedAt: Date | null
}

/** Who is out now, longest expected first; with who came back since `since`. */
export async function outingsSince(tx: Tx, since: Date): Promise<readonly Outing[]> {
  return outingsWhere(tx, sql<boolean>`o.back_at is null or o.back_at >= ${since}`)
}

/** Who should have been back before `moment`; only those not brought to the coordinator on call yet, unless asked. */
export async function overdueOutings(
  tx: Tx,
  moment: Date,
  which: 'to escalate' | 'also escalated' = 'to escalate',
): Promise<readonly Outing[]> {
  const isNew = which === 'to escalate' ? sql`and o.escalated_at is null` : sql``
  return outingsWhere(tx, sql<boolean>`o.back_at is null and o.expected_back_at < ${moment} ${isNew}`)
}

/** Notes that these were escalated. */
export async function markEscalated(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('detection.outing')
    .set({ escalated_at: tx.now })
    .where('id', 'in', [...ids])
    .execute()
}

/** Notes that a coordinator heard that somebody is safe; false when that was known already. */
export async function settleOuting(tx: Tx, id: string, by: string): Promise<boolean | undefined> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.outing')
    .set({ back_at: tx.now, settled_by: by })
    .where('id', '=', id)
    .where('back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n || isThere(tx, 'detection.outing', id)
}

/** An alarm or a call for help of a visitor. No content: that is told by voice. */
export type VisitCall = {
  readonly id: string
  readonly kind: 'alarm' | 'help'
  readonly visitorId: string
  readonly calledAt: Date
  readonly takenAt: Date | null
}

/** Calls nobody took yet, and those since `since`, newest first. */
export async function callsSince(tx: Tx, since: Date): Promise<readonly VisitCall[]> {
  const rows = await tx.db
    .selectFrom('detection.visit_call')
    .select(['id', 'kind', 'visitor_id', 'called_at', 'taken_at'])
    .where((eb) => eb.or([eb('taken_at', 'is', null), eb('called_at', '>=', since)]))
    .orderBy('called_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'alarm' ? 'alarm' : 'help',
    visitorId: row.visitor_id,
    calledAt: row.called_at,
    takenAt: row.taken_at,
  }))
}

/** Notes who took a call; false when somebody did already. */
export async function takeCall(tx: Tx, id: string, by: string): Promise<boolean | undefined> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.visit_call')
    .set({ taken_by: by, taken_at: tx.now })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n || isThere(tx, 'detection.visit_call', id)
}

/** False when it is there and was settled before; undefined when there is no such thing for this actor. */
async function isThere(
  tx: Tx,
  table: 'detection.outing' | 'detection.visit_call',
  id: string,
): Promise<false | undefined> {
  const row = await tx.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  return row && false
}

async function outingsWhere(tx: Tx, condition: ReturnType<typeof sql<boolean>>): Promise<readonly Outing[]> {
  const { rows } = await sql<Outing>`
    select o.id, o.round_id as "roundId", o.visitor_id as "visitorId", o.checked_in_at as "checkedInAt",
      o.expected_back_at as "expectedBackAt", o.back_at as "backAt", o.escalated_at as "escalatedAt",
      c.id as "campaignId", c.name as "campaignName", c.on_call_user_id as "onCallUserId"
    from detection.outing o
    join detection.round r on r.municipality_id = o.municipality_id and r.id = o.round_id
    join detection.campaign c on c.municipality_id = r.municipality_id and c.id = r.campaign_id
    where ${condition}
    order by o.back_at is not null, o.expected_back_at`.execute(tx.db)
  return rows
}
