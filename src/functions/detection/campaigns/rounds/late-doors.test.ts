import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { waitingInCampaigns } from '../waiting.ts'

// Nobody is visited who was not told: doors that a campaign gains or loses after its first plans.
let story: CampaignWorld
/** Stands in the street but the register does not know it before the campaign is announced. */
let late: string
beforeAll(async () => {
  story = await openCampaignWorld()
  late = story.doors.find(({ streetId }) => streetId === story.streetIds[0])?.id ?? ''
  await setGone(late, '2026-11-01')
  await story.reach('planned')
})
afterAll(() => story.world.close())

const setGone = (id: string, day: string | null) =>
  story.world.database.owner.updateTable('places.address').set({ gone_on: day }).where('id', '=', id).execute()
const inRounds = async () => {
  const rounds = await Promise.all((await story.rounds()).map(({ id }) => story.round(id)))
  return rounds.flatMap((round) => round?.doors ?? [])
}
const keepRounds = () => story.leader.post(`/campaigns/${story.id}/rounds`, story.plan)
const waiting = async () =>
  (await story.asked(story.coordinator, waitingInCampaigns)).map(({ message, values }) => [message, values?.doors])
const makePairs = async () => story.reach('pairs', 'announced')

test('a street that is dropped after its rounds were planned is in no round any more', async () => {
  expect((await story.chooseStreets({ streetIds: story.streetIds })).status).toBe(303)
  await makePairs()
  expect((await keepRounds()).status).toBe(303)
  const [dropped = '', ...kept] = story.streetIds.toReversed()
  expect((await inRounds()).some(({ streetId }) => streetId === dropped)).toBe(true)
  await story.chooseStreets({ streetIds: kept })
  expect((await inRounds()).some(({ streetId }) => streetId === dropped)).toBe(false)
  const lines = await story.rounds()
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.every(({ doors }) => doors > 0)).toBe(true)
})

test('a door that disappears from the register before the letters is in no round once they are delivered', async () => {
  const gone = (await inRounds())[0]?.addressId ?? ''
  await setGone(gone, '2026-11-02')
  await story.reach('announced', 'streets')
  expect((await inRounds()).map(({ addressId }) => addressId)).not.toContain(gone)
  expect(await waiting()).toEqual([])
})

test('a door that the register learns of after the letters waits for its own, and no round takes it', async () => {
  await setGone(late, null)
  expect(await waiting()).toEqual([['detection.waiting.letters', 1]])
  const [before, rounds] = [await inRounds(), await story.rounds()]
  await keepRounds()
  expect(await inRounds()).toEqual(before)
  expect(await story.rounds()).toEqual(rounds)
  const letters = await (await story.leader.get(`/campaigns/${story.id}/letters`)).text()
  expect(letters).toContain('1 deur kwam er na de aankondiging bij')
})

test('with its letter it comes in a round', async () => {
  await story.leader.post(`/campaigns/${story.id}/letters`, {})
  expect(await waiting()).toEqual([['detection.waiting.doors', 1]])
  await keepRounds()
  expect((await inRounds()).map(({ addressId }) => addressId)).toContain(late)
  expect(await waiting()).toEqual([])
})

test('two who keep the same plan at once make its rounds once', async () => {
  for (const { id } of await story.rounds()) await story.leader.post(`/campaigns/${story.id}/rounds/${id}/removal`, {})
  expect(await story.rounds()).toEqual([])
  expect((await Promise.all([keepRounds(), keepRounds()])).map(({ status }) => status)).toEqual([303, 303])
  const rounds = await story.rounds()
  expect(rounds.every(({ doors }) => doors > 0)).toBe(true)
  expect(new Set(rounds.map(({ day, pairId }) => `${day} ${pairId}`)).size).toBe(rounds.length)
})
