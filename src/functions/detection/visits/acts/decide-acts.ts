import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { CampaignDoor } from '../../campaigns/index.ts'
import { expectedBack, isStillVisible, type VisitOutcome } from '../visit.ts'
import type { RefusalReason, VisitAct } from './visit-act.ts'

/** A visit as it stands. */
export type VisitFacts = {
  readonly id: string
  readonly roundAddressId: string
  readonly visitorId: string
  readonly outcome: VisitOutcome
  readonly sentence: string | null
  readonly wantsReturnOn: IsoDate | null
  readonly visitedAt: Date
  readonly handedOverAt: Date
  readonly version: number
}

/** Somebody out on a round; `backAt` is null while out. */
export type OutingFacts = {
  readonly id: string
  readonly roundId: string
  readonly checkedInAt: Date
  readonly expectedBackAt: Date
  readonly backAt: Date | null
}

/** All that the acts of one request touch, as it stood before them. */
export type Situation = {
  readonly now: Date
  readonly timeZone: string
  /** Whose acts these are. */
  readonly visitorId: string
  /** A coordinator settling a refusal decides what the rules of time and round no longer allow. */
  readonly isCoordinator: boolean
  readonly roundIds: ReadonlySet<string>
  readonly doors: ReadonlyMap<string, CampaignDoor>
  readonly visits: ReadonlyMap<string, VisitFacts>
  readonly outings: readonly OutingFacts[]
}

export type Refusal = { readonly act: VisitAct; readonly reason: RefusalReason }

/** What the acts come down to: rows to write, in any order, and what was refused. */
export type Decisions = {
  readonly applied: readonly VisitAct[]
  readonly refused: readonly Refusal[]
  readonly visits: readonly VisitFacts[]
  readonly outcomes: readonly { roundAddressId: string; outcome: VisitOutcome; at: Date }[]
  readonly outings: readonly OutingFacts[]
  readonly cards: readonly Extract<VisitAct, { kind: 'fillCard' }>[]
  readonly calls: readonly Extract<VisitAct, { kind: 'raiseAlarm' | 'askHelp' }>[]
  readonly handedBack: readonly string[]
}

/**
 * Replays acts in the order given on a situation. Each act is judged by the moment it was done, not the moment it arrived, so
 * a phone that was off for a day loses nothing. An alarm is never refused. Pure: the caller loads and saves.
 */
export function decideActs(situation: Situation, acts: readonly VisitAct[]): Decisions {
  const desk: Desk = {
    situation,
    dayOf: daysIn(situation.timeZone),
    visits: new Map(situation.visits),
    changedVisits: new Set(),
    outings: new Map(situation.outings.map((outing) => [outing.roundId, outing])),
    changedRounds: new Set(),
    handedBack: [],
  }
  const judged = acts.map((act) => ({ act, reason: judge(desk, act) }))
  const applied = judged.flatMap(({ act, reason }) => (reason ? [] : [act]))
  const visits = [...desk.changedVisits].flatMap((id) => desk.visits.get(id) ?? [])
  return {
    applied,
    refused: judged.flatMap(({ act, reason }) => (reason ? [{ act, reason }] : [])),
    visits,
    outcomes: visits.map(({ roundAddressId, outcome, visitedAt }) => ({ roundAddressId, outcome, at: visitedAt })),
    outings: [...desk.changedRounds].flatMap((id) => desk.outings.get(id) ?? []),
    cards: applied.filter((act) => act.kind === 'fillCard'),
    calls: applied.filter((act) => act.kind === 'raiseAlarm' || act.kind === 'askHelp'),
    handedBack: desk.handedBack,
  }
}

/** The situation as it becomes while acts are replayed; each act sees what the ones before it did. */
type Desk = {
  readonly situation: Situation
  readonly dayOf: (at: Date) => IsoDate
  readonly visits: Map<string, VisitFacts>
  readonly changedVisits: Set<string>
  readonly outings: Map<string, OutingFacts>
  readonly changedRounds: Set<string>
  readonly handedBack: string[]
}

/** Applies one act to the desk, or gives why not. */
function judge(desk: Desk, act: VisitAct): RefusalReason | undefined {
  switch (act.kind) {
    case 'checkIn':
      return checkIn(desk, act)
    case 'checkOut':
      return checkOut(desk, act)
    case 'recordVisit':
      return record(desk, act)
    case 'correctVisit':
      return correct(desk, act)
    case 'fillCard':
      return desk.visits.has(act.visitId) ? undefined : 'visitUnknown'
    case 'refuseAddress':
      return handBack(desk, act)
    case 'raiseAlarm':
    case 'askHelp':
      return undefined
  }
}

function checkIn(desk: Desk, { id, at, body }: ActOf<'checkIn'>): RefusalReason | undefined {
  const { roundIds, now } = desk.situation
  if (!roundIds.has(body.roundId)) return 'notYourRound'
  const checkedInAt = momentOf(at, now)
  const expectedBackAt = expectedBack(checkedInAt, body.expectedBackAt ? new Date(body.expectedBackAt) : undefined)
  desk.outings.set(body.roundId, { id, roundId: body.roundId, checkedInAt, expectedBackAt, backAt: null })
  desk.changedRounds.add(body.roundId)
  return undefined
}

function checkOut(desk: Desk, { at, body }: ActOf<'checkOut'>): RefusalReason | undefined {
  const outing = desk.outings.get(body.roundId)
  if (!outing) return 'notCheckedIn'
  desk.outings.set(body.roundId, { ...outing, backAt: momentOf(at, desk.situation.now) })
  desk.changedRounds.add(body.roundId)
  return undefined
}

function record(desk: Desk, { visitId, at, body }: ActOf<'recordVisit'>): RefusalReason | undefined {
  const { situation, dayOf, visits, changedVisits } = desk
  if (visits.has(visitId)) return 'visitExists'
  const visitedAt = momentOf(at, situation.now)
  const reason = doorProblem(situation.doors.get(body.roundAddressId), dayOf(visitedAt), situation.isCoordinator)
  if (reason) return reason
  visits.set(visitId, {
    id: visitId,
    roundAddressId: body.roundAddressId,
    visitorId: situation.visitorId,
    outcome: body.outcome,
    sentence: body.sentence || null,
    wantsReturnOn: body.wantsReturnOn ?? null,
    visitedAt,
    handedOverAt: situation.now,
    version: 1,
  })
  changedVisits.add(visitId)
  return undefined
}

function correct(desk: Desk, { visitId, basedOn, body }: ActOf<'correctVisit'>): RefusalReason | undefined {
  const { now, isCoordinator } = desk.situation
  const visit = desk.visits.get(visitId)
  if (!visit) return 'visitUnknown'
  if (!isCoordinator && !isStillVisible(visit.handedOverAt, now)) return 'handedOver'
  if (basedOn !== undefined && basedOn !== visit.version) return 'changedMeanwhile'
  desk.visits.set(visitId, {
    ...visit,
    outcome: body.outcome,
    sentence: body.sentence || null,
    wantsReturnOn: body.wantsReturnOn ?? null,
    version: visit.version + 1,
  })
  desk.changedVisits.add(visitId)
  return undefined
}

function handBack(desk: Desk, { body }: ActOf<'refuseAddress'>): RefusalReason | undefined {
  if (!desk.situation.doors.has(body.roundAddressId)) return 'notYourRound'
  desk.handedBack.push(body.roundAddressId)
  return undefined
}

type ActOf<Kind extends VisitAct['kind']> = Extract<VisitAct, { kind: Kind }>

/** Why nobody may write about a visit to this door on that day. The coordinator is not held to the calendar. */
function doorProblem(door: CampaignDoor | undefined, day: IsoDate, isCoordinator: boolean): RefusalReason | undefined {
  if (!door || (!door.roundId && !isCoordinator)) return 'notYourRound'
  if (door.isOptedOut) return 'optedOut'
  const lastDay = door.endedOn && door.endedOn < door.endsOn ? door.endedOn : door.endsOn
  if (!isCoordinator && (!door.isStarted || day < door.startsOn || day > lastDay)) return 'campaignNotRunning'
  return undefined
}

/** The day of a moment, worked out once per quarter of an hour: no time zone begins a day in between. */
function daysIn(timeZone: string): (at: Date) => IsoDate {
  const known = new Map<number, IsoDate>()
  return (at) => {
    const quarter = Math.floor(at.getTime() / 900_000)
    const day = known.get(quarter) ?? isoDateIn(timeZone, at)
    known.set(quarter, day)
    return day
  }
}

/** When it was done; a phone whose clock runs ahead counts as now. */
function momentOf(at: string, now: Date): Date {
  const moment = new Date(at)
  return moment > now ? now : moment
}
