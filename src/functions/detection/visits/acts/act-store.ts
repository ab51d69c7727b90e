import { sql } from 'kysely'
import { anyId, rowsOf } from '../../../../platform/database/rows-of.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import { isDeeperThan } from '../../../../platform/http/json-depth.ts'
import type { Refusal } from './decide-acts.ts'
import type { RefusalReason, VisitAct } from './visit-act.ts'

const column = 'detection.refused_act.body_sealed'

/** An act is four levels; nobody can settle what nests deeper than this, and whoever writes it again runs out of stack. */
const deepestKept = 100

/** Lets one transaction of a visitor at a time into each lane, so that two tabs or a repeat cannot apply the same act side by side. */
export async function oneAtATime(tx: Tx, visitorId: string, lanes: readonly number[]): Promise<void> {
  // Always in the same order, so that two of them never wait for each other.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${`visits ${visitorId} `} || lane, 0))
    from (select lane from unnest(${[...lanes]}::integer[]) as lane order by lane) lanes`.execute(tx.db)
}

/** Which of these acts arrived before, and why they were refused then (null: applied). */
export async function actsSeen(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RefusalReason | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('detection.visit_act')
    .select(['id', 'refused_because'])
    .where('id', '=', anyId(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row.refused_because as RefusalReason | null]))
}

/** What is kept of an act that arrived. */
export type ArrivedAct = {
  readonly id: string
  readonly kind: string
  readonly visitId: string | null
  readonly at: string | null
  readonly refusedBecause: RefusalReason | null
}

/** Notes that these acts arrived; the primary key is the last guard against doing one twice. */
export async function noteActs(
  tx: Tx,
  acts: readonly ArrivedAct[],
  { visitorId, zoneId }: { visitorId: string; zoneId: string },
): Promise<void> {
  if (acts.length === 0) return
  const rows = rowsOf([
    { name: 'id', type: 'uuid', values: acts.map(({ id }) => id) },
    { name: 'kind', type: 'text', values: acts.map(({ kind }) => kind) },
    { name: 'visit_id', type: 'uuid', values: acts.map(({ visitId }) => visitId) },
    { name: 'done_at', type: 'timestamptz', values: acts.map(({ at }) => at) },
    { name: 'refused_because', type: 'text', values: acts.map(({ refusedBecause }) => refusedBecause) },
  ])
  await sql`
    insert into detection.visit_act (municipality_id, zone_id, visitor_id, id, kind, visit_id, done_at, received_at, refused_because)
    select ${tx.actor.municipalityId}, ${zoneId}, ${visitorId}, id, kind, visit_id, done_at, ${tx.now}, refused_because
    from ${rows} as row`.execute(tx.db)
}

/** A refused act as it is kept: whole, so that a person can still do what was meant. */
export type KeptAct = {
  readonly id: string
  readonly kind: string
  readonly at: string | null
  readonly reason: RefusalReason
  readonly whole: unknown
}

export const keptFrom = ({ act, reason }: Refusal): KeptAct => ({
  id: act.id,
  kind: act.kind,
  at: act.at,
  reason,
  whole: act,
})

/** Keeps refused acts, sealed, for a coordinator of the zone. */
export async function keepRefused(
  tx: Tx,
  acts: readonly KeptAct[],
  { visitorId, zoneId }: { visitorId: string; zoneId: string },
): Promise<void> {
  if (acts.length === 0) return
  const key = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const rows = acts.map(({ id, kind, at, reason, whole }) => ({
    id,
    kind,
    reason,
    done_at: at,
    body: key
      .seal({ column, rowId: id }, JSON.stringify(isDeeperThan(deepestKept, whole) ? null : whole))
      .toString('base64'),
  }))
  await sql`
    insert into detection.refused_act (municipality_id, zone_id, visitor_id, id, kind, reason, body_sealed, done_at, refused_at)
    select ${tx.actor.municipalityId}, ${zoneId}, ${visitorId}, id, kind, reason, decode(body, 'base64'), done_at, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, reason text, done_at timestamptz,
      body text)`.execute(tx.db)
}

/** Notes that somebody raised the alarm or asked for help. */
export async function noteCalls(
  tx: Tx,
  calls: readonly Extract<VisitAct, { kind: 'raiseAlarm' | 'askHelp' }>[],
  { visitorId, zoneId }: { visitorId: string; zoneId: string },
): Promise<void> {
  if (calls.length === 0) return
  const { municipalityId } = tx.actor
  await tx.db
    .insertInto('detection.visit_call')
    .values(
      calls.map((call) => ({
        municipality_id: municipalityId,
        id: call.id,
        zone_id: zoneId,
        kind: call.kind === 'raiseAlarm' ? 'alarm' : 'help',
        round_id: call.body.roundId ?? null,
        visit_id: call.kind === 'raiseAlarm' ? (call.visitId ?? null) : null,
        visitor_id: visitorId,
        called_at: new Date(call.at),
      })),
    )
    .execute()
}

/** Deletes acts that arrived, and refusals that were settled, over ninety days ago: once the municipality switched its rule on (P15a). */
export async function forgetOldActs(tx: Tx): Promise<void> {
  const before = new Date(tx.now.getTime() - 90 * 86_400_000)
  await sql`
    with rule as (select from detection.visit_list_rule where is_on),
      old_refusals as (delete from detection.refused_act where settled_at < ${before} and exists (select from rule))
    delete from detection.visit_act where received_at < ${before} and exists (select from rule)`.execute(tx.db)
}
