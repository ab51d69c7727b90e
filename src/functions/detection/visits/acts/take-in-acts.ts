import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { colleagues } from '../../../../platform/identity/colleagues.ts'
import { tellColleague } from '../../../../platform/identity/index.ts'
import { replayGroups } from '../../../../platform/sync/replay-groups.ts'
import { neighbourhoodIdsOf } from '../../../../registers/places/index.ts'
import { refuseAddresses, volunteerOf } from '../../../../registers/volunteers/index.ts'
import { handBackDoors, recordOutcome } from '../../campaigns/index.ts'
import { fileCards } from '../../cards/file-cards.ts'
import { askForTalks } from '../hard-visits/hard-visits.ts'
import { saveOutings, saveVisits } from '../visit-store.ts'
import { actsSeen, type KeptAct, keepRefused, keptFrom, noteActs, noteCalls, oneAtATime } from './act-store.ts'
import { type Decisions, decideActs, type Situation } from './decide-acts.ts'
import { type ActGroup, groupActs, laneOf, ownId, readActs, type SentAct } from './read-acts.ts'
import { situationOf } from './situation-store.ts'
import type { ActAnswer, RefusalReason, VisitAct } from './visit-act.ts'

type Needs = { readonly transact: Transact }

/** Whose acts these are, and the zone in which what is refused waits. */
export type OnBehalfOf = { readonly visitorId: string; readonly zoneId: string; readonly isCoordinator: boolean }

/** Most groups (visits) in one transaction. */
const chunkSize = 2500
/** From so many groups on, the lanes go side by side; under it one transaction is quicker. */
const manyGroups = 800

/**
 * Takes in the acts of a visitor's phone: each once, in order per visit, with an answer per act. What is answered as applied is
 * committed. An act that cannot be applied is kept for a coordinator and never stops another.
 */
export async function takeInActs(
  { transact }: Needs,
  actor: StaffActor,
  sent: readonly unknown[],
): Promise<readonly ActAnswer[]> {
  const whose = { visitorId: actor.userId, zoneId: actor.zoneId, isCoordinator: false }
  const replay = (groups: readonly ActGroup[]) =>
    replayGroups(groups, {
      chunkSize,
      apply: (some) => {
        const acts = readActs(some.flatMap(({ acts }) => acts))
        return transact(actor, (tx) => applyActs(tx, acts, whose))
      },
      setAside: ({ acts }) => transact(actor, (tx) => refuseAll(tx, readActs(acts), whose)),
    })
  const groups = groupActs(sent)
  if (groups.length < manyGroups) return replay(groups)
  const lanes = [...Map.groupBy(groups, ({ lane }) => lane).values()]
  return inOrderSent(sent, await allOf(lanes.map(replay)))
}

/** All answers; when a lane fails, after the others are done. */
async function allOf(lanes: readonly Promise<readonly ActAnswer[]>[]): Promise<readonly ActAnswer[]> {
  await Promise.allSettled(lanes)
  return (await Promise.all(lanes)).flat()
}

function inOrderSent(sent: readonly unknown[], answers: readonly ActAnswer[]): readonly ActAnswer[] {
  const places = new Map(sent.map((act, place) => [ownId(act), place]))
  const placeOf = ({ id }: ActAnswer) => places.get(id) ?? sent.length
  return answers.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Applies acts in the caller's transaction: from a phone, from a paper round, or settled by a coordinator. */
export async function applyActs(tx: Tx, sent: readonly SentAct[], whose: OnBehalfOf): Promise<readonly ActAnswer[]> {
  const { seen, fresh } = await sortOut(tx, sent, whose)
  const acts = fresh.flatMap((item) => (item.kind === 'read' ? [item.act] : []))
  const situation = await situationOf(tx, acts, whose.visitorId, whose.isCoordinator)
  const decisions = decideActs(situation, acts)
  const refused = [...decisions.refused.map(keptFrom), ...fresh.flatMap(unreadable)]
  await save(tx, decisions, situation, whose)
  await noteArrival(tx, fresh, refused, whose)
  noteInAudit(tx, decisions.applied)
  return answers(sent, seen, refused)
}

/** Why one act would be refused as things stand; changes nothing. */
export async function refusalOf(tx: Tx, act: VisitAct, whose: OnBehalfOf): Promise<RefusalReason | undefined> {
  const situation = await situationOf(tx, [act], whose.visitorId, whose.isCoordinator)
  return decideActs(situation, [act]).refused[0]?.reason
}

/**
 * Keeps acts that failed where nothing foresaw it; the database refused them, or the program did. Nothing of them but their
 * identifiers goes into a column, since any value may be what was wrong.
 */
async function refuseAll(tx: Tx, sent: readonly SentAct[], whose: OnBehalfOf): Promise<readonly ActAnswer[]> {
  const { seen, fresh } = await sortOut(tx, sent, whose)
  const refused = fresh.flatMap((item): readonly KeptAct[] =>
    item.kind === 'read' ? [{ ...keptFrom({ act: item.act, reason: 'unexpected' }), at: null }] : unreadable(item),
  )
  const nameOnly = fresh.map(({ id }) => ({ kind: 'unreadable', id, reason: 'unexpected', whole: null }) as const)
  await noteArrival(tx, nameOnly, refused, whose)
  return answers(sent, seen, refused)
}

type Seen = ReadonlyMap<string, RefusalReason | null>

/** What arrived before, and what is new (the first of two with the same identifier). */
async function sortOut(tx: Tx, sent: readonly SentAct[], { visitorId }: OnBehalfOf) {
  await oneAtATime(tx, visitorId, [...new Set(sent.map(laneOfSent))])
  const named = new Map<string, Exclude<SentAct, { kind: 'nameless' }>>()
  for (const item of sent) if (item.kind !== 'nameless' && !named.has(item.id)) named.set(item.id, item)
  const seen: Seen = await actsSeen(tx, [...named.keys()])
  return { seen, fresh: [...named.values()].filter(({ id }) => !seen.has(id)) }
}

const laneOfSent = (item: SentAct) =>
  item.kind === 'nameless' ? 0 : laneOf(item.kind === 'read' ? item.act : item.whole)

async function save(tx: Tx, decisions: Decisions, situation: Situation, whose: OnBehalfOf): Promise<void> {
  await saveVisits(tx, decisions.visits, situation.doors)
  if (decisions.outcomes.length > 0) await recordOutcome(tx, decisions.outcomes)
  await saveOutings(tx, decisions.outings, whose.visitorId, whose.zoneId)
  await noteCalls(tx, decisions.calls, whose)
  await callOnCall(tx, decisions.calls)
  await fileCards(tx, await cardsOf(tx, decisions, situation, whose))
  await handBack(tx, decisions.handedBack, situation, whose)
  await askForTalks(tx, decisions, situation, whose.visitorId)
}

/** Lets the coordinators on call know that somebody called; the mail says only that something waits (P22). */
async function callOnCall(tx: Tx, calls: Decisions['calls']): Promise<void> {
  if (calls.length === 0) return
  const coordinators = await colleagues(tx, { roles: ['coordinator'] })
  for (const { userId } of coordinators.filter(({ isOnCall }) => isOnCall)) await tellColleague(tx, userId)
}

/** Doors a visitor would rather not ring at go to another pair, and stay away from this visitor. No reason is asked. */
async function handBack(
  tx: Tx,
  ids: readonly string[],
  { doors }: Situation,
  { visitorId }: OnBehalfOf,
): Promise<void> {
  if (ids.length === 0) return
  const volunteer = await volunteerOf(tx, visitorId)
  const addresses = ids.flatMap((id) => doors.get(id)?.addressId ?? [])
  if (volunteer) await refuseAddresses(tx, volunteer.id, addresses)
  await handBackDoors(tx, ids)
}

/** Cards with where they came from; the visit of each is in this situation or was just decided. */
async function cardsOf(tx: Tx, { cards, visits }: Decisions, situation: Situation, { visitorId }: OnBehalfOf) {
  const decided = new Map(visits.map((visit) => [visit.id, visit]))
  const atDoors = cards.flatMap(({ visitId, body: { card } }) => {
    const visit = decided.get(visitId) ?? situation.visits.get(visitId)
    const door = visit && situation.doors.get(visit.roundAddressId)
    return door ? [{ card, visitId, door }] : []
  })
  const neighbourhoods = await neighbourhoodIdsOf(
    tx,
    atDoors.map(({ door }) => door.addressId),
  )
  return atDoors.map(({ card, visitId, door }) => ({
    ...card,
    source: 'visitor' as const,
    zoneId: door.zoneId,
    campaignId: door.campaignId,
    neighbourhoodId: neighbourhoods.get(door.addressId) ?? undefined,
    addressId: card.addressId ?? door.addressId,
    visitId,
    senderUserId: visitorId,
  }))
}

async function noteArrival(
  tx: Tx,
  fresh: readonly Exclude<SentAct, { kind: 'nameless' }>[],
  refused: readonly KeptAct[],
  whose: OnBehalfOf,
): Promise<void> {
  const reasons = new Map(refused.map(({ id, reason }) => [id, reason]))
  await noteActs(
    tx,
    fresh.map((item) => ({
      id: item.id,
      kind: item.kind === 'read' ? item.act.kind : 'unreadable',
      visitId: item.kind === 'read' && 'visitId' in item.act ? (item.act.visitId ?? null) : null,
      at: item.kind === 'read' ? item.act.at : null,
      refusedBecause: reasons.get(item.id) ?? null,
    })),
    whose,
  )
  await keepRefused(tx, refused, whose)
}

function noteInAudit(tx: Tx, applied: readonly VisitAct[]): void {
  for (const act of applied) {
    const id = 'visitId' in act && act.visitId ? act.visitId : act.id
    tx.audit({ action: auditWords[act.kind], subject: { type: 'visit', id } })
  }
}

const auditWords: Readonly<Record<VisitAct['kind'], string>> = {
  checkIn: 'check in',
  checkOut: 'check out',
  recordVisit: 'record visit',
  correctVisit: 'correct visit',
  fillCard: 'fill card',
  raiseAlarm: 'raise alarm',
  askHelp: 'ask help',
  refuseAddress: 'refuse address',
}

function unreadable(item: SentAct): readonly KeptAct[] {
  if (item.kind !== 'unreadable') return []
  return [{ id: item.id, kind: 'unreadable', at: null, reason: item.reason, whole: item.whole }]
}

function answers(sent: readonly SentAct[], seen: Seen, refused: readonly KeptAct[]): readonly ActAnswer[] {
  const now = new Map(refused.map(({ id, reason }) => [id, reason]))
  const answered = new Set<string>()
  return sent.map((item) => {
    if (item.kind === 'nameless') return { id: '', status: 'refused', reason: 'malformed' }
    const { id } = item
    const reason = now.get(id) ?? seen.get(id)
    const isRepeat = seen.has(id) || answered.has(id)
    answered.add(id)
    return reason ? { id, status: 'refused', reason } : { id, status: isRepeat ? 'duplicate' : 'applied' }
  })
}
