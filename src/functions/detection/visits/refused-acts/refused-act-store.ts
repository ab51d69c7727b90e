import type { Tx } from '../../../../platform/database/transact.ts'
import type { RefusalReason } from '../acts/visit-act.ts'

/** A refused act that waits for a coordinator, without its content. */
export type RefusedAct = {
  readonly id: string
  readonly kind: string
  readonly reason: RefusalReason
  readonly visitorId: string
  readonly zoneId: string
  readonly doneAt: Date | null
  readonly refusedAt: Date
  readonly version: number
}

/** Refused acts that wait, oldest first. */
export async function refusedActsWaiting(tx: Tx): Promise<readonly RefusedAct[]> {
  const rows = await actColumns(tx).where('settled_at', 'is', null).orderBy('refused_at').execute()
  return rows.map(actFrom)
}

/** How many refused acts wait, and since when the oldest does. */
export async function refusedTally(tx: Tx): Promise<{ readonly count: number; readonly since: Date | null }> {
  return tx.db
    .selectFrom('detection.refused_act')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('refused_at').as('since')])
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** One refused act that waits, with what it holds; undefined when it is settled or not one's to see. */
export async function refusedActById(
  tx: Tx,
  id: string,
): Promise<{ readonly act: RefusedAct; readonly whole: unknown } | undefined> {
  const row = await actColumns(tx)
    .select('body_sealed')
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.body_sealed) return undefined
  const key = await tx.vault.zone(tx.actor.municipalityId, row.zone_id)
  const whole: unknown = JSON.parse(
    key.open({ column: 'detection.refused_act.body_sealed', rowId: id }, row.body_sealed),
  )
  return { act: actFrom(row), whole }
}

/** Settles a refused act and erases its content; false when somebody else did meanwhile. */
export async function settleRefused(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  settlement: 'applied' | 'dropped',
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.refused_act')
    .set({ settled_at: tx.now, settled_by: by, settlement, body_sealed: null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const actColumns = (tx: Tx) =>
  tx.db
    .selectFrom('detection.refused_act')
    .select(['id', 'kind', 'reason', 'visitor_id', 'zone_id', 'done_at', 'refused_at', 'version'])

type Row = Awaited<ReturnType<ReturnType<typeof actColumns>['execute']>>[number]

const actFrom = (row: Row): RefusedAct => ({
  id: row.id,
  kind: row.kind,
  // Written by this module from its own closed list.
  reason: row.reason as RefusalReason,
  visitorId: row.visitor_id,
  zoneId: row.zone_id,
  doneAt: row.done_at,
  refusedAt: row.refused_at,
  version: row.version,
})
