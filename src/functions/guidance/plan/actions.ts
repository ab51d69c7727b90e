import type { Tx } from '../../../platform/database/transact.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { noteEvent } from '../cases/event-store.ts'
import { insertFacts, type NewFact } from './fact-store.ts'
import { type GoalState, insertGoals, type NewGoal, saveGoalState } from './goal-store.ts'

type Closed = { readonly kind: 'refused'; readonly reason: 'closed' }
const closed: Closed = { kind: 'refused', reason: 'closed' }

/** Notes what was explored, done or reached in a life domain. */
export async function noteFact(
  tx: Tx,
  caseId: string,
  fact: Omit<NewFact, 'caseId' | 'zoneId' | 'byUser'>,
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'note fact')
  if (care.state === 'closed') return closed
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  const place = { caseId, zoneId: care.zoneId }
  await insertFacts(tx, [{ ...fact, ...place, byUser, reached: fact.kind === 'result' ? fact.reached : null }])
  await noteEvent(tx, place, { kind: fact.kind, value: fact.domain, aboutId: fact.id })
  return { kind: 'done' }
}

/** Adds a goal in the person's words. */
export async function setGoal(
  tx: Tx,
  caseId: string,
  goal: Omit<NewGoal, 'caseId' | 'zoneId' | 'madeBy'>,
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'set goal')
  if (care.state === 'closed') return closed
  const madeBy = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  const place = { caseId, zoneId: care.zoneId }
  await insertGoals(tx, [{ ...goal, ...place, madeBy }])
  await noteEvent(tx, place, { kind: 'goalSet', aboutId: goal.id })
  return { kind: 'done' }
}

/** Says what became of a goal. */
export async function changeGoal(
  tx: Tx,
  caseId: string,
  goal: { readonly goalId: string; readonly version: number; readonly state: GoalState },
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'change goal')
  if (care.state === 'closed') return closed
  if (!(await saveGoalState(tx, { caseId, id: goal.goalId }, goal.version, goal.state))) return { kind: 'stale' }
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'goalChanged', value: goal.state, aboutId: goal.goalId })
  return { kind: 'done' }
}
