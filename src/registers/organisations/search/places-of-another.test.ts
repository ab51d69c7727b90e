import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressTable, areasZip, importPlacesFrom, west } from '../../../../tests/support/files/places-files.ts'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../places/index.ts'
import { demoOrganisations } from '../demo/demo-organisations.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('loading the places of one municipality leaves the services of another to be found', async () => {
  const here = await makeMunicipality(world)
  await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const demo = demoWorld(7, here.id, '2026-11-23')
    const { neighbourhoods } = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners: {} }
    return demoOrganisations(tx, demo, { zones, neighbourhoods })
  })
  const postings = () =>
    world.database.owner
      .selectFrom('organisations.search_posting')
      .selectAll()
      .orderBy('service_id')
      .orderBy('word')
      .execute()
  const before = await postings()
  expect(before.length).toBeGreaterThan(100)

  const row = '71001;Proefgem;3990;Dorpsstraat;1;200100;200100;71001A00-'
  const { exitCode } = await importPlacesFrom(world, '71001', areasZip(west), addressTable(row))

  expect(exitCode).toBe(0)
  expect(await postings()).toEqual(before)
})
