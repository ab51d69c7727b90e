import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { DemoVisitedDoor } from '../campaigns/demo.ts'
import { doorsById } from '../campaigns/index.ts'
import { keepRefused, noteActs, noteCalls } from './acts/act-store.ts'
import type { VisitOutcome } from './visit.ts'
import { saveOutings, saveVisits } from './visit-store.ts'

/** Who went where in the running campaign of the demo. */
export type DemoVisitsNeeds = {
  readonly zoneId: string
  /** Doors where somebody rang, from the demo's campaigns. */
  readonly visited: readonly DemoVisitedDoor[]
  /** Account of the visitor who is out now. */
  readonly visitorId: string
  /** Enters what pairs without a phone bring on paper. */
  readonly coordinatorId: string
}

/** A visit of the demo, for the cards that were filled in with people. */
export type DemoVisit = DemoVisitedDoor & { readonly visitId: string; readonly visitorId: string }

/** Loads the visits behind the doors that were rung at, somebody who is out, a call that was taken, and a refused card. */
export async function demoVisits(tx: Tx, world: DemoWorld, needs: DemoVisitsNeeds): Promise<readonly DemoVisit[]> {
  const visitors = await visitorsOfPairs(tx)
  const visits = needs.visited.map((door) => ({
    ...door,
    visitId: world.id(),
    visitorId: visitors.get(door.pairId) ?? needs.coordinatorId,
  }))
  const doors = await doorsById(
    tx,
    visits.map(({ roundAddressId }) => roundAddressId),
  )
  await saveVisits(
    tx,
    visits.map((visit) => ({
      id: visit.visitId,
      roundAddressId: visit.roundAddressId,
      visitorId: visit.visitorId,
      outcome: visit.outcome,
      sentence: sentenceFor(world, visit.outcome),
      wantsReturnOn: visit.outcome === 'notNow' && world.chance(0.6) ? world.day(2 + world.whole(8)) : null,
      visitedAt: visit.at,
      handedOverAt: visit.at,
      version: 1,
    })),
    new Map(doors.map((door) => [door.id, door])),
  )
  await sendSomebodyOut(tx, world, needs)
  await refuseACard(tx, world, needs)
  return visits
}

/** Per pair the volunteer with an account; a pair without one works on paper. */
async function visitorsOfPairs(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ pairId: string; visitorId: string }>`
    select distinct on (p.id) p.id as "pairId", v.account_id as "visitorId"
    from detection.visitor_pair p
    join volunteers.volunteer v on v.municipality_id = p.municipality_id
      and v.id in (p.first_volunteer_id, p.second_volunteer_id) and v.account_id is not null
    order by p.id, v.id`.execute(tx.db)
  return new Map(rows.map(({ pairId, visitorId }) => [pairId, visitorId]))
}

const sentences: Readonly<Partial<Record<VisitOutcome, readonly string[]>>> = {
  pleasantTalk: [
    'Woont hier graag en kent de buren van naam.',
    '“Ik zou graag weer eens gaan dansen.”',
    'Wil weten wanneer het dienstencentrum open is.',
    'Helpt zelf graag, bijvoorbeeld met de tuin.',
  ],
  notNow: ['Had geen tijd, liever na de middag.', 'Kleinkinderen op bezoek, graag een andere dag.'],
}

function sentenceFor(world: DemoWorld, outcome: VisitOutcome): string | null {
  const choices = sentences[outcome]
  return choices && world.chance(0.6) ? world.pick(choices) : null
}

/** One visitor left an hour ago; yesterday one asked for a call, which was taken. */
async function sendSomebodyOut(tx: Tx, world: DemoWorld, needs: DemoVisitsNeeds): Promise<void> {
  const { visitorId, zoneId, visited, coordinatorId } = needs
  const roundId = visited.at(-1)?.roundId
  if (!roundId) return
  const hour = 3_600_000
  const at = (hours: number) => new Date(tx.now.getTime() + hours * hour)
  const outing = { id: world.id(), roundId, checkedInAt: at(-1), expectedBackAt: at(2), backAt: null }
  const earlier = { id: world.id(), roundId, checkedInAt: at(-26), expectedBackAt: at(-23), backAt: at(-24) }
  await saveOutings(tx, [outing, earlier], visitorId, zoneId)
  const call = { id: world.id(), kind: 'askHelp' as const, at: at(-25).toISOString(), body: { roundId } }
  await noteCalls(tx, [call], { visitorId, zoneId })
  await tx.db
    .updateTable('detection.visit_call')
    .set({ taken_by: coordinatorId, taken_at: at(-24.9) })
    .where('id', '=', call.id)
    .execute()
}

/** A card that came from an address whose round had changed: work for the coordinator. */
async function refuseACard(tx: Tx, world: DemoWorld, { visitorId, zoneId }: DemoVisitsNeeds): Promise<void> {
  const at = new Date(tx.now.getTime() - 20 * 3_600_000).toISOString()
  const act = {
    id: world.id(),
    kind: 'fillCard',
    at,
    visitId: world.id(),
    body: {
      card: {
        id: world.id(),
        source: 'visitor',
        channel: 'homeVisit',
        wish: 'Ik zorg elke dag voor mijn man en zou graag eens een namiddag weg kunnen.',
        name: 'Godelieve (verzonnen)',
        phone: '0470 00 00 31',
        language: 'nl',
        needsInterpreter: false,
        agreement: { mayTell: 'mijn vraag en mijn nummer', toWhom: ['coordinator', 'socialWorker'], given: 'spoken' },
        urgency: 'ordinary',
        filledInBy: 'Bezoeker van de demo',
        filledInOn: world.day(-1),
      },
    },
  }
  const whose = { visitorId, zoneId }
  const refusedBecause = 'visitUnknown' as const
  await noteActs(tx, [{ id: act.id, kind: act.kind, visitId: act.visitId, at, refusedBecause }], whose)
  await keepRefused(tx, [{ id: act.id, kind: act.kind, at, reason: refusedBecause, whole: act }], whose)
}
