import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { makeStaff, type TestMunicipality, type World } from './world.ts'

/** What a test of visits names; the rest is ordinary: a campaign of this month, a round of today. */
export type RoundWishes = {
  readonly doors?: number
  readonly startsOn?: string
  readonly endsOn?: string
  readonly day?: string
  readonly visitor?: StaffActor
}

/** A visitor with a round of today in a running campaign, and the coordinator on call. */
export async function makeRound(world: World, municipality: TestMunicipality, wishes: RoundWishes = {}) {
  const { startsOn = '2026-11-01', endsOn = '2026-11-30', day = '2026-11-23', doors: doorCount = 3 } = wishes
  const { owner } = world.database
  const zone = { municipality_id: municipality.id, zone_id: municipality.municipalityZone }
  const coordinator = await makeStaff(world, municipality)
  const visitor =
    wishes.visitor ?? (await makeStaff(world, municipality, { role: 'visitor', secrecy: 'dutyOfDiscretion' }))
  const partner = uuidv7()
  const volunteer = uuidv7()
  await owner
    .insertInto('volunteers.volunteer')
    .values([
      { ...zone, id: volunteer, account_id: visitor.userId, name: visitor.name, birth_year: 1955 },
      { ...zone, id: partner, name: 'Roos Peeters', birth_year: 1960 },
    ])
    .execute()
  const campaign = uuidv7()
  await owner
    .insertInto('detection.campaign')
    .values({
      ...zone,
      id: campaign,
      name: 'Winterbezoek',
      reason: 'Weten hoe het gaat',
      decided_by: 'college',
      decided_on: startsOn,
      legal_ground_type: 'publicTask',
      legal_ground: 'Decreet lokaal sociaal beleid',
      languages: ['nl'],
      starts_on: startsOn,
      ends_on: endsOn,
      on_call_user_id: coordinator.userId,
      state: 'running',
      announced_on: startsOn,
      started_on: startsOn,
      created_by: coordinator.userId,
    })
    .execute()
  const pair = uuidv7()
  await owner
    .insertInto('detection.visitor_pair')
    .values({ ...zone, id: pair, campaign_id: campaign, first_volunteer_id: volunteer, second_volunteer_id: partner })
    .execute()
  const round = uuidv7()
  await owner
    .insertInto('detection.round')
    .values({ ...zone, id: round, campaign_id: campaign, pair_id: pair, number: 1, day, metres: 400 })
    .execute()
  const doors = await makeDoors(world, municipality, { campaign, round, count: doorCount })
  return { visitor, coordinator, campaign, round, volunteer, doors }
}
export type TestRound = Awaited<ReturnType<typeof makeRound>>

async function makeDoors(
  { database: { owner } }: World,
  municipality: TestMunicipality,
  { campaign, round, count }: { campaign: string; round: string; count: number },
): Promise<readonly { readonly id: string; readonly addressId: string }[]> {
  const street = uuidv7()
  const place = { municipality_id: municipality.id, nis_code: '99001', postal_code: '9999' }
  await owner
    .insertInto('places.street')
    .values({ ...place, id: street, name: `Lindelaan ${street.slice(-6)}` })
    .execute()
  const doors = Array.from({ length: count }, () => ({ id: uuidv7(), addressId: uuidv7() }))
  for (let start = 0; start < count; start += 2000) {
    const some = doors.slice(start, start + 2000)
    await owner
      .insertInto('places.address')
      .values(
        some.map(({ addressId }, index) => ({
          ...place,
          id: addressId,
          street_id: street,
          number: String(start + index + 1),
          x: 100_000 + start + index,
          y: 200_000,
          edition: '2025',
        })),
      )
      .execute()
    // As autovacuum does within a minute: without it each foreign key of a door reads all addresses there are.
    if (count > 500) await sql`analyze places.address, places.street`.execute(owner)
    await owner
      .insertInto('detection.round_address')
      .values(
        some.map(({ id, addressId }, index) => ({
          municipality_id: municipality.id,
          zone_id: municipality.municipalityZone,
          id,
          campaign_id: campaign,
          round_id: round,
          street_id: street,
          address_id: addressId,
          position: start + index + 1,
        })),
      )
      .execute()
  }
  return doors
}
