import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const day = 86_400_000

test('a phone not seen for a quarter and an invitation long past are removed at night; younger ones stay', async () => {
  const municipality = await makeMunicipality(world)
  const { userId, municipalityId, zoneId } = await makeStaff(world, municipality, { role: 'visitor' })
  const before = (days: number) => new Date(world.now().getTime() - days * day)
  const { owner } = world.database
  const phones = [91, 89].map((days) => ({
    municipality_id: municipalityId,
    id: uuidv7(),
    account_id: userId,
    first_seen_at: before(days),
    last_seen_at: before(days),
  }))
  const invitations = [84, 82].map((days) => ({
    municipality_id: municipalityId,
    id: uuidv7(),
    email: `wie.${days}@testgem.example`,
    zone_id: zoneId,
    role: 'visitor',
    secrecy: 'none',
    token_hash: randomBytes(32),
    created_at: before(days + 7),
    expires_at: before(days),
  }))
  await owner.insertInto('identity.phone').values(phones).execute()
  await owner.insertInto('identity.invitation').values(invitations).execute()

  await doWorkOfTheClock(world, municipalityId)

  expect(await owner.selectFrom('identity.phone').select('id').execute()).toEqual([{ id: phones[1]?.id }])
  expect(await owner.selectFrom('identity.invitation').select('email').execute()).toEqual([
    { email: 'wie.82@testgem.example' },
  ])
})
