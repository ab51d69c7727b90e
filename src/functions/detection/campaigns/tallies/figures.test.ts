import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('running')
})
afterAll(() => story.world.close())

test('P13 counts of people are shown only when they point at nobody, and never as zero', async () => {
  const policyMaker = await makeStaff(story.world, story.municipality, { role: 'policyMaker', secrecy: 'none' })
  const tally = { id: uuidv7(), basis: 'estimated', notedOn: '2026-11-23', olderPerson: '12', migrationBackground: '7' }
  expect((await story.world.as(story.visitor).post(`/campaigns/${story.id}/tallies`, tally)).status).toBe(303)
  await story.world.as(story.visitor).post(`/campaigns/${story.id}/tallies`, tally)
  const page = await (await story.world.as(policyMaker).get(`/campaigns/${story.id}/tallies`)).text()
  expect(page).toContain('>10 of meer<')
  expect(page).not.toContain('>12<')
  expect(page).not.toContain('>7<')
  expect(page).toContain('verborgen')
  expect((await story.world.as(policyMaker).post(`/campaigns/${story.id}/tallies`, tally)).status).toBe(403)
  expect(await (await story.world.as(story.visitor).get(`/campaigns/${story.id}/tallies`)).text()).not.toContain(
    'of meer<',
  )
})

test('P13 a policy maker sees outcomes of the whole campaign without small numbers, and no street', async () => {
  const policyMaker = await makeStaff(story.world, story.municipality, { role: 'policyMaker', secrecy: 'none' })
  const page = await (await story.world.as(policyMaker).get(`/campaigns/${story.id}`)).text()
  expect(page).toContain('Wat er aan de deuren gebeurde')
  expect(page).toContain('verborgen')
  expect(page).not.toContain('Hoe ver per straat')
})
