import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('letters')
})
afterAll(() => story.world.close())

test('each address has one letter, to an address and not to a name, in all languages, with its own code', async () => {
  const [streetId] = story.streetIds
  const page = await (await story.leader.get(`/campaigns/${story.id}/letters/sheets?street=${streetId}`)).text()
  const addresses = story.doors.filter((door) => door.streetId === streetId)
  expect(page.match(/class="sheet sheet-a4"/g)).toHaveLength(addresses.length)
  expect(new Set(page.match(/[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}/g)).size).toBe(addresses.length)
  for (const part of ['Wij komen langs in uw straat', 'lang="fr"', 'dir="rtl"']) expect(page).toContain(part)
})

test('making letters again gives no address a second one', async () => {
  const code = await story.codeOf(story.doors[0]?.id)
  expect(code).not.toBe('')
  await story.leader.post(`/campaigns/${story.id}/letters`, {})
  expect(await story.codeOf(story.doors[0]?.id)).toBe(code)
})
