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
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { createPartnerZone } from '../../../registers/municipalities/index.ts'
import { demoPeople } from '../../../registers/people/index.ts'
import { demoPlaces } from '../../../registers/places/index.ts'
import { caseStates } from '../cases/case.ts'
import { openCaseFromSignal } from '../cases/case-actions.ts'
import { rightsCheckStates } from '../cases/rights-check.ts'
import { handoverStates } from '../handovers/handover.ts'
import { placeOf } from '../local-parameters/place.ts'
import { followedStates } from '../rights-followed/followed-right.ts'
import { demoGuidance } from './demo-guidance.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
let socialWorker: StaffActor

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
  socialWorker = await makeStaff(world, here, { role: 'socialWorker', zoneId: here.ocmwZone })
  const partnerZoneId = await createPartnerZone(world.database.owner, here.id, 'CAW Netegem')
  const chance = demoWorld(7, here.id, '2026-11-23')
  await world.app.transact(systemActor(here.id, 'demo'), async (tx) => {
    const { addresses } = await demoPlaces(tx, chance)
    const people = await demoPeople(tx, chance, {
      zones: { municipality: here.municipalityZone, ocmw: here.ocmwZone },
      addresses,
    })
    const person = people.adults.municipality[3]
    const opened = { signalId: uuidv7(), caseId: uuidv7(), personId: person?.id ?? '', openedOn: '2026-11-02' }
    await openCaseFromSignal(tx, {
      signalId: opened.signalId,
      caseId: opened.caseId,
      personId: opened.personId,
      zoneId: coordinator.zoneId,
      neighbourhoodId: null,
      openedBy: coordinator.userId,
    })
    await demoGuidance(tx, chance, {
      people,
      coordinators: [coordinator],
      socialWorker,
      partnerZoneId,
      opened: [opened],
    })
  })
})
afterAll(() => world.close())

test('the demo has 400 people, most of them in households', async () => {
  const { owner } = world.database
  const people = await owner.selectFrom('people.person').select(['id', 'zone_id']).execute()
  const members = await owner.selectFrom('people.household_member').select('person_id').execute()
  expect(people).toHaveLength(400)
  expect(members.length).toBeGreaterThan(200)
  expect(new Set(people.map(({ zone_id }) => zone_id)).size).toBe(2)
})

test('the demo has cases and handovers in every state', async () => {
  const { owner } = world.database
  const cases = await owner.selectFrom('guidance.case').select(['state', 'signal_id']).execute()
  const handovers = await owner.selectFrom('guidance.handover').select('state').execute()
  expect(cases.length).toBeGreaterThanOrEqual(25)
  expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(caseStates))
  expect(cases.filter(({ signal_id }) => signal_id !== null)).toHaveLength(1)
  expect(new Set(handovers.map(({ state }) => state))).toEqual(new Set(handoverStates))
})

test('coordinator and social worker open their cases of the demo, each their own', async () => {
  for (const actor of [coordinator, socialWorker]) {
    const browser = world.as(actor)
    const list = await browser.get('/cases').then((page) => page.text())
    const hrefs = [...list.matchAll(/href="(\/cases\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '')
    expect(hrefs.length).toBeGreaterThan(3)
    for (const href of hrefs)
      for (const part of ['', '/plan', '/notes', '/tasks', '/timeline', '/handovers', '/closing'])
        expect((await browser.get(href + part)).status).toBe(200)
    const handovers = await world.database.owner
      .selectFrom('guidance.handover')
      .select(['id', 'case_id'])
      .where('zone_id', '=', actor.zoneId)
      .execute()
    for (const { id, case_id } of handovers)
      expect((await browser.get(`/cases/${case_id}/handovers/${id}`)).status).toBe(200)
  }
  expect(
    await world
      .as(socialWorker)
      .get('/handovers')
      .then((page) => page.text()),
  ).toContain('Overdracht van')
})

test('the demo follows rights in every state, in both zones, and its figures show what they brought', async () => {
  const { owner } = world.database
  const rights = await owner.selectFrom('guidance.followed_right').select(['state', 'zone_id']).execute()
  expect(new Set(rights.map(({ state }) => state))).toEqual(new Set(followedStates))
  const cases = await owner.selectFrom('guidance.case').select('rights_check').distinct().execute()
  expect(new Set(cases.map(({ rights_check }) => rights_check))).toEqual(new Set(rightsCheckStates))
  expect(new Set(rights.map(({ zone_id }) => zone_id)).size).toBe(2)
  const page = await (await world.as(coordinator).get('/rights-in-figures?year=2026')).text()
  expect(page).toContain('Verhoogde tegemoetkoming')
  expect(page).toMatch(/minstens €\s\d+\.000/)
})

test('the rights of each case of the demo open, and so does closing it', async () => {
  const followed = await world.database.owner
    .selectFrom('guidance.followed_right')
    .select(['id', 'case_id'])
    .where('zone_id', '=', coordinator.zoneId)
    .execute()
  expect(followed.length).toBeGreaterThan(20)
  for (const { id, case_id } of followed)
    for (const path of [`/cases/${case_id}/rights/followed`, `/cases/${case_id}/rights/followed/${id}`])
      expect((await world.as(coordinator).get(path)).status).toBe(200)
})

test('Netegem decided on some rights itself, and left one open', async () => {
  const { parameters } = await world.app.transact(systemActor(here.id, 'test'), (tx) =>
    placeOf(tx, '2026-11-23', 'flanders'),
  )
  expect(parameters).toMatchObject({ 'municipality.mantelzorgpremie': 35, 'municipality.school_cost_fund': 0 })
  expect(parameters).not.toHaveProperty('municipality.reference_budget')
})

test('three people of the demo were late for the heating allowance, which became a signal for policy that nobody wrote', async () => {
  const signals = await world.database.owner
    .selectFrom('policy_advice.policy_signal')
    .select(['description', 'noted_by', 'read_on'])
    .where('origin', '=', 'counted')
    .execute()
  expect(signals).toHaveLength(1)
  expect(signals[0]).toMatchObject({ noted_by: null, read_on: null })
  expect(signals[0]?.description).toContain('te laat gevraagd')
})
