import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** The municipality's own rule for deleting visit lists after a campaign: off until somebody decided so. */
export type VisitListRule = {
  readonly isOn: boolean
  readonly days: number
  /** Where the decision can be found. */
  readonly reference: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
  readonly version: number
}

/** The rule; undefined when it was never decided. */
export async function visitListRule(tx: Tx): Promise<VisitListRule | undefined> {
  const { rows } = await sql<VisitListRule>`
    select is_on as "isOn", days, reference, decided_by as "decidedBy", decided_on as "decidedOn", version
    from detection.visit_list_rule`.execute(tx.db)
  return rows[0]
}

/** Saves the rule, based on `version` (0: there was none); false when somebody else changed it since. */
export async function saveVisitListRule(tx: Tx, userId: string, rule: VisitListRule): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into detection.visit_list_rule as kept
      (municipality_id, is_on, days, reference, decided_by, decided_on, changed_by, changed_at)
    values (${tx.actor.municipalityId}, ${rule.isOn}, ${rule.days}, ${rule.reference}, ${rule.decidedBy}, ${rule.decidedOn},
      ${userId}, ${tx.now})
    on conflict (municipality_id) do update
      set is_on = excluded.is_on, days = excluded.days, reference = excluded.reference, decided_by = excluded.decided_by,
        decided_on = excluded.decided_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
        version = kept.version + 1
      where kept.version = ${rule.version}`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}
