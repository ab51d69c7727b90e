import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { systemActor } from '../../platform/access/actor.ts'
import { proposeDeletions } from './actions.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

test('P15 the log tells of as many records as somebody can look through, for the rest comes in the next proposal', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const administrator = world.as(await makeStaff(world, place, { role: 'administrator', secrecy: 'none' }))
  const decision = { reference: 'Lijst 4.2', motivation: 'Over.', decidedBy: 'college', decidedOn: '2026-01-15' }
  const rule = { id: uuidv7(), series: 'volunteer reimbursements', count: '1', unit: 'Y', ...decision }
  expect((await administrator.post('/retention/rules', rule)).status).toBe(303)
  const guide = world.as(await makeStaff(world, place, { role: 'partnerCoordinator' }))
  const volunteer = { id: uuidv7(), name: 'Jeanne Smets', birthYear: '1960', tasks: ['homeVisit'] }
  expect((await guide.post('/volunteers', volunteer)).status).toBe(303)
  const rows = Array.from({ length: 501 }, () => ({
    municipality_id: place.id,
    id: uuidv7(),
    zone_id: place.municipalityZone,
    volunteer_id: volunteer.id,
    day: '2020-01-02',
    kind: 'lumpSum',
    activity: 'ordinary',
    amount_cents: 2000,
    travel_hectometres: 0,
    travel_cents: 0,
    noted_at: world.now(),
  }))
  await world.database.owner.insertInto('volunteers.reimbursement').values(rows).execute()
  await world.app.transact(systemActor(place.id, 'test'), proposeDeletions)
  const items = await world.database.owner.selectFrom('retention.proposal_item').select('subject_id').execute()
  expect(items).toHaveLength(500)
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('details')
    .where('action', '=', 'propose deletion')
    .execute()
  expect(lines).toEqual([{ details: { records: 500 } }])
})
