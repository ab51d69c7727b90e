import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { demoWorld } from '../../../../platform/demo/demo-world.ts'
import { createPeople } from '../../../../registers/people/index.ts'
import { signalStates } from '../signal.ts'
import { demoCards } from './demo.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

test('the demo has cards of every source and in every state, late ones, a double and a merged one', async () => {
  const coordinators = [await makeStaff(world, place), await makeStaff(world, place)]
  const senders = [
    await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' }),
    await makeStaff(world, place, { role: 'frontlineProfessional' }),
    await makeStaff(world, place, { role: 'partnerCoordinator', secrecy: 'none' }),
  ]
  const chance = demoWorld(7, place.id, '2026-11-23')
  const cases = await world.app.transact(systemActor(place.id, 'demo'), async (tx) => {
    const people = Array.from({ length: 8 }, () => ({
      id: uuidv7(),
      zoneId: place.municipalityZone,
      givenName: 'Proef',
    }))
    await createPeople(tx, people)
    return demoCards(tx, chance, {
      zoneId: place.municipalityZone,
      coordinators,
      senders,
      addresses: [],
      personIds: people.map(({ id }) => id),
    })
  })
  expect(cases).toHaveLength(8)
  const rows = await world.database.owner.selectFrom('detection.signal').selectAll().execute()
  expect(rows.length).toBeGreaterThan(55)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(signalStates))
  expect(new Set(rows.map(({ source }) => source)).size).toBe(6)
  expect(rows.filter(({ due_on }) => due_on !== null && due_on < '2026-11-23').length).toBeGreaterThan(2)
  expect(rows.filter(({ merged_into }) => merged_into !== null)).toHaveLength(1)
  const tellBacks = await world.database.owner.selectFrom('detection.tell_back').selectAll().execute()
  expect(tellBacks.filter(({ outcome }) => outcome === 'told').length).toBeGreaterThan(8)
  const isLate = (row: (typeof tellBacks)[number]) => row.done_at === null && row.due_on < '2026-11-23'
  expect(tellBacks.filter(isLate).length).toBeLessThanOrEqual(3)
  const pairs = await world.database.owner.selectFrom('detection.possible_duplicate').selectAll().execute()
  expect(pairs.length).toBeGreaterThan(0)
})

test('nothing in the demo happened later than now, also when it is loaded early in the morning', async () => {
  const db = world.database.owner
  const cards = await db.selectFrom('detection.signal').select('received_at as at').execute()
  const events = await db.selectFrom('detection.signal_event').select('at').execute()
  expect(cards.length).toBeGreaterThan(20)
  expect([...cards, ...events].filter(({ at }) => at > world.now())).toEqual([])
})
