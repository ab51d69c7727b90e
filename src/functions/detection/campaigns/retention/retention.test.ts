import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('running')
})
afterAll(() => story.world.close())

test('P8 after its last day a campaign ends by itself and visitors see no addresses', async () => {
  story.world.setNow('2026-12-21T02:30:00Z')
  await story.night()
  expect(await story.campaign()).toMatchObject({ state: 'ended', endedOn: '2026-12-20' })
  expect(await story.roundsOf(story.visitor)).toEqual([])
  const code = await story.codeOf(story.doors[8]?.id)
  const answer = await story.world.as().post(`/in/${story.municipality.slug}/opt-out`, { code })
  expect(await answer.text()).toContain('Deze bezoeken zijn voorbij')
})

test('P15 lists stay until the municipality switched on a rule of its own, and go after its term; counts stay', async () => {
  const doors = (await story.progress()).reduce((sum, street) => sum + street.doors, 0)
  story.world.setNow('2027-02-01T02:30:00Z')
  await story.night()
  expect((await story.rounds()).length).toBeGreaterThan(0)
  const rule = {
    version: '0',
    days: '30',
    isOn: 'yes',
    reference: 'selectielijst 12.3',
    decidedBy: 'college',
    decidedOn: '2026-09-01',
  }
  expect((await story.leader.post('/visit-list-rule', rule)).status).toBe(303)
  await story.night()
  expect(await story.rounds()).toEqual([])
  expect(await story.optedOut()).toEqual(new Set())
  expect((await story.campaign())?.listsErasedOn).toBe('2027-02-01')
  expect((await story.progress()).reduce((sum, street) => sum + street.doors, 0)).toBeGreaterThanOrEqual(doors)
})
