import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { pairsOf } from './pair-store.ts'

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
