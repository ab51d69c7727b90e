import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'

let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('announced')
})
afterAll(() => story.world.close())

test('P22 a resident opts out with the code of the letter, without signing in and without the code in an address', async () => {
  const address = story.doors[5]
  const code = await story.codeOf(address?.id)
  const path = `/in/${story.municipality.slug}/opt-out`
  const answer = await story.world.as().post(path, { code: `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}/done`])
  expect([...(await story.optedOut())]).toEqual([address?.id])
})

test('a mistyped code is told from an unknown one, and what was typed stays', async () => {
  const path = `/in/${story.municipality.slug}/opt-out`
  const misspelled = await (await story.world.as().post(path, { code: 'K7M P2Q XF5' })).text()
  expect(misspelled).toContain('Er klopt een teken niet')
  expect(misspelled).toContain('value="K7M P2Q XF5"')
  expect((await story.world.as().post(path, { code: '222222222' })).status).toBe(422)
})

test('a resident reads the opt-out in Arabic from right to left', async () => {
  const page = await (await story.world.as().get(`/in/${story.municipality.slug}/opt-out?lang=ar`)).text()
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('رسالتك')
})

test('somebody who calls is noted by address only, and it is taken back as easily', async () => {
  const path = `/campaigns/${story.id}/opt-outs`
  const addressId = story.doors[0]?.id ?? ''
  expect((await story.leader.post(path, { addressId })).status).toBe(303)
  expect((await story.optedOut()).has(addressId)).toBe(true)
  expect((await story.leader.post(`${path}/removal`, { addressId })).status).toBe(303)
  expect((await story.optedOut()).has(addressId)).toBe(false)
})

test('an address outside the streets of the campaign is not found', async () => {
  const outside = story.places.addresses.find(({ streetId }) => !story.streetIds.includes(streetId))?.id ?? ''
  expect((await story.leader.post(`/campaigns/${story.id}/opt-outs`, { addressId: outside })).status).toBe(404)
})
