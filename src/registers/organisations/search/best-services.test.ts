import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { publicActor, systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../places/index.ts'
import { demoOrganisations } from '../demo/demo-organisations.ts'
import { bestServices } from './best-services-store.ts'
import { searchServices } from './service-search-store.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const places = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} }
    await demoOrganisations(tx, demo, { zones, neighbourhoods: places.neighbourhoods })
  })
})
afterAll(() => world.close())

const words = [
  'OCMW',
  'energie',
  'psycholoog',
  'juridisch advies',
  'water',
  'schuldbemiddeling',
  'mantelzorgers oppas',
  'thuiszorg',
]

test('each wish gets the service that a search of its own would list first', async () => {
  const wishes = Object.fromEntries(words.map((one) => [one, one]))
  const [best, searched] = await world.app.transact(publicActor(here.id), async (tx) => {
    const first: [string, string | undefined][] = []
    for (const one of words) {
      const { services, isPartly } = await searchServices(tx, { words: one, limit: 1 })
      first.push([one, isPartly ? undefined : services[0]?.name])
    }
    return [await bestServices(tx, wishes), Object.fromEntries(first)]
  })
  expect(Object.keys(best).length).toBeGreaterThan(4)
  for (const one of words) expect(best[one]?.name, one).toBe(searched[one])
})

test('a wish of which one word stands nowhere, or that has no words, gets nothing', async () => {
  const best = await world.app.transact(publicActor(here.id), (tx) =>
    bestServices(tx, { half: 'psycholoog maanlanding', nothing: '', none: 'maanlanding' }),
  )
  expect(best).toEqual({})
})

test('a municipality without services has none', async () => {
  const empty = await makeMunicipality(world, 'Leegem', '99002')
  expect(await world.app.transact(publicActor(empty.id), (tx) => bestServices(tx, { any: 'OCMW' }))).toEqual({})
})
