import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { insertClosings } from '../cases/closing-store.ts'
import { insertNotes } from '../notes/note-store.ts'
import { insertFacts } from '../plan/fact-store.ts'
import { insertGoals } from '../plan/goal-store.ts'
import { addTasks } from '../tasks/task-store.ts'
import { type DemoCase, momentOf, outcomeOf, placeOf } from './demo-cases.ts'

/** Goals, facts, notes and closings of these cases. */
export async function insertPlans(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  const explored = cases.filter(({ state }) => state !== 'open')
  const acted = explored.filter(({ state }) => state !== 'exploring' && state !== 'planned')
  const finished = acted.filter(({ state }) => state !== 'inProgress')
  const fact = (care: DemoCase, daysAgo: number) => ({
    ...placeOf(care),
    id: world.id(),
    byUser: care.lead.userId,
    at: momentOf(world, -daysAgo),
  })
  await insertGoals(
    tx,
    explored
      .filter(({ state }) => state !== 'exploring')
      .map((care) => ({
        ...placeOf(care),
        id: world.id(),
        domain: care.story.explored[0]?.[0] ?? null,
        words: care.story.goal,
        firstStep: care.story.firstStep,
        madeBy: care.lead.userId,
        state: care.state === 'closed' ? 'reached' : 'active',
      })),
  )
  await insertFacts(tx, [
    ...explored.flatMap((care) =>
      care.story.explored.map(([domain, text]) => ({
        ...fact(care, Math.max(1, care.openedDaysAgo - 4)),
        kind: 'explored' as const,
        reached: null,
        domain,
        text,
      })),
    ),
    ...acted.map((care) => {
      const [domain, text] = care.story.action
      return {
        ...fact(care, Math.max(1, care.openedDaysAgo - 9)),
        kind: 'action' as const,
        reached: null,
        domain,
        text,
      }
    }),
    ...finished.map((care) => {
      const [domain, reached, text] = care.story.result
      return { ...fact(care, 3), kind: 'result' as const, reached, domain, text }
    }),
  ])
  await insertNotes(
    tx,
    explored.map((care) => ({ ...fact(care, Math.max(1, care.openedDaysAgo - 2)), text: care.story.note })),
  )
  await insertClosings(
    tx,
    cases
      .filter(({ state }) => state === 'closed')
      .map((care) => ({
        ...placeOf(care),
        id: world.id(),
        outcome: outcomeOf(care),
        wasPreventable: world.chance(0.4),
        closedBy: care.lead.userId,
        closedAt: momentOf(world, -2),
      })),
  )
}

/** Something to do in most open cases; some of it late. */
export async function insertTasks(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  const open = cases.filter(({ state }) => state !== 'closed')
  await addTasks(
    tx,
    open.map((care, place) => ({
      ...placeOf(care),
      id: world.id(),
      kind: 'own' as const,
      words: care.state === 'open' ? 'Eerste gesprek afspreken.' : care.story.firstStep,
      dueOn: world.day((place % 9) - 2),
      assigneeId: care.lead.userId,
    })),
  )
  await addTasks(
    tx,
    cases
      .filter(({ state }) => state === 'closed')
      .slice(0, 2)
      .map((care) => ({
        ...placeOf(care),
        id: world.id(),
        kind: 'tellBack' as const,
        dueOn: world.day(1),
        assigneeId: care.lead.userId,
      })),
  )
}
