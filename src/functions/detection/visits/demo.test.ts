import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRound } from '../../../../tests/support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoVisits } from './demo.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the demo shows somebody out, a call that was taken, and a refused card that can be opened', async () => {
  const municipality = await makeMunicipality(world)
  const round = await makeRound(world, municipality, { doors: 6 })
  const { pair_id: pairId } = await world.database.owner
    .selectFrom('detection.round')
    .select('pair_id')
    .where('id', '=', round.round)
    .executeTakeFirstOrThrow()
  const visits = await world.app.transact(systemActor(municipality.id, 'demo'), (tx) =>
    demoVisits(tx, demoWorld(7, municipality.id, '2026-11-23'), {
      zoneId: municipality.municipalityZone,
      visitorId: round.visitor.userId,
      coordinatorId: round.coordinator.userId,
      visited: round.doors.map(({ id, addressId }) => ({
        roundAddressId: id,
        addressId,
        roundId: round.round,
        pairId,
        outcome: 'pleasantTalk',
        at: new Date('2026-11-20T09:00:00Z'),
      })),
    }),
  )
  expect(new Set(visits.map(({ visitorId }) => visitorId))).toEqual(new Set([round.visitor.userId]))
  const browser = world.as(round.coordinator)
  const outings = await (await browser.get('/outings')).text()
  expect(outings).toContain(round.visitor.name)
  const refused = await (await browser.get('/refused-acts')).text()
  const link = refused.match(/\/refused-acts\/[0-9a-f-]{36}/)?.[0] ?? ''
  expect(await (await browser.get(link)).text()).toContain('Het kaartje toch indienen')
})
