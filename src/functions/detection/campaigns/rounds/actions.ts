import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { addressesById } from '../../../../registers/places/index.ts'
import type { Volunteer } from '../../../../registers/volunteers/index.ts'
import type { Campaign } from '../campaign.ts'
import { campaignById, lockCampaign } from '../campaign-store.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { walkRound } from './plan-rounds.ts'
import { addRounds, addWaitingDoors, changeRound, doorsGiven, moveStreet, removeRound, saveWalk } from './plan-store.ts'
import { doorOf, membersOf, type PlanWishes, proposeRounds, teamOf } from './proposal.ts'
import { type DayProblem, dayProblems, type GivenDoors } from './round-days.ts'
import { type Round, roundById } from './round-store.ts'

type Needs = { readonly transact: Transact }

/** Keeps the proposed rounds that have a day; other doors wait. Undefined when there is no campaign that takes rounds. */
export const keepRounds = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  wishes: PlanWishes,
  today: IsoDate,
): Promise<{ readonly rounds: number; readonly waiting: number } | undefined> =>
  transact(actor, async (tx) => {
    // Held: of two who keep a plan at once, the second plans what the first left.
    const campaign = await lockCampaign(tx, id)
    if (!campaign || campaign.state === 'ended') return undefined
    const kept = await keepProposal(tx, campaign, wishes, today)
    tx.audit({ action: 'plan rounds', subject: { type: 'campaign', id }, details: { rounds: kept.rounds } })
    return kept
  })

/** The same inside a transaction. */
export async function keepProposal(tx: Tx, campaign: Campaign, wishes: PlanWishes, today: IsoDate) {
  const { rounds, waiting } = await proposeRounds(tx, campaign, wishes, today)
  const dated = rounds.flatMap(({ teamId, doors, metres, planned }) =>
    planned.kind === 'day' ? [{ pairId: teamId, day: planned.day, metres, doors }] : [],
  )
  const undated = rounds.filter(({ planned }) => planned.kind === 'noDay').flatMap(({ doors }) => doors)
  await addRounds(tx, campaign.id, dated)
  await addWaitingDoors(tx, campaign.id, [...waiting, ...undated])
  return { rounds: dated.length, waiting: waiting.length + undated.length }
}

/** Why a street cannot go to another round. */
export type MoveRefusal = 'unknownRound' | 'nothingToMove' | 'refusedByVisitor' | 'pairFrozen'

export type StreetMove =
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: MoveRefusal }
  | { readonly kind: 'tooMuch'; readonly problems: readonly DayProblem[] }

/**
 * Gives the open doors of a street (null: those without one) to another round of the campaign, within wishes and limits of who walk
 * it; both walks are put in order anew.
 */
export const moveStreetTo = (
  { transact }: Needs,
  actor: StaffActor,
  move: { readonly from: string; readonly to: string; readonly streetId: string | null },
): Promise<StreetMove> =>
  transact(actor, async (tx) => {
    const from = await roundById(tx, move.from)
    const to = await roundById(tx, move.to)
    if (!from || !to || from.campaignId !== to.campaignId || from.id === to.id) return refused('unknownRound')
    const refusal = await refusalOfPair(tx, from, to, move.streetId)
    if (refusal) return refusal
    if (!(await moveStreet(tx, move))) return refused('nothingToMove')
    for (const id of [move.from, move.to]) await walkAgain(tx, id)
    tx.audit({ action: 'move street between rounds', subject: { type: 'campaign', id: from.campaignId } })
    return { kind: 'moved' }
  })

const refused = (reason: MoveRefusal): StreetMove => ({ kind: 'refused', reason })

async function refusalOfPair(tx: Tx, from: Round, to: Round, streetId: string | null): Promise<StreetMove | undefined> {
  const campaign = await campaignById(tx, to.campaignId)
  if (!campaign) return refused('unknownRound')
  const members = (await membersOf(tx, campaign)).get(to.pairId) ?? []
  if (members.length === 0 && (await isPairOf(tx, campaign, to.pairId))) return refused('pairFrozen')
  const doors = (await roundDoors(tx, from)).filter((door) => door.streetId === streetId)
  if (teamOf(to.pairId, members, doors).refusedDoorIds.size > 0) return refused('refusedByVisitor')
  const moving = from.doors.filter((door) => door.streetId === streetId && door.state === 'open').length
  const problems = await problemsThatDay(tx, members, { day: to.day, doors: to.doors.length + moving }, [
    ...givenBy(to, to.doors.length),
    ...givenBy(from, moving),
  ])
  return moving > 0 && problems.length > 0 ? { kind: 'tooMuch', problems } : undefined
}

/** Why these volunteers cannot ring at so many doors that day; what they were given by `replaced` is not counted with it. */
async function problemsThatDay(
  tx: Tx,
  members: readonly Volunteer[],
  wanted: { readonly day: IsoDate; readonly doors: number },
  replaced: readonly GivenDoors[],
): Promise<readonly DayProblem[]> {
  const ids = members.map(({ id }) => id)
  const given = (await doorsGiven(tx, ids, wanted.day)).map((one) => {
    const again = replaced.filter(({ volunteerId, day }) => volunteerId === one.volunteerId && day === one.day)
    return { ...one, doors: again.reduce((left, { doors }) => left - doors, one.doors) }
  })
  return dayProblems(members, { ...wanted, given: given.filter(({ doors }) => doors > 0) })
}

/** So many doors of a round, as given to each of its two. */
const givenBy = ({ volunteers, day }: Round, doors: number): readonly GivenDoors[] =>
  volunteers.map(({ id }) => ({ volunteerId: id, day, doors }))

const isPairOf = async (tx: Tx, { id }: Campaign, pairId: string) =>
  (await pairsOf(tx, id)).some((pair) => pair.id === pairId)

async function walkAgain(tx: Tx, roundId: string): Promise<void> {
  const round = await roundById(tx, roundId)
  if (round) await saveWalk(tx, roundId, walkRound(await roundDoors(tx, round)))
}

async function roundDoors(tx: Tx, { doors }: Round) {
  const addresses = await addressesById(
    tx,
    doors.map(({ addressId }) => addressId),
  )
  return addresses.map(doorOf)
}

export type RoundChange =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly problems: readonly RoundProblem[] }
  | { readonly kind: 'stale' | 'unknown' }
export type RoundProblem =
  | DayProblem
  | { readonly kind: 'outsideCampaign' }
  | { readonly kind: 'pairFrozen' }
  | { readonly kind: 'doorsRefused'; readonly doors: number }

/** Gives a round another day or another pair, within wishes and limits. */
export const replanRound = (
  { transact }: Needs,
  actor: StaffActor,
  change: { readonly id: string; readonly version: number; readonly day: IsoDate; readonly pairId: string },
): Promise<RoundChange> =>
  transact(actor, async (tx) => {
    const round = await roundById(tx, change.id)
    const campaign = round && (await campaignById(tx, round.campaignId))
    if (!round || !campaign || !(await isPairOf(tx, campaign, change.pairId))) return { kind: 'unknown' }
    const members = (await membersOf(tx, campaign)).get(change.pairId)
    if (!members) return { kind: 'refused', problems: [{ kind: 'pairFrozen' }] }
    const refusedDoors = teamOf(change.pairId, members, await roundDoors(tx, round)).refusedDoorIds.size
    const problems: RoundProblem[] = [
      ...(change.day < campaign.startsOn || change.day > campaign.endsOn ? [{ kind: 'outsideCampaign' as const }] : []),
      ...(await problemsThatDay(
        tx,
        members,
        { day: change.day, doors: round.doors.length },
        givenBy(round, round.doors.length),
      )),
      ...(refusedDoors > 0 ? [{ kind: 'doorsRefused' as const, doors: refusedDoors }] : []),
    ]
    if (problems.length > 0) return { kind: 'refused', problems }
    if (!(await changeRound(tx, change))) return { kind: 'stale' }
    tx.audit({ action: 'change round', subject: { type: 'campaign', id: campaign.id } })
    return { kind: 'changed' }
  })

/** Takes back a round at whose doors nobody rang yet. */
export const withdrawRound = ({ transact }: Needs, actor: StaffActor, id: string): Promise<boolean> =>
  transact(actor, async (tx) => {
    const round = await roundById(tx, id)
    if (!round || !(await removeRound(tx, id))) return false
    tx.audit({ action: 'remove round', subject: { type: 'campaign', id: round.campaignId } })
    return true
  })
