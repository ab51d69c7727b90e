import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'

/** A goal is worked on, reached, or let go. */
export const goalStates = ['active', 'reached', 'dropped'] as const
export type GoalState = (typeof goalStates)[number]

/** A goal of the plan, in the person's own words. */
export type Goal = {
  readonly id: string
  readonly domain: string | null
  readonly words: string
  /** Who does what first. */
  readonly firstStep: string | null
  readonly state: GoalState
  readonly madeBy: string
  readonly madeAt: Date
  readonly version: number
}
export type NewGoal = Pick<Goal, 'id' | 'domain' | 'words' | 'firstStep' | 'madeBy'> & {
  readonly caseId: string
  readonly zoneId: string
  readonly state?: GoalState
}

/** The goals of a case, oldest first. */
export async function goalsOf(tx: Tx, caseId: string): Promise<readonly Goal[]> {
  const rows = await tx.db
    .selectFrom('guidance.goal')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const sealed = await sealedTextOf(tx, row.zone_id)
      return {
        id: row.id,
        domain: row.domain,
        words: sealed.open('goal.words', row.id, row.words),
        firstStep: sealed.openIfAny('goal.first_step', row.id, row.first_step),
        state: row.state as GoalState,
        madeBy: row.made_by,
        madeAt: row.made_at,
        version: row.version,
      }
    }),
  )
}

/** Adds goals; the same identifier twice adds one. */
export async function insertGoals(tx: Tx, goals: readonly NewGoal[]): Promise<void> {
  if (goals.length === 0) return
  const rows = await Promise.all(
    goals.map(async (goal) => {
      const sealed = await sealedTextOf(tx, goal.zoneId)
      return {
        municipality_id: tx.actor.municipalityId,
        id: goal.id,
        zone_id: goal.zoneId,
        case_id: goal.caseId,
        domain: goal.domain,
        words: sealed.seal('goal.words', goal.id, goal.words),
        first_step: sealed.sealIfAny('goal.first_step', goal.id, goal.firstStep),
        state: goal.state ?? 'active',
        made_by: goal.madeBy,
        made_at: tx.now,
      }
    }),
  )
  await tx.db
    .insertInto('guidance.goal')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says what became of a goal, over version `from`; false when somebody else did meanwhile. */
export async function saveGoalState(
  tx: Tx,
  goal: { readonly caseId: string; readonly id: string },
  from: number,
  state: GoalState,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.goal')
    .set({ state, version: from + 1 })
    .where('id', '=', goal.id)
    .where('case_id', '=', goal.caseId)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
