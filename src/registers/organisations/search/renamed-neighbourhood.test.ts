import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { publicActor, systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../places/index.ts'
import { demoOrganisations } from '../demo/demo-organisations.ts'
import { searchServices } from './service-search-store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a service is found by the new name of the neighbourhood where it works, and no longer by the old', async () => {
  const here = await makeMunicipality(world)
  const { places, service } = await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const places = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} }
    const offer = await demoOrganisations(tx, demo, { zones, neighbourhoods: places.neighbourhoods })
    return { places, service: Object.values(offer.services)[0] ?? '' }
  })
  const coordinator = world.as(await makeStaff(world, here))
  const composed = { id: uuidv7(), areaIds: [places.neighbourhoods[0]?.id ?? ''] }
  await coordinator.post('/places', { ...composed, name: 'Wolvenkwartier' })
  await sql`insert into organisations.service_area (municipality_id, service_id, neighbourhood_id)
    values (${here.id}, ${service}, ${composed.id})`.execute(world.database.owner)

  const renamed = await coordinator.post(`/places/${composed.id}`, {
    ...composed,
    version: '1',
    name: 'Zilverkwartier',
  })

  expect(renamed.status).toBe(303)
  const idsFor = async (words: string) => {
    const found = await world.app.transact(publicActor(here.id), (tx) => searchServices(tx, { words }))
    return found.services.map(({ id }) => id)
  }
  expect(await idsFor('zilverkwartier')).toContain(service)
  expect(await idsFor('wolvenkwartier')).not.toContain(service)
})
