import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'
import { doorsById, handBackDoors, recordOutcome } from './door-store.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('rounds')
})
afterAll(() => story.world.close())

test('P8 a visitor sees no address before the campaign runs', async () => {
  expect(await story.roundsOf(story.visitor)).toEqual([])
  expect((await story.leader.post(`/campaigns/${story.id}/opening`, {})).status).toBe(303)
  expect((await story.roundsOf(story.visitor)).length).toBeGreaterThan(0)
})

test('a visitor gets doors in walking order with the partner and the coordinator on call, and no names of residents', async () => {
  const [round] = await story.roundsOf(story.visitor)
  expect(round).toMatchObject({
    campaignName: 'Molenwijk, winter',
    until: '2026-12-20',
    onCall: { name: story.coordinator.name },
  })
  expect(round?.partner).toBeTruthy()
  expect(round?.doors.map(({ position }) => position)).toEqual(
    round?.doors.map(({ position }) => position).toSorted((a, b) => a - b),
  )
  expect(Object.keys(round?.doors[0] ?? {})).not.toContain('name')
})

test('P6 a visitor of another pair, and a role without the visit list, find none of its doors', async () => {
  expect(await story.roundsOf(story.otherVisitor)).toEqual([])
  for (const over of [
    { role: 'communityWorker', secrecy: 'dutyOfDiscretion' },
    { role: 'socialWorker' },
    { role: 'policyMaker' },
    { secrecy: 'dutyOfDiscretion' },
    { zoneId: story.municipality.ocmwZone },
  ] as const) {
    const actor = await makeStaff(story.world, story.municipality, over)
    const seen = await story.asked(actor, (tx) => tx.db.selectFrom('detection.round_address').select('id').execute())
    expect(seen).toEqual([])
    expect((await story.world.as(actor).get(`/campaigns/${story.id}/rounds`)).status).toSatisfy(
      (status) => status === 403 || status === 404,
    )
  }
})

test('an address that opts out while the campaign runs leaves the round at once', async () => {
  const [before] = await story.roundsOf(story.visitor)
  const door = before?.doors.at(-1)
  const code = await story.codeOf(door?.addressId)
  await story.world.as().post(`/in/${story.municipality.slug}/opt-out`, { code })
  const [after] = await story.roundsOf(story.visitor)
  expect(after?.doors).toHaveLength((before?.doors.length ?? 0) - 1)
  expect(after?.doors.map(({ addressId }) => addressId)).not.toContain(door?.addressId)
})

test('a visitor hands a door back: it waits for another pair and is out of sight', async () => {
  const [before] = await story.roundsOf(story.visitor)
  const door = before?.doors.at(-1)
  await story.asked(story.visitor, (tx) => handBackDoors(tx, [door?.roundAddressId ?? '']))
  const [after] = await story.roundsOf(story.visitor)
  expect(after?.doors.map(({ addressId }) => addressId)).not.toContain(door?.addressId)
  const waiting = await story.asked(story.coordinator, (tx) => doorsById(tx, [door?.roundAddressId ?? '']))
  expect(waiting).toMatchObject([{ roundId: null, isStarted: true, isOptedOut: false }])
})

test('an outcome settles a door or leaves it open, and an older one changes nothing', async () => {
  const [round] = await story.roundsOf(story.visitor)
  const [first, second] = round?.doors ?? []
  const at = new Date('2026-11-23T09:00:00Z')
  await story.asked(story.visitor, (tx) =>
    recordOutcome(tx, [
      { roundAddressId: first?.roundAddressId ?? '', outcome: 'notHome', at },
      { roundAddressId: first?.roundAddressId ?? '', outcome: 'pleasantTalk', at: new Date(at.getTime() + 60_000) },
      { roundAddressId: second?.roundAddressId ?? '', outcome: 'notHome', at },
    ]),
  )
  await story.asked(story.visitor, (tx) =>
    recordOutcome(tx, [{ roundAddressId: first?.roundAddressId ?? '', outcome: 'noWish', at }]),
  )
  const [after] = await story.roundsOf(story.visitor)
  expect(after?.doors.slice(0, 2).map(({ state, outcome }) => [state, outcome])).toEqual([
    ['done', 'pleasantTalk'],
    ['open', 'notHome'],
  ])
  expect((await story.progress()).reduce((sum, { done, again }) => sum + done + again, 0)).toBe(2)
})

test('a visitor cannot note an outcome at a door of another pair', async () => {
  const lines = await story.rounds()
  const own = new Set((await story.roundsOf(story.visitor)).map((round) => round.id))
  const other = lines.find((line) => !own.has(line.id))
  const door = (await story.round(other?.id))?.doors[0]
  await story.asked(story.visitor, (tx) =>
    recordOutcome(tx, [{ roundAddressId: door?.roundAddressId ?? '', outcome: 'noWish', at: story.world.now() }]),
  )
  const after = (await story.round(other?.id))?.doors[0]
  expect(after?.outcome).toBeNull()
})
