import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { recordLegalGrounds } from '../../../registers/agreements/index.ts'
import type { CaseState } from '../cases/case.ts'
import { caseById, insertCases, saveCase } from '../cases/case-store.ts'
import { type CaseEvent, type CasePlace, insertEvents } from '../cases/event-store.ts'
import { addMembers } from '../cases/member-store.ts'
import { tellRefusals } from '../rights-followed/index.ts'
import {
  casesOf,
  type DemoCase,
  isUnderWay,
  momentOf,
  outcomeOf,
  type Placing,
  placeOf,
  rightsCheckOf,
} from './demo-cases.ts'
import { insertFollowed } from './demo-followed-rights.ts'
import { demoHandovers } from './demo-handovers.ts'
import { demoLocalParameters } from './demo-local-parameters.ts'
import { insertPlans, insertTasks } from './demo-plans.ts'
import { insertRightsChecks } from './demo-rights-checks.ts'

/** Loads cases in every state, with plans, tasks and handovers, and what the municipality decided itself. Same world, same cases. */
export async function demoGuidance(tx: Tx, world: DemoWorld, placing: Placing): Promise<void> {
  const leads = await leadsOf(
    tx,
    (placing.opened ?? []).map(({ caseId }) => caseId),
  )
  const cases = casesOf(world, placing, leads)
  await goOn(
    tx,
    world,
    cases.filter(({ signalId }) => signalId !== null),
  )
  await open(
    tx,
    world,
    cases.filter(({ signalId }) => signalId === null),
  )
  await insertPlans(tx, world, cases)
  await insertTasks(tx, world, cases)
  await insertRightsChecks(tx, world, cases)
  await insertFollowed(tx, world, cases)
  await tellRefusals(tx)
  const handoverEvents = await demoHandovers(tx, world, {
    cases: cases.filter(({ state }) => isUnderWay(state)),
    receivers: [placing.socialWorker.zoneId, placing.partnerZoneId],
  })
  await insertEvents(tx, [...cases.flatMap((care) => stepsOf(world, care)), ...handoverEvents])
  await demoLocalParameters(tx, world, placing.socialWorker.userId)
}

/** Cases that did not begin with a card, with their lead and legal ground. */
async function open(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  await insertCases(
    tx,
    cases.map((care) => ({
      id: care.id,
      zoneId: care.lead.zoneId,
      personId: care.person.id,
      signalId: null,
      neighbourhoodId: care.person.neighbourhoodId,
      title: care.story.title,
      openedBy: care.lead.userId,
      state: care.state,
      openedAt: momentOf(world, -care.openedDaysAgo),
      rightsCheck: rightsCheckOf(care),
    })),
  )
  await addMembers(
    tx,
    cases.map((care) => ({
      ...placeOf(care),
      userId: care.lead.userId,
      isLead: true,
      addedBy: care.lead.userId,
    })),
  )
  await recordLegalGrounds(
    tx,
    cases.map(({ person, lead }) => ({
      id: world.id(),
      zoneId: lead.zoneId,
      personId: person.id,
      purpose: 'guidance',
    })),
  )
  await insertEvents(
    tx,
    cases.map((care) => eventOf(world, care, 'opened', care.openedDaysAgo)),
  )
}

/** Cases from cards are there, in their first state: they get their words and go on. */
async function goOn(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  for (const care of cases) {
    const found = await caseById(tx, care.id)
    if (!found) continue
    await saveCase(tx, found, found.version, { title: care.story.title })
    await saveCase(tx, found, found.version + 1, { state: care.state })
    await saveCase(tx, found, found.version + 2, { rightsCheck: rightsCheckOf(care) })
    const openedAt = momentOf(world, -care.openedDaysAgo)
    await tx.db.updateTable('guidance.case').set({ opened_at: openedAt }).where('id', '=', care.id).execute()
    await tx.db.updateTable('guidance.case_event').set({ at: openedAt }).where('case_id', '=', care.id).execute()
  }
}

/** Who leads each of these cases. */
async function leadsOf(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('guidance.case_member')
    .select(['case_id', 'user_id'])
    .where('case_id', 'in', [...caseIds])
    .where('is_lead', '=', true)
    .execute()
  return new Map(rows.map(({ case_id, user_id }) => [case_id, user_id]))
}

/** The steps a case took after it was opened. */
function stepsOf(world: DemoWorld, care: DemoCase): readonly (CaseEvent & CasePlace)[] {
  const path: readonly CaseState[] = ['exploring', 'planned', 'inProgress', 'resultCheck']
  const reached = care.state === 'closed' ? path.length : path.indexOf(care.state) + 1
  return [
    ...path
      .slice(0, reached)
      .map((state, step) => eventOf(world, care, 'moved', Math.max(1, care.openedDaysAgo - 3 - step * 2), state)),
    ...(care.state === 'closed' ? [eventOf(world, care, 'closed', 2, outcomeOf(care))] : []),
  ]
}

const eventOf = (
  world: DemoWorld,
  care: DemoCase,
  kind: CaseEvent['kind'],
  daysAgo: number,
  value: string | null = null,
): CaseEvent & CasePlace => ({
  ...placeOf(care),
  id: world.id(),
  kind,
  value,
  aboutId: null,
  byUser: care.lead.userId,
  at: momentOf(world, -daysAgo),
})
