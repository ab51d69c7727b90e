import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Campaign } from '../campaign.ts'
import { doorsOf } from '../campaign-store.ts'
import { mayBePlanned } from '../letters/letter-store.ts'
import type { Door } from './door.ts'
import type { GivenDoors } from './round-days.ts'

/** Addresses of a campaign that wait for a round. */
export async function waitingAddresses(tx: Tx, campaign: Campaign, today: IsoDate): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select chosen.address_id as id ${fromWaiting(campaign, today)}`.execute(
    tx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** How many of a campaign's doors wait for a round. */
export async function countWaiting(tx: Tx, campaign: Campaign, today: IsoDate): Promise<number> {
  const { rows } = await sql<{ doors: number }>`select count(*) as doors ${fromWaiting(campaign, today)}`.execute(tx.db)
  return rows[0]?.doors ?? 0
}

/** How many doors of an announced campaign wait for a letter of their own, and how many that have one for a round: asked in one go, for it is on "Vandaag". */
export async function countWaitingFor(
  tx: Tx,
  { id, ...campaign }: Campaign,
  today: IsoDate,
): Promise<{ readonly letters: number; readonly rounds: number }> {
  const { rows } = await sql<{ letters: number; rounds: number }>`
    select count(*) filter (where letter.address_id is null) as letters,
      count(*) filter (where letter.address_id is not null and settled.address_id is null) as rounds
    from ${doorsOf({ id, ...campaign })}
    left join detection.campaign_letter letter on letter.campaign_id = ${id} and letter.address_id = chosen.address_id
    left join (select distinct d.address_id from detection.round_address d
      left join detection.round r on r.municipality_id = d.municipality_id and r.id = d.round_id
      where d.campaign_id = ${id} and (d.state = 'done' or r.day >= ${today})) settled on settled.address_id = chosen.address_id
    where not exists (select from detection.campaign_opt_out o where o.campaign_id = ${id} and o.address_id = chosen.address_id)`.execute(
    tx.db,
  )
  return rows[0] ?? { letters: 0, rounds: 0 }
}

/**
 * Doors without a round to come: never planned, handed back, or still open after the day of their round. Not those that are settled,
 * would rather have no visit, or came after the letters and have none of their own yet.
 */
const fromWaiting = (campaign: Campaign, today: IsoDate) => sql`
  from ${doorsOf(campaign)}
  where ${mayBePlanned(campaign)}
    and not exists (select from detection.campaign_opt_out o
      where o.campaign_id = ${campaign.id} and o.address_id = chosen.address_id)
    and not exists (select from detection.round_address d
      left join detection.round r on r.municipality_id = d.municipality_id and r.id = d.round_id
      where d.campaign_id = ${campaign.id} and d.address_id = chosen.address_id
        and (d.state = 'done' or r.day >= ${today}))`

/** A round to keep. */
export type RoundToKeep = {
  readonly pairId: string
  readonly day: IsoDate
  readonly metres: number
  /** In walking order; identifiers are of addresses. */
  readonly doors: readonly Door[]
}

/** Keeps rounds with their doors. A door that waited moves to its new round; what came of it before stays. */
export async function addRounds(tx: Tx, campaignId: string, rounds: readonly RoundToKeep[]): Promise<void> {
  if (rounds.length === 0) return
  const kept = rounds.map((round) => ({ ...round, id: uuidv7() }))
  await sql`
    insert into detection.round (municipality_id, id, zone_id, campaign_id, pair_id, number, day, metres)
    select c.municipality_id, made.id, c.zone_id, c.id, made.pair_id,
      (select coalesce(max(r.number), 0) from detection.round r where r.municipality_id = c.municipality_id and r.campaign_id = c.id)
        + made.place, made.day, made.metres
    from detection.campaign c
    cross join unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ pairId }) => pairId)}::uuid[],
      ${kept.map(({ day }) => day)}::date[], ${kept.map(({ metres }) => metres)}::integer[])
      with ordinality as made (id, pair_id, day, metres, place)
    where c.id = ${campaignId}`.execute(tx.db)
  await putDoors(
    tx,
    campaignId,
    kept.flatMap(({ id, doors }) => doors.map((door, place) => ({ roundId: id, door, position: place + 1 }))),
  )
}

/**
 * Takes doors that a campaign does not go to (any more) out of its rounds, and the rounds that are empty then. For a campaign that
 * did not begin: nothing has happened at a door.
 */
export async function dropOtherDoors(tx: Tx, campaign: Campaign): Promise<void> {
  await sql`
    delete from detection.round_address d
    where d.campaign_id = ${campaign.id} and d.last_outcome is null
      and d.address_id not in (select chosen.address_id from ${doorsOf(campaign)})`.execute(tx.db)
  await sql`
    delete from detection.round r
    where r.campaign_id = ${campaign.id} and not exists (select from detection.round_address d
      where d.municipality_id = r.municipality_id and d.round_id = r.id)`.execute(tx.db)
}

/** Leaves doors that no pair can visit without a round, so that they are seen waiting. */
export async function addWaitingDoors(tx: Tx, campaignId: string, doors: readonly Door[]): Promise<void> {
  await putDoors(
    tx,
    campaignId,
    doors.map((door, place) => ({ roundId: null, door, position: place + 1 })),
  )
}

type PlacedDoor = { readonly roundId: string | null; readonly door: Door; readonly position: number }

async function putDoors(tx: Tx, campaignId: string, doors: readonly PlacedDoor[]): Promise<void> {
  if (doors.length === 0) return
  await sql`
    insert into detection.round_address (municipality_id, id, zone_id, campaign_id, round_id, street_id, address_id, position)
    select c.municipality_id, placed.id, c.zone_id, c.id, placed.round_id, placed.street_id, placed.address_id, placed.position
    from detection.campaign c
    cross join unnest(${doors.map(() => uuidv7())}::uuid[], ${doors.map(({ roundId }) => roundId)}::uuid[],
      ${doors.map(({ door }) => door.streetId)}::uuid[], ${doors.map(({ door }) => door.id)}::uuid[],
      ${doors.map(({ position }) => position)}::integer[]) as placed (id, round_id, street_id, address_id, position)
    where c.id = ${campaignId}
    on conflict (municipality_id, campaign_id, address_id) do update
      set round_id = excluded.round_id, position = excluded.position, version = round_address.version + 1
      where round_address.state = 'open'`.execute(tx.db)
}

/** Doors given to these volunteers from `from` on, in all campaigns, per day. */
export async function doorsGiven(
  tx: Tx,
  volunteerIds: readonly string[],
  from: IsoDate,
): Promise<readonly GivenDoors[]> {
  const { rows } = await sql<GivenDoors>`
    select asked.id as "volunteerId", r.day, count(*) as doors
    from unnest(${[...volunteerIds]}::uuid[]) as asked (id)
    join detection.visitor_pair p on asked.id in (p.first_volunteer_id, p.second_volunteer_id)
    join detection.round r on r.municipality_id = p.municipality_id and r.pair_id = p.id
    join detection.round_address d on d.municipality_id = r.municipality_id and d.round_id = r.id
    where r.day >= date_trunc('month', ${from}::date - 7)
    group by asked.id, r.day`.execute(tx.db)
  return rows
}

/** Puts the open doors of a street (null: those without one) from one round into another; false when there were none. */
export async function moveStreet(
  tx: Tx,
  { from, to, streetId }: { from: string; to: string; streetId: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update detection.round_address set round_id = ${to}, version = version + 1
    where round_id = ${from} and street_id is not distinct from ${streetId}::uuid and state = 'open'`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Keeps the walking order of a round anew. */
export async function saveWalk(
  tx: Tx,
  roundId: string,
  walk: { doors: readonly Door[]; metres: number },
): Promise<void> {
  await sql`
    update detection.round_address d set position = walked.position
    from unnest(${walk.doors.map(({ id }) => id)}::uuid[]) with ordinality as walked (address_id, position)
    where d.round_id = ${roundId} and d.address_id = walked.address_id`.execute(tx.db)
  await sql`update detection.round set metres = ${walk.metres}, version = version + 1 where id = ${roundId}`.execute(
    tx.db,
  )
}

/** Gives a round another day or pair; false when somebody changed it since `version`. */
export async function changeRound(
  tx: Tx,
  {
    id,
    version,
    day,
    pairId,
  }: { readonly id: string; readonly version: number; readonly day: IsoDate; readonly pairId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.round')
    .set({ day, pair_id: pairId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Takes a round away; its doors wait for another. Only a round at whose doors nothing happened yet: false otherwise. */
export async function removeRound(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ isVisited: boolean }>`
    select exists (select from detection.round_address where round_id = ${id} and last_outcome is not null) as "isVisited"`.execute(
    tx.db,
  )
  if (rows[0]?.isVisited) return false
  await sql`update detection.round_address set round_id = null, version = version + 1 where round_id = ${id}`.execute(
    tx.db,
  )
  await tx.db.deleteFrom('detection.round').where('id', '=', id).execute()
  return true
}
