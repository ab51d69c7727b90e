import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { publicActor, systemActor } from '../../../platform/access/actor.ts'
import { createOrganisations } from '../organisation-store.ts'
import { createServices } from '../service-store.ts'
import { searchServices } from './service-search-store.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  const organisationId = uuidv7()
  const none = { alternateName: null, phone: null, email: null, website: null }
  const lists = { tags: [], groups: [], neighbourhoodIds: [], languages: ['nl'], accessibility: [] }
  const place = { streetAddress: null, postalCode: null, openingHours: null, feesDescription: null }
  await world.app.transact(systemActor(here.id, 'test'), async (tx) => {
    const sheet = { id: organisationId, zoneId: null, name: 'CAW', legalForm: null, enterpriseNumber: null }
    await createOrganisations(tx, [{ ...sheet, ...none, description: null }])
    const services = [
      ['Onthaal Lede', 'Elders'],
      ['Onthaal', 'Ledegem'],
    ] as const
    await createServices(
      tx,
      services.map(([name, city]) => ({
        ...none,
        ...lists,
        ...place,
        id: uuidv7(),
        organisationId,
        name,
        city,
        status: 'active',
        reach: 'municipality',
        isFree: true,
        waitingWeeks: null,
        waitingMeasuredOn: null,
        verifiedOn: '2026-11-23',
        texts: [],
      })),
    )
  })
})
afterAll(() => world.close())

const namesFor = async (words: string) => {
  const { services } = await world.app.transact(publicActor(here.id), (tx) => searchServices(tx, { words }))
  return services.map(({ name }) => name)
}

test('a word that is known comes before a shorter one that begins it, wherever it stands', async () => {
  expect(await namesFor('onthaal ledegem')).toEqual(['Onthaal', 'Onthaal Lede'])
})

test('a shorter form is still found', async () => {
  expect(await namesFor('lede')).toEqual(['Onthaal Lede', 'Onthaal'])
})
