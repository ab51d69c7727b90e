import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { colleagues } from '../../../../platform/identity/colleagues.ts'
import { onCallPhone } from '../../../../registers/municipalities/index.ts'
import { doorplatesOf } from '../../../../registers/places/index.ts'
import { fellowsByIds, isAwayOn } from '../../../../registers/volunteers/index.ts'
import type { Outcome } from '../campaign.ts'

/** A door as a visitor sees it on a round: where to ring and what came of it. No names. */
export type RoundDoor = {
  readonly roundAddressId: string
  readonly addressId: string
  readonly neighbourhoodId: string | null
  readonly position: number
  /** null, as `street`: published without one; `streetNearby` helps to find it. */
  readonly streetId: string | null
  readonly street: string | null
  readonly streetNearby: string | null
  readonly number: string
  readonly box: string | null
  /** Lambert 72 metres. */
  readonly x: number
  readonly y: number
  readonly state: 'open' | 'done'
  readonly outcome: Outcome | null
  readonly version: number
}

/** A round with its doors in walking order. */
export type Round = {
  readonly id: string
  readonly number: number
  readonly pairId: string
  readonly zoneId: string
  readonly day: IsoDate
  readonly metres: number
  readonly campaignId: string
  readonly campaignName: string
  /** Last day of the campaign: after it nobody sees the addresses. */
  readonly until: IsoDate
  /** Languages of the campaign, first the one of the letter. */
  readonly languages: readonly string[]
  readonly volunteers: readonly { readonly id: string; readonly name: string; readonly userId: string | null }[]
  /** False while the file of one of the two is frozen: nobody rings at a door alone. */
  readonly isPairWhole: boolean
  /** Both can go that day, as far as is known: neither is frozen, has stopped or pauses. */
  readonly goesTogether: boolean
  /** Without a number of their own, visitors call the emergency number of the municipality. */
  readonly onCall: { readonly name: string; readonly phone: string | null } | null
  readonly version: number
  readonly doors: readonly RoundDoor[]
}

/**
 * Rounds of the visitor with this account on `day` and later, while their campaign runs (rule P8); addresses that would rather
 * have no visit are left out. None for a volunteer whose file is frozen, or who has stopped by then.
 */
export async function roundsForVisitor(tx: Tx, userId: string, day: IsoDate): Promise<readonly VisitorRound[]> {
  const rounds = await roundsWhere(
    tx,
    sql`r.day >= ${day} and c.state = 'running' and c.ends_on >= ${day}
    and r.pair_id in (
      select p.id from detection.visitor_pair p join volunteers.fellows() v on v.id in (p.first_volunteer_id, p.second_volunteer_id)
      where v.account_id = ${userId} and (v.ended_on is null or v.ended_on > r.day))`,
  )
  return rounds.map((round) => ({
    ...round,
    partner: round.goesTogether ? (round.volunteers.find((one) => one.userId !== userId)?.name ?? null) : null,
  }))
}
/** A round with the name of who comes along; null while that is not known, and when one of the two cannot go that day. */
export type VisitorRound = Round & { readonly partner: string | null }

/** One round, for its sheet on paper and for entering it afterwards; undefined when it is not one's to see. */
export async function roundById(tx: Tx, id: string): Promise<Round | undefined> {
  return (await roundsWhere(tx, sql`r.id = ${id}`))[0]
}

type Head = Omit<Round, 'volunteers' | 'isPairWhole' | 'goesTogether' | 'onCall' | 'doors'> & {
  readonly firstVolunteerId: string
  readonly secondVolunteerId: string
  readonly onCallUserId: string
}

async function roundsWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<readonly Round[]> {
  const { rows: heads } = await sql<Head>`
    select r.id, r.number, r.pair_id as "pairId", r.zone_id as "zoneId", r.day, r.metres, r.version, c.id as "campaignId", c.name as "campaignName",
      c.ends_on as until, c.languages, c.on_call_user_id as "onCallUserId",
      p.first_volunteer_id as "firstVolunteerId", p.second_volunteer_id as "secondVolunteerId"
    from detection.round r
    join detection.campaign c on c.municipality_id = r.municipality_id and c.id = r.campaign_id
    join detection.visitor_pair p on p.municipality_id = r.municipality_id and p.id = r.pair_id
    where ${condition}
    order by r.day, r.number`.execute(tx.db)
  if (heads.length === 0) return []
  const doors = await doorsOfRounds(
    tx,
    heads.map(({ id }) => id),
  )
  const names = await fellowsByIds(
    tx,
    heads.flatMap(({ firstVolunteerId, secondVolunteerId }) => [firstVolunteerId, secondVolunteerId]),
  )
  const staff = new Map((await colleagues(tx, { roles: ['coordinator'] })).map((one) => [one.userId, one]))
  const otherwise = await onCallPhone(tx)
  return heads.map(({ firstVolunteerId, secondVolunteerId, onCallUserId, ...head }) => {
    const onCall = staff.get(onCallUserId)
    const volunteers = [firstVolunteerId, secondVolunteerId].flatMap((id) => names.get(id) ?? [])
    return {
      ...head,
      volunteers,
      isPairWhole: volunteers.length === 2,
      goesTogether: volunteers.length === 2 && !volunteers.some((one) => isAwayOn(one, head.day)),
      onCall: onCall ? { name: onCall.name, phone: onCall.phone ?? otherwise } : null,
      doors: doors.get(head.id) ?? [],
    }
  })
}

type DoorRow = Omit<RoundDoor, 'neighbourhoodId' | 'street' | 'streetNearby' | 'number' | 'box' | 'x' | 'y'> & {
  readonly roundId: string
}

async function doorsOfRounds(tx: Tx, roundIds: readonly string[]): Promise<ReadonlyMap<string, readonly RoundDoor[]>> {
  const { rows } = await sql<DoorRow>`
    select d.round_id as "roundId", d.id as "roundAddressId", d.address_id as "addressId", d.street_id as "streetId", d.position, d.state,
      d.last_outcome as outcome, d.version
    from detection.round_address d
    where d.round_id = any(${[...roundIds]}::uuid[]) and not exists (
      select from detection.campaign_opt_out o
      where o.municipality_id = d.municipality_id and o.campaign_id = d.campaign_id and o.address_id = d.address_id)
    order by d.round_id, d.position`.execute(tx.db)
  const places = await doorplatesOf(
    tx,
    rows.map(({ addressId }) => addressId),
  )
  const doors = rows.flatMap(({ roundId, ...row }) => {
    const place = places.get(row.addressId)
    if (!place) return []
    const { neighbourhoodId, street, streetNearby, number, box, x, y } = place
    return [{ roundId, door: { ...row, neighbourhoodId, street, streetNearby, number, box: box || null, x, y } }]
  })
  return new Map(
    [...Map.groupBy(doors, ({ roundId }) => roundId)].map(([id, own]) => [id, own.map(({ door }) => door)]),
  )
}
