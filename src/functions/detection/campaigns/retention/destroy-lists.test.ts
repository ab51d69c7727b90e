import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { listsDestroyed } from '../../events.ts'
import { certificateOf } from '../certificates/certificate-store.ts'

let story: CampaignWorld
let dies = false
let lingers = false
beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('running')
  const rule = { version: '0', days: '30', isOn: 'yes', reference: 'selectielijst 12.3', decidedBy: 'college' }
  await story.leader.post('/visit-list-rule', { ...rule, decidedOn: '2026-09-01' })
  story.world.setNow('2026-12-21T02:30:00Z')
  await story.night()
  story.world.app.events.subscribe(listsDestroyed, async () => {
    if (dies) throw new Error('the server ends here')
    // So long that whoever comes second began before the first was done.
    if (lingers) await sleep(400)
  })
})
afterAll(() => story.world.close())

const press = async () => (await story.leader.post(`/campaigns/${story.id}/destruction`, {})).status
const certificate = () => story.asked(story.coordinator, (tx) => certificateOf(tx, story.id))

test('P15 a server that ends between the lists and their certificate leaves both as they were', async () => {
  const before = await story.rounds()
  dies = true
  expect(await press()).toBe(500)
  dies = false
  expect(before.length).toBeGreaterThan(0)
  expect(await story.rounds()).toEqual(before)
  expect(await certificate()).toBeUndefined()
  expect((await story.campaign())?.listsErasedOn).toBeNull()
})

test('P15 of two who destroy one list, and the night, one does: there is one certificate and it counts everything', async () => {
  const rounds = (await story.rounds()).length
  lingers = true
  const statuses = await Promise.all([press(), press(), story.night().then(() => 303)])
  expect(statuses.slice(0, 2).toSorted()).toEqual([303, 409])
  expect(await certificate()).toMatchObject({ approvedBy: story.coordinator.userId, destroyed: { rounds } })
  expect(await story.rounds()).toEqual([])
})
