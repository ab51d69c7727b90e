import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { createPartnerZone } from '../../municipalities/index.ts'
import { createOrganisations } from '../organisation-store.ts'
import { createServices } from '../service-store.ts'
import { waitingInOrganisations } from '../waiting.ts'
import { dueBeforeAs, freshUntil } from './freshness.ts'
import { organisationJobs } from './jobs.ts'

let world: World
let here: TestMunicipality
let zone: string
let coordinator: StaffActor
let partner: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  zone = await createPartnerZone(world.database.owner, here.id, 'CAW Netekant')
  coordinator = await makeStaff(world, here)
  partner = await makeStaff(world, here, { role: 'partnerCoordinator', zoneId: zone })
  await addService('Buurtcafé', null, '2025-12-20')
  await addService('Nieuw onthaal', null, '2026-01-10')
  await addService('Praatgroep', zone, '2025-12-15')
  await addService('Schuldhulp', zone, '2025-11-01')
})
afterAll(() => world.close())

/** A service of an organisation that the municipality (null) or a partner keeps. */
async function addService(name: string, zoneId: string | null, verifiedOn: string): Promise<string> {
  const [id, organisationId] = [uuidv7(), uuidv7()]
  const none = { alternateName: null, phone: null, email: null, website: null }
  await world.app.transact(systemActor(here.id, 'test'), async (tx) => {
    const sheet = { id: organisationId, zoneId, name: `Van ${name}`, legalForm: null, enterpriseNumber: null }
    await createOrganisations(tx, [{ ...sheet, ...none, description: null }])
    await createServices(tx, [
      {
        ...none,
        id,
        organisationId,
        name,
        status: 'active',
        tags: [],
        groups: [],
        reach: 'municipality',
        neighbourhoodIds: [],
        languages: ['nl'],
        isFree: true,
        feesDescription: null,
        accessibility: [],
        streetAddress: null,
        postalCode: null,
        city: null,
        openingHours: null,
        waitingWeeks: null,
        waitingMeasuredOn: null,
        texts: [{ language: 'nl', description: name, howToReach: null, conditions: null }],
        verifiedOn,
      },
    ])
  })
  return id
}

const remind = () => organisationJobs(world.app).recurring?.['organisations.remindFreshness']?.task(here.id)
const mailed = async () => {
  const { rows } = await sql<{ id: string }>`select payload ->> 'id' as id from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'identity.tellColleague'`.execute(
    world.database.owner,
  )
  return rows.map(({ id }) => id)
}
const clearMail = () => sql`delete from graphile_worker._private_jobs`.execute(world.database.owner)
const toCheck = async (who: StaffActor) => (await world.as(who).get('/services/freshness')).text()

test('a partner is asked a month before the year is round, the municipality then steps in when it passed', () => {
  const today = '2026-11-23'
  expect(dueBeforeAs('partnerCoordinator', 'caw', today)).toEqual({ keeper: 'caw', own: '2025-12-23', all: undefined })
  expect(dueBeforeAs('coordinator', 'town', today)).toEqual({ keeper: null, own: '2025-12-23', all: '2025-11-23' })
  expect(dueBeforeAs('matcher', 'town', today)).toBeUndefined()
  expect(freshUntil('2025-11-23')).toBe('2026-11-23')
})

test('each sees what they keep, longest ago first', async () => {
  const own = await toCheck(partner)
  expect(own.indexOf('Schuldhulp')).toBeLessThan(own.indexOf('Praatgroep'))
  expect(own).not.toContain('Buurtcafé')
  const whole = await toCheck(coordinator)
  for (const name of ['Buurtcafé', 'Schuldhulp']) expect(whole).toContain(name)
  for (const name of ['Praatgroep', 'Nieuw onthaal']) expect(whole).not.toContain(name)
})

test('it waits on Vandaag, as many as there are', async () => {
  const waiting = await world.app.transact(partner, waitingInOrganisations)
  expect(waiting).toMatchObject([{ values: { count: 2 }, href: '/services/freshness' }])
})

test('one press says that it is still right, and one comes back to the list', async () => {
  const id = await addService('Ruilwinkel', zone, '2025-12-01')
  const pressed = await world.as(partner).post(`/services/${id}/verification`, { next: 'freshness' })
  expect(pressed.headers.get('location')).toBe('/services/freshness')
  expect(await toCheck(partner)).not.toContain('Ruilwinkel')
})

test('who keeps something old is mailed once a month, by identifier alone', async () => {
  await remind()
  expect((await mailed()).sort()).toEqual([coordinator.userId, partner.userId].sort())
  await clearMail()
  await remind()
  expect(await mailed()).toEqual([])
  world.setNow('2026-12-22T08:00:00Z')
  await remind()
  expect(await mailed()).toEqual([])
  world.setNow('2026-12-23T08:00:00Z')
  await remind()
  expect((await mailed()).sort()).toEqual([coordinator.userId, partner.userId].sort())
})

test('sent files that nobody confirmed are gone after a day', async () => {
  const form = new FormData()
  form.set('file', new File(['{"contents":[{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Choir"}]}'], 'a.json'))
  const sent = await world.as(coordinator).postFiles('/services/imports', form)
  const plan = sent.headers.get('location') ?? ''
  const tidy = () => organisationJobs(world.app).recurring?.['organisations.tidy']?.task(here.id)
  await tidy()
  expect((await world.as(coordinator).get(plan)).status).toBe(200)
  world.setNow('2026-12-25T08:00:00Z')
  await tidy()
  expect((await world.as(coordinator).get(plan)).status).toBe(404)
})
