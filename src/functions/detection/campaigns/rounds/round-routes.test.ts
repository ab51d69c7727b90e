import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('pairs')
})
afterAll(() => story.world.close())

test('a proposal keeps nothing until it is sent', async () => {
  const query = new URLSearchParams([
    ['doorsPerRound', '20'],
    ['from', '2026-11-23'],
    ['weekdays', '1'],
    ['weekdays', '2'],
  ])
  const page = await (await story.leader.get(`/campaigns/${story.id}/rounds/proposal?${query}`)).text()
  expect(page).toContain('Voorstel van rondes')
  expect(await story.rounds()).toEqual([])
})

test('an address that opted out and one that a visitor refuses never stand in a round of theirs', async () => {
  expect((await story.leader.post(`/campaigns/${story.id}/rounds`, story.plan)).status).toBe(303)
  const optedOut = await story.optedOut()
  const kept = await Promise.all((await story.rounds()).map((line) => story.round(line.id)))
  const doors = kept.flatMap((round) => round?.doors ?? [])
  const expected = story.doors.filter(
    ({ id: one, streetId }) => story.streetIds.includes(streetId) && !optedOut.has(one),
  )
  expect(doors.map(({ addressId }) => addressId).toSorted()).toEqual(expected.map((one) => one.id).toSorted())
  const listed = await story.asked(story.coordinator, (tx) =>
    tx.db.selectFrom('detection.round_address').select('address_id').execute(),
  )
  expect(listed.filter(({ address_id }) => optedOut.has(address_id))).toEqual([])
  const refused = story.doors[3]?.id
  const ofVisitor = kept.filter((round) => round?.volunteers.some(({ userId }) => userId === story.visitor.userId))
  expect(ofVisitor.flatMap((round) => round?.doors ?? []).filter(({ addressId }) => addressId === refused)).toEqual([])
})

test('a street moves to another round, where the walk is put in order anew', async () => {
  const lines = await story.rounds()
  const all = await Promise.all(lines.map((line) => story.round(line.id)))
  const [from, to] = all.filter((round) => !round?.volunteers.some(({ userId }) => userId === story.visitor.userId))
  const streetId = from?.doors[0]?.streetId ?? ''
  const path = `/campaigns/${story.id}/rounds/${from?.id}`
  expect((await story.leader.post(`${path}/streets`, { streetId, to: from?.id ?? '' })).status).toBe(422)
  expect((await story.leader.post(`${path}/streets`, { streetId, to: to?.id ?? '' })).status).toBe(303)
  const after = await story.round(to?.id)
  expect(after?.doors.some((door) => door.streetId === streetId)).toBe(true)
  expect(after?.doors.map(({ position }) => position)).toEqual(after?.doors.map((_door, place) => place + 1))
})

test('a street does not move to a round whose pair would have more doors than one of them wishes', async () => {
  const [from, to] = await Promise.all((await story.rounds()).slice(-2).map((line) => story.round(line.id)))
  const volunteerId = to?.volunteers[0]?.id ?? ''
  const limited = (most: number | null) =>
    story.world.database.owner
      .updateTable('volunteers.volunteer')
      .set({ visits_per_week: most })
      .where('id', '=', volunteerId)
      .execute()
  await limited(to?.doors.length ?? 0)
  const move = { streetId: from?.doors[0]?.streetId ?? '', to: to?.id ?? '' }
  const refused = await story.leader.post(`/campaigns/${story.id}/rounds/${from?.id}/streets`, move)
  const page = await refused.text()
  expect([refused.status, page.includes(`${to?.volunteers[0]?.name}: `)]).toEqual([422, true])
  expect((await story.round(to?.id))?.doors).toEqual(to?.doors)
  await limited(null)
})

test('a round changed by somebody else in between is not overwritten', async () => {
  const [line] = (await story.rounds()).toReversed()
  const path = `/campaigns/${story.id}/rounds/${line?.id}`
  const round = await story.round(line?.id)
  const change = { version: String(round?.version), day: '2026-12-18', pairId: line?.pairId ?? '' }
  expect((await story.leader.post(path, change)).status).toBe(303)
  expect((await story.leader.post(path, { ...change, day: '2026-12-17' })).status).toBe(409)
  expect((await story.leader.post(path, { ...change, version: '99', day: '2027-01-05' })).status).toBe(422)
})

test('the paper list of a round has the doors still open and who to call, and no names of residents', async () => {
  const [line] = await story.rounds()
  const round = await story.round(line?.id)
  const page = await (await story.leader.get(`/campaigns/${story.id}/rounds/${round?.id}/sheet`)).text()
  expect(page).toContain(story.coordinator.name)
  expect(page.match(/<tr class="table-row"/g)).toHaveLength(
    round?.doors.filter(({ state }) => state === 'open').length ?? 0,
  )
})
