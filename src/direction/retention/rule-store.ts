import type { IsoDate } from '@meernet/calendar'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/generated/tables.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { SeriesName } from './series.ts'
import type { Term } from './term.ts'

/** What a municipality decided about one series, as far as it may be deleted. */
export type SelectionRule = {
  readonly id: string
  readonly zoneId: string
  readonly series: SeriesName
  readonly term: Term
  readonly reference: string
  readonly motivation: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
}

/** The rules that hold in the zones the actor sees. */
export async function rulesInForce(tx: Tx): Promise<readonly SelectionRule[]> {
  const rows = await tx.db
    .selectFrom('retention.selection_rule')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('series')
    .execute()
  return rows.map(ruleFrom)
}

/** All rules there ever were, by identifier. */
export async function rulesEver(tx: Tx): Promise<ReadonlyMap<string, SelectionRule>> {
  const rows = await tx.db.selectFrom('retention.selection_rule').selectAll().execute()
  return new Map(rows.map((row) => [row.id, ruleFrom(row)]))
}

/** Records a rule in place of the one that held for this series; sending the same identifier twice records it once. */
export async function recordRule(tx: Tx, rule: SelectionRule, userId: string): Promise<void> {
  const known = await tx.db
    .selectFrom('retention.selection_rule')
    .select('id')
    .where('id', '=', rule.id)
    .executeTakeFirst()
  if (known) return
  await tx.db
    .updateTable('retention.selection_rule')
    .set({ ended_at: tx.now })
    .where('zone_id', '=', rule.zoneId)
    .where('series', '=', rule.series)
    .where('ended_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('retention.selection_rule')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: rule.id,
      zone_id: rule.zoneId,
      series: rule.series,
      term: rule.term,
      reference: rule.reference,
      motivation: rule.motivation,
      decided_by: rule.decidedBy,
      decided_on: rule.decidedOn,
      recorded_by: userId,
      recorded_at: tx.now,
    })
    .execute()
}

function ruleFrom(row: Selectable<Tables['retention.selection_rule']>): SelectionRule {
  return {
    id: row.id,
    zoneId: row.zone_id,
    series: row.series as SeriesName,
    term: row.term,
    reference: row.reference,
    motivation: row.motivation,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
  }
}
