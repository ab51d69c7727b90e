import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRound, type TestRound } from '../../../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import type { Db } from '../../../platform/database/connect.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
let round: TestRound
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
  round = await makeRound(world, here)
})
afterAll(() => world.close())

/** Writes a visit for each of these, in one statement, past the program. */
function insert(...visits: readonly Visit[]) {
  return insertWith(world.database.owner, ...visits)
}

type Visit = { readonly campaign?: string; readonly visitor?: string; readonly door?: string }

function insertWith(db: Db, ...visits: readonly Visit[]) {
  const at = new Date('2026-11-23T10:00:00Z')
  return db
    .insertInto('detection.visit')
    .values(
      visits.map(({ campaign = round.campaign, visitor = round.visitor.userId, door = round.doors[0]?.id ?? '' }) => ({
        municipality_id: here.id,
        zone_id: here.municipalityZone,
        id: uuidv7(),
        campaign_id: campaign,
        round_address_id: door,
        visitor_id: visitor,
        outcome: 'notHome',
        visited_at: at,
        handed_over_at: at,
      })),
    )
    .execute()
}

test('the database refuses a visit of a campaign, a visitor or a door that is not there, among ever so many that are', async () => {
  const there = await makeRound(world, elsewhere)
  const other = await makeRound(world, here)
  const doors = [uuidv7(), there.doors[0]?.id ?? '', other.doors[0]?.id ?? ''].map((door) => ({ door }))
  for (const wrong of [{ campaign: uuidv7() }, { campaign: there.campaign }, { visitor: uuidv7() }, ...doors])
    await expect(insert({}, wrong, {})).rejects.toMatchObject({ code: '23503' })
  await insert({}, {})
})

test('a visit stays with its campaign, its visitor and its door, and the door in its campaign', async () => {
  await insert({})
  const other = await makeRound(world, here)
  const moved = { round_address_id: other.doors[0]?.id ?? '' }
  for (const changed of [{ campaign_id: other.campaign }, { visitor_id: other.visitor.userId }, moved])
    await expect(world.database.owner.updateTable('detection.visit').set(changed).execute()).rejects.toThrow(/refused/)
  const moving = world.database.owner.updateTable('detection.round_address').set({ campaign_id: other.campaign })
  await expect(moving.execute()).rejects.toThrow(/refused/)
  await world.database.owner.updateTable('detection.visit').set({ outcome: 'notNow' }).execute()
})

test('a door that is taken away while a visit at it is written takes the visit along', async () => {
  const { campaign, doors } = await makeRound(world, here)
  const door = doors[0]?.id ?? ''
  const { owner } = world.database
  const takeAway = () => sql`delete from detection.round_address where id = ${door}`.execute(owner)
  const deleting = await owner.transaction().execute(async (db) => {
    await insertWith(db, { campaign, door })
    const late = takeAway()
    // It waits for us: otherwise the visit would be left without a door.
    await expect(Promise.race([late, setTimeout(100, 'waits')])).resolves.toBe('waits')
    return { late }
  })
  await deleting.late
  const left = await owner.selectFrom('detection.visit').select('id').where('round_address_id', '=', door).execute()
  expect(left).toEqual([])
})

test('no account is deleted, so no visit loses its visitor', async () => {
  const { owner } = world.database
  const deleting = owner.deleteFrom('identity.account').where('id', '=', round.visitor.userId).execute()
  await expect(deleting).rejects.toThrow(/refused/)
})

test('with a campaign its visits go', async () => {
  const { campaign, doors } = await makeRound(world, here)
  await insert({ campaign, door: doors[0]?.id ?? '' })
  const visits = () =>
    world.database.owner.selectFrom('detection.visit').select('id').where('campaign_id', '=', campaign).execute()
  expect(await visits()).toHaveLength(1)
  // The tables between them are those of a campaign that never ran to its end.
  await sql`delete from detection.round_address where campaign_id = ${campaign}`.execute(world.database.owner)
  expect(await visits()).toHaveLength(0)
})
