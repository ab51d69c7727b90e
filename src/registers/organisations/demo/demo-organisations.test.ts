import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { createPartnerZone } from '../../municipalities/index.ts'
import { demoPlaces } from '../../places/index.ts'
import { serviceById } from '../service-store.ts'
import { demoOrganisations } from './demo-organisations.ts'
import { demoPartners } from './organisations.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the demo has six partners and 30 services of every kind', async () => {
  const here = await makeMunicipality(world)
  const partners = Object.fromEntries(
    await Promise.all(
      demoPartners.map(async ({ key, name }) => [key, await createPartnerZone(world.database.owner, here.id, name)]),
    ),
  )
  const system = systemActor(here.id, 'demo')
  const demo = demoWorld(7, here.id, '2026-11-23')
  const offer = await world.app.transact(system, async (tx) => {
    const { neighbourhoods } = await demoPlaces(tx, demo)
    const zones = { ocmw: here.ocmwZone, municipality: here.municipalityZone, partners }
    return demoOrganisations(tx, demo, { zones, neighbourhoods })
  })
  expect(demoPartners).toHaveLength(6)
  const services = await world.app.transact(system, async (tx) => {
    const found = []
    for (const id of Object.values(offer.services)) found.push(await serviceById(tx, id))
    return found.filter((service) => service !== undefined)
  })
  expect(services).toHaveLength(30)
  expect(new Set(services.map(({ status }) => status)).size).toBe(3)
  expect(new Set(services.map(({ reach }) => reach)).size).toBe(3)
  expect(services.filter(({ waitingWeeks }) => waitingWeeks !== null).length).toBeGreaterThan(5)
  expect(services.filter(({ verifiedOn }) => verifiedOn < '2025-11-23').length).toBeGreaterThan(3)
  expect(new Set(services.flatMap(({ texts }) => texts.map(({ language }) => language))).size).toBe(4)
  expect(services.every(({ zoneId, organisationId }) => zoneId !== undefined && organisationId !== '')).toBe(true)
})
