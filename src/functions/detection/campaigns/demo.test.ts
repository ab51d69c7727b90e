import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../../registers/places/index.ts'
import { assignmentProblems, demoVolunteers, volunteersIn } from '../../../registers/volunteers/index.ts'
import { campaignById, campaignsIn } from './campaign-store.ts'
import { demoCampaigns } from './demo.ts'
import { pairsOf } from './pairs/pair-store.ts'
import { progressOf, roundLines } from './rounds/progress-store.ts'
import { roundsForVisitor } from './rounds/round-store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const loadedOn = async (name: string, nisCode: string, today: string) => {
  world.setNow(`${today}T11:00:00Z`)
  const municipality = await makeMunicipality(world, name, nisCode)
  const coordinator = await makeStaff(world, municipality)
  const visitors = [
    await makeStaff(world, municipality, { role: 'visitor' }),
    await makeStaff(world, municipality, { role: 'visitor' }),
  ]
  const demo = demoWorld(3, municipality.id, today)
  const campaigns = await world.app.transact(systemActor(municipality.id, 'demo'), async (tx) => {
    const places = await demoPlaces(tx, demo)
    const { readyIds } = await demoVolunteers(tx, demo, {
      zoneId: municipality.municipalityZone,
      visitors,
      refusedAddressId: places.addresses[17]?.id,
      refusedStreetId: places.streets[3]?.id,
    })
    return demoCampaigns(tx, demo, {
      zoneId: municipality.municipalityZone,
      coordinatorId: coordinator.userId,
      places,
      readyVolunteerIds: readyIds,
    })
  })
  return { coordinator, visitors, campaigns }
}

test.each([
  ['Maandaggem', '99011', '2026-11-23'],
  ['Zaterdaggem', '99012', '2026-11-21'],
  ['Zondaggem', '99013', '2026-11-22'],
])(
  '%s (%s) opened on %s has a campaign in every state and rounds today for both demo visitors',
  async (name, nis, today) => {
    const { coordinator, visitors, campaigns } = await loadedOn(name, nis, today)
    const states = await world.app.transact(coordinator, async (tx) =>
      Promise.all([campaigns.plannedId, campaigns.runningId, campaigns.endedId].map((id) => campaignById(tx, id))),
    )
    expect(states.map((campaign) => campaign?.state)).toEqual(['planned', 'running', 'ended'])
    for (const visitor of visitors) {
      const rounds = await world.app.transact(visitor, (tx) => roundsForVisitor(tx, visitor.userId, today))
      expect(rounds[0]?.day).toBe(today)
      expect(rounds[0]?.doors.length).toBeGreaterThan(5)
    }
  },
)

test('the running campaign of the demo has three pairs, is partly visited, and nobody walks against a wish', async () => {
  const { coordinator, campaigns } = await loadedOn('Demogem', '99014', '2026-11-25')
  await world.app.transact(coordinator, async (tx) => {
    expect(await pairsOf(tx, campaigns.runningId)).toHaveLength(3)
    const progress = await progressOf(tx, campaigns.runningId)
    const doors = progress.reduce((sum, street) => sum + street.doors, 0)
    const done = progress.reduce((sum, street) => sum + street.done, 0)
    expect(done).toBeGreaterThan(20)
    expect(done).toBeLessThan(doors)
    expect((await roundLines(tx, campaigns.runningId)).length).toBeGreaterThan(6)
  })
  expect(campaigns.visited.every(({ at }) => at <= world.now())).toBe(true)
})

test('a campaign of chosen addresses says who decided and on what ground, and its list has addresses only', async () => {
  const { coordinator } = await loadedOn('Gekozengem', '99016', '2026-11-25')
  const campaigns = await world.app.transact(coordinator, campaignsIn)
  const chosen = campaigns.filter(({ kind }) => kind === 'selected')
  expect(chosen).toHaveLength(1)
  await world.app.transact(coordinator, async (tx) => {
    const campaign = await campaignById(tx, chosen[0]?.id ?? '')
    expect(campaign).toMatchObject({ state: 'planned', legalGroundType: 'publicTask' })
    expect(campaign?.decidedBy).not.toBe('')
    expect(campaign?.criteria).not.toBe('')
    expect(campaign?.listed).toBeGreaterThan(8)
    expect(campaign?.destroyOn && campaign.destroyOn > campaign.endsOn).toBe(true)
  })
})

test('the volunteers of the demo are in every state', async () => {
  const { coordinator } = await loadedOn('Statengem', '99015', '2026-11-25')
  const volunteers = await world.app.transact(coordinator, (tx) => volunteersIn(tx))
  const kinds = new Set(volunteers.flatMap((one) => assignmentProblems(one, '2026-11-25').map(({ kind }) => kind)))
  expect(volunteers).toHaveLength(12)
  expect([...kinds].toSorted()).toEqual([
    'ended',
    'onboardingIncomplete',
    'paused',
    'permissionMissing',
    'visitsNotWished',
    'weekFull',
  ])
})
