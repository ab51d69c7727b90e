import type { Tx } from '../../../platform/database/transact.ts'
import { type HandoverState, isUnderWay } from '../handovers/handover.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { Case } from './case-store.ts'
import type { ClosingGround, ClosingOutcome, ReachedResult } from './closing.ts'

/** How a case ended. */
export type Closing = {
  readonly id: string
  readonly outcome: ClosingOutcome
  readonly wasPreventable: boolean
  readonly closedBy: string
  readonly closedAt: Date
}
export type NewClosing = Pick<Closing, 'id' | 'outcome' | 'wasPreventable' | 'closedBy'> & {
  readonly caseId: string
  readonly zoneId: string
  readonly closedAt?: Date
}

/** The closing that holds now, or undefined for an open case. */
export async function closingOf(tx: Tx, caseId: string): Promise<Closing | undefined> {
  const row = await tx.db
    .selectFrom('guidance.closing')
    .select(['id', 'outcome', 'was_preventable', 'closed_by', 'closed_at'])
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      outcome: row.outcome as ClosingOutcome,
      wasPreventable: row.was_preventable,
      closedBy: row.closed_by,
      closedAt: row.closed_at,
    }
  )
}

/** Keeps how cases ended. */
export async function insertClosings(tx: Tx, closings: readonly NewClosing[]): Promise<void> {
  if (closings.length === 0) return
  await tx.db
    .insertInto('guidance.closing')
    .values(
      closings.map(({ id, caseId, zoneId, outcome, wasPreventable, closedBy, closedAt }) => ({
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: zoneId,
        case_id: caseId,
        outcome,
        was_preventable: wasPreventable,
        closed_by: closedBy,
        closed_at: closedAt ?? tx.now,
      })),
    )
    .execute()
}

/** Ends the closing that holds; the row stays, so that one can see it was closed and why it opened again. */
export async function endClosing(tx: Tx, care: Case, by: string, reason: string): Promise<boolean> {
  const closing = await closingOf(tx, care.id)
  if (!closing) return false
  const sealed = await sealedTextOf(tx, care.zoneId)
  await tx.db
    .updateTable('guidance.closing')
    .set({
      reopened_by: by,
      reopened_at: tx.now,
      reopening_reason: sealed.seal('closing.reopening_reason', closing.id, reason),
    })
    .where('id', '=', closing.id)
    .execute()
  return true
}

/** What a closing looks at besides the case itself: the newest result per life domain, what handovers and rights came to, and what is under way. */
export async function closingGroundOf(
  tx: Tx,
  caseId: string,
): Promise<Pick<ClosingGround, 'results' | 'handoversUnderWay' | 'rightsNotAsked'>> {
  const results = await tx.db
    .selectFrom('guidance.domain_fact')
    .distinctOn('domain')
    .select(['domain', 'reached'])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'result')
    .orderBy('domain')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const handovers = await tx.db
    .selectFrom('guidance.handover')
    .select(['state', 'outcome'])
    .where('case_id', '=', caseId)
    .execute()
  const rights = await tx.db
    .selectFrom('guidance.followed_right')
    .select('state')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['worthAsking', 'granted'])
    .execute()
  return {
    results: [
      ...results.flatMap(({ reached }) => (reached ? [reached as ReachedResult] : [])),
      ...handovers.flatMap(({ outcome }) => reachedByHandover[outcome ?? ''] ?? []),
      ...rights.flatMap(({ state }) => (state === 'granted' ? ['right' as const] : [])),
    ],
    handoversUnderWay: handovers.filter(({ state }) => isUnderWay(state as HandoverState)).length,
    rightsNotAsked: rights.filter(({ state }) => state === 'worthAsking').length,
  }
}

/** What a handover came to, as a result of the case; nothing came of the others. */
const reachedByHandover: Readonly<Record<string, ReachedResult>> = {
  helpStarted: 'professionalHelp',
  rightGranted: 'right',
}
