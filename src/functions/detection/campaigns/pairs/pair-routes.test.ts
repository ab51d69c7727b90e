import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { makePair } from './actions.ts'
import { pairsOf } from './pair-store.ts'

const day = '2026-11-23'
let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('announced')
})
afterAll(() => story.world.close())

test('a pair needs two different people; a refusal says why', async () => {
  const [first = ''] = story.volunteerIds
  const answer = await story.pair(first, first)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Kies twee verschillende mensen')
})

test('two pairs are made, and a volunteer is in one of them only', async () => {
  const [a = '', , c = ''] = story.volunteerIds
  await story.reach('pairs', 'announced')
  expect((await story.pair(a, c)).status).toBe(422)
  expect(await story.asked(story.coordinator, (tx) => pairsOf(tx, story.id))).toHaveLength(2)
})

test('of two coordinators who pair the same volunteers at once, one does', async () => {
  const [first = '', second = ''] = story.volunteerIds
  const [ready] = await story.asked(story.coordinator, (tx) => pairsOf(tx, story.id))
  await story.leader.post(`/campaigns/${story.id}/pairs/${ready?.id}/ending`, {})
  const isMade = Promise.withResolvers<void>()
  const one = pairThem(first, second, async () => {
    isMade.resolve()
    // Kept only after the other began.
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await isMade.promise
  const other = await pairThem(first, second)
  expect([(await one).kind, other.kind]).toEqual(['paired', 'refused'])
})

const pairThem = (firstVolunteerId: string, secondVolunteerId: string, beforeKept?: () => Promise<void>) => {
  const { world, coordinator, id: campaignId } = story
  const transact: Transact = (actor, work) =>
    world.app.transact(actor, async (tx) => {
      const made = await work(tx)
      await beforeKept?.()
      return made
    })
  return makePair({ transact }, coordinator, { id: uuidv7(), campaignId, firstVolunteerId, secondVolunteerId }, day)
}
