import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Address } from '../../../../registers/places/index.ts'
import { frozenFiles, type Volunteer, volunteersIn } from '../../../../registers/volunteers/index.ts'
import { addressesOf } from '../addresses/campaign-doors.ts'
import type { Campaign } from '../campaign.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import type { Door } from './door.ts'
import { type PlannedRound, planRounds, type Team } from './plan-rounds.ts'
import { doorsGiven, waitingAddresses } from './plan-store.ts'
import { planDays, type RoundDay } from './round-days.ts'

/** How a coordinator wants rounds to be. */
export type PlanWishes = {
  readonly doorsPerRound: number
  readonly from: IsoDate
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
}

/** A round with the day on which its pair can go, or why there is none. */
export type ProposedRound = PlannedRound & { readonly planned: RoundDay }

/** A plan for the doors that have no round to come. Nothing is kept yet. */
export type RoundProposal = {
  readonly rounds: readonly ProposedRound[]
  /** Doors that every pair refuses, or all of them when there is no pair. */
  readonly waiting: readonly Door[]
  readonly members: ReadonlyMap<string, readonly Volunteer[]>
}

/** Works out rounds for the doors of a campaign that wait; the same facts and wishes give the same proposal. */
export async function proposeRounds(
  tx: Tx,
  campaign: Campaign,
  wishes: PlanWishes,
  today: IsoDate,
): Promise<RoundProposal> {
  const doors = await waitingDoors(tx, campaign, today)
  const members = await membersOf(tx, campaign)
  const teams = [...members].map(([id, volunteers]) => teamOf(id, volunteers, doors))
  const { rounds, waiting } = planRounds(doors, teams, wishes.doorsPerRound)
  const volunteerIds = [...members.values()].flat().map(({ id }) => id)
  const firstDay = [wishes.from, campaign.startsOn, today].reduce((late, day) => (day > late ? day : late))
  const days = planDays(
    rounds.map((round) => ({ pairId: round.teamId, doors: round.doors.length })),
    {
      from: firstDay,
      until: campaign.endsOn,
      weekdays: wishes.weekdays,
      members,
      given: await doorsGiven(tx, volunteerIds, firstDay),
    },
  )
  return {
    rounds: rounds.map((round, place) => ({ ...round, planned: days[place] ?? { kind: 'noDay', problems: [] } })),
    waiting,
    members,
  }
}

/** The doors of a campaign that wait for a round. */
async function waitingDoors(tx: Tx, campaign: Campaign, today: IsoDate): Promise<readonly Door[]> {
  const waiting = await waitingAddresses(tx, campaign, today)
  return (await addressesOf(tx, campaign)).filter(({ id }) => waiting.has(id)).map(doorOf)
}

/** An address as a door to walk to. */
export const doorOf = ({ id, streetId, number, box, x, y }: Address): Door => ({ id, streetId, number, box, x, y })

/** The two volunteers of each pair that goes out in this campaign; not of a pair with somebody whose file is frozen. */
export async function membersOf(tx: Tx, campaign: Campaign): Promise<ReadonlyMap<string, readonly Volunteer[]>> {
  const frozen = new Set((await frozenFiles(tx)).map(({ id }) => id))
  const pairs = (await pairsOf(tx, campaign.id)).filter(
    ({ firstVolunteerId, secondVolunteerId }) => !frozen.has(firstVolunteerId) && !frozen.has(secondVolunteerId),
  )
  const ids = pairs.flatMap(({ firstVolunteerId, secondVolunteerId }) => [firstVolunteerId, secondVolunteerId])
  const people = new Map((await volunteersIn(tx, { ids })).map((volunteer) => [volunteer.id, volunteer]))
  return new Map(
    pairs.map((pair) => [
      pair.id,
      [pair.firstVolunteerId, pair.secondVolunteerId].flatMap((id) => people.get(id) ?? []),
    ]),
  )
}

/** Which of these doors one of the two would rather not visit, by address or by street. */
export function teamOf(id: string, volunteers: readonly Volunteer[], doors: readonly Door[]): Team {
  const addresses = new Set(volunteers.flatMap(({ refusedAddressIds }) => refusedAddressIds))
  const streets = new Set(volunteers.flatMap(({ refusedStreetIds }) => refusedStreetIds))
  const refused = doors.filter(
    (door) => addresses.has(door.id) || (door.streetId !== null && streets.has(door.streetId)),
  )
  return { id, refusedDoorIds: new Set(refused.map((door) => door.id)) }
}
