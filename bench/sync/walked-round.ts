import { type Kysely, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tables } from '../../src/platform/database/generated/tables.ts'

/** A visitor of a demo with a round of today: what signs in, and the doors to ring at. */
export type WalkedRound = {
  readonly membershipId: string
  readonly visitorId: string
  readonly doorIds: readonly string[]
}

/** Adds a visitor with a round of `doors` doors to the campaign that runs in the demo. */
export async function makeWalkedRound(owner: Kysely<Tables>, doors: number): Promise<WalkedRound> {
  const campaign = await owner
    .selectFrom('detection.campaign')
    .select(['municipality_id', 'zone_id', 'id'])
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  const zone = { municipality_id: campaign.municipality_id, zone_id: campaign.zone_id }
  const [visitorId, membershipId, pairId, roundId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const email = `${visitorId}@bench.example`
  await owner.insertInto('identity.account').values({ id: visitorId, email, name: 'Visitor' }).execute()
  const proven = { secrecy: 'dutyOfDiscretion', secrecy_proof: 'bench', secrecy_review_on: '2099-01-01' }
  await owner
    .insertInto('identity.membership')
    .values({ ...zone, ...proven, id: membershipId, account_id: visitorId, role: 'visitor' })
    .execute()
  const volunteers = [visitorId, null].map((account_id) => ({ id: uuidv7(), account_id }))
  await owner
    .insertInto('volunteers.volunteer')
    .values(volunteers.map((one) => ({ ...zone, ...one, name: 'Visitor', birth_year: 1960 })))
    .execute()
  const [first, second] = volunteers.map(({ id }) => id)
  await sql`
    insert into detection.visitor_pair (municipality_id, zone_id, campaign_id, id, first_volunteer_id, second_volunteer_id)
    values (${zone.municipality_id}, ${zone.zone_id}, ${campaign.id}, ${pairId}, ${first}, ${second})`.execute(owner)
  await sql`
    insert into detection.round (municipality_id, zone_id, campaign_id, id, pair_id, number, day, metres)
    select ${zone.municipality_id}, ${zone.zone_id}, ${campaign.id}, ${roundId}, ${pairId}, max(number) + 1, current_date, 400
    from detection.round where campaign_id = ${campaign.id}`.execute(owner)
  const doorIds = await addDoors(owner, roundId, doors)
  // As autovacuum does within a minute of such growth.
  await sql`analyze`.execute(owner)
  return { membershipId, visitorId, doorIds }
}

/** New doors in a street of their own, all in one round, with identifiers in walking order as a planned round has. */
async function addDoors(owner: Kysely<Tables>, roundId: string, count: number): Promise<readonly string[]> {
  const [streetId, name] = [uuidv7(), `Lindelaan ${roundId.slice(-6)}`]
  await sql`
    insert into places.street (municipality_id, id, nis_code, postal_code, name)
    select municipality_id, ${streetId}, nis_code, postal_code, ${name} from places.street limit 1`.execute(owner)
  const { rows } = await sql<{ id: string }>`
    with address as (
      insert into places.address (municipality_id, id, street_id, nis_code, postal_code, number, x, y, edition)
      select s.municipality_id, gen_random_uuid(), s.id, s.nis_code, s.postal_code, nth::text, 100000 + nth, 200000, '2025'
      from places.street s, generate_series(1, ${count}::int) nth where s.id = ${streetId}
      returning municipality_id, id, street_id, number::int as nth
    )
    insert into detection.round_address (municipality_id, id, zone_id, campaign_id, round_id, street_id, address_id, position)
    select a.municipality_id, uuidv7(), r.zone_id, r.campaign_id, r.id, a.street_id, a.id, a.nth
    from address a, detection.round r where r.id = ${roundId} order by a.nth
    returning id`.execute(owner)
  return rows.map(({ id }) => id)
}
