import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { recordLegalGrounds } from '../../../registers/agreements/index.ts'
import type { DemoPeople, DemoPerson } from '../../../registers/people/index.ts'
import type { CaseState } from '../cases/case.ts'
import { caseById, insertCases, saveCase } from '../cases/case-store.ts'
import type { ClosingOutcome } from '../cases/closing.ts'
import { insertClosings } from '../cases/closing-store.ts'
import { type CaseEvent, type CasePlace, insertEvents } from '../cases/event-store.ts'
import { addMembers } from '../cases/member-store.ts'
import type { RightsCheckState } from '../cases/rights-check.ts'
import { insertNotes } from '../notes/note-store.ts'
import { insertFacts } from '../plan/fact-store.ts'
import { insertGoals } from '../plan/goal-store.ts'
import { addTasks } from '../tasks/task-store.ts'
import { demoHandovers } from './demo-handovers.ts'
import { type Story, stories } from './stories.ts'

/** A case of the demo on its way to the tables. */
export type DemoCase = {
  readonly id: string
  readonly lead: Lead
  readonly person: DemoPerson
  readonly story: Story
  readonly state: CaseState
  readonly signalId: string | null
  readonly openedDaysAgo: number
}

/** A case that the demo of detection opened from a card: there already, in its first state. */
export type DemoOpened = { readonly signalId: string; readonly caseId: string; readonly personId: string }
type Lead = Pick<StaffActor, 'userId' | 'zoneId' | 'name'>

type Placing = {
  readonly people: DemoPeople
  /** The first leads the cases that did not begin with a card. */
  readonly coordinators: readonly [Lead, ...Lead[]]
  readonly socialWorker: Lead
  /** A partner with accounts, for handovers that are answered in the program. */
  readonly partnerZoneId: string
  /** Cases that began with a card, made when their signal became one; here they go on. */
  readonly opened?: readonly DemoOpened[]
}

/** Loads cases in every state, with plans, tasks and handovers. Same world, same cases. */
export async function demoGuidance(tx: Tx, world: DemoWorld, placing: Placing): Promise<void> {
  const leads = await leadsOf(
    tx,
    (placing.opened ?? []).map(({ caseId }) => caseId),
  )
  const cases = casesOf(world, placing, leads)
  await goOn(
    tx,
    cases.filter(({ signalId }) => signalId !== null),
  )
  await open(
    tx,
    world,
    cases.filter(({ signalId }) => signalId === null),
  )
  await insertPlans(tx, world, cases)
  await insertTasks(tx, world, cases)
  const handoverEvents = await demoHandovers(tx, world, {
    cases: cases.filter(({ state }) => isUnderWay(state)),
    receivers: [placing.socialWorker.zoneId, placing.partnerZoneId],
  })
  await insertEvents(tx, [...cases.flatMap((care) => stepsOf(world, care)), ...handoverEvents])
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
      rightsCheck: { state: rightsCheckOf(care), reason: null },
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
async function goOn(tx: Tx, cases: readonly DemoCase[]): Promise<void> {
  for (const care of cases) {
    const found = await caseById(tx, care.id)
    if (!found) continue
    await saveCase(tx, found, found.version, { title: care.story.title })
    await saveCase(tx, found, found.version + 1, { state: care.state })
    await saveCase(tx, found, found.version + 2, { rightsCheck: { state: rightsCheckOf(care), reason: null } })
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

const states: readonly CaseState[] = [
  'open',
  'exploring',
  'inProgress',
  'closed',
  'planned',
  'resultCheck',
  'inProgress',
  'exploring',
  'closed',
  'inProgress',
  'open',
  'planned',
  'closed',
  'inProgress',
  'exploring',
  'resultCheck',
  'closed',
  'inProgress',
  'planned',
  'closed',
  'inProgress',
  'exploring',
  'resultCheck',
  'inProgress',
  'closed',
  'inProgress',
]

/** Cases opened from cards first, then some of the municipality, then those of the public centre for social welfare. */
function casesOf(
  world: DemoWorld,
  { people, coordinators, socialWorker, opened = [] }: Placing,
  leads: ReadonlyMap<string, string>,
): readonly DemoCase[] {
  const [coordinator] = coordinators
  const byId = new Map(people.municipality.map((person) => [person.id, person]))
  const fromCards = opened.flatMap(({ caseId, signalId, personId }) => {
    const person = byId.get(personId)
    const lead = coordinators.find(({ userId }) => userId === leads.get(caseId))
    return person && lead ? [{ id: caseId, signalId, person, lead }] : []
  })
  const adults = (all: readonly DemoPerson[]) =>
    all.filter(({ birthYear }) => (birthYear ?? 0) < Number(world.today.slice(0, 4)) - 20)
  const taken = new Set(fromCards.map(({ person }) => person.id))
  const others = adults(people.municipality)
    .filter(({ id }) => !taken.has(id))
    .slice(0, Math.max(0, ofCoordinator - fromCards.length))
  const own = others.map((person) => ({ id: world.id(), signalId: null, person, lead: coordinator }))
  const ofOcmw = adults(people.ocmw)
    .slice(0, ofSocialWorker)
    .map((person) => ({ id: world.id(), signalId: null, person, lead: socialWorker }))
  return [...fromCards, ...own, ...ofOcmw].map((care, place) => ({
    ...care,
    story: stories[place % stories.length] as Story,
    state: states[place % states.length] as CaseState,
    openedDaysAgo: 12 + ((place * 17) % 160),
  }))
}

const ofCoordinator = 18
const ofSocialWorker = 8

async function insertPlans(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
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
        ...fact(care, care.openedDaysAgo - 4),
        kind: 'explored' as const,
        reached: null,
        domain,
        text,
      })),
    ),
    ...acted.map((care) => {
      const [domain, text] = care.story.action
      return { ...fact(care, care.openedDaysAgo - 9), kind: 'action' as const, reached: null, domain, text }
    }),
    ...finished.map((care) => {
      const [domain, reached, text] = care.story.result
      return { ...fact(care, 3), kind: 'result' as const, reached, domain, text }
    }),
  ])
  await insertNotes(
    tx,
    explored.map((care) => ({ ...fact(care, care.openedDaysAgo - 2), text: care.story.note })),
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
async function insertTasks(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
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

/** The steps a case took after it was opened. */
function stepsOf(world: DemoWorld, care: DemoCase): readonly (CaseEvent & CasePlace)[] {
  const path: readonly CaseState[] = ['exploring', 'planned', 'inProgress', 'resultCheck']
  const reached = care.state === 'closed' ? path.length : path.indexOf(care.state) + 1
  return [
    ...path
      .slice(0, reached)
      .map((state, step) => eventOf(world, care, 'moved', care.openedDaysAgo - 3 - step * 2, state)),
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

const isUnderWay = (state: CaseState) => state === 'planned' || state === 'inProgress' || state === 'resultCheck'
const placeOf = ({ id, lead }: DemoCase) => ({ caseId: id, zoneId: lead.zoneId })
const momentOf = (world: DemoWorld, days: number) => new Date(`${world.day(days)}T09:30:00Z`)

function rightsCheckOf({ state }: DemoCase): RightsCheckState {
  if (state === 'open' || state === 'exploring') return 'notOffered'
  return state === 'planned' ? 'offered' : 'done'
}

function outcomeOf({ story }: DemoCase): ClosingOutcome {
  return story.result[1] === 'nothingYet' ? 'personStopped' : 'resultReached'
}
