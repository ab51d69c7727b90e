import { expect, test } from 'vitest'
import { openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { campaignById } from '../campaign-store.ts'
import { takeDueSteps, takeStep } from './actions.ts'

const day = '2026-11-23'

/** Does `late` while somebody ends the campaign, whose end is kept only after `late` began. */
async function whileItEnds(late: (story: Story) => Promise<unknown>) {
  const story = await openCampaignWorld()
  await story.reach('announced')
  const { world, coordinator, id } = story
  const ended = Promise.withResolvers<void>()
  const ending = takeStep(
    {
      transact: (actor, work) =>
        world.app.transact(actor, async (tx) => {
          const result = await work(tx)
          ended.resolve()
          await new Promise((resolve) => setTimeout(resolve, 300))
          return result
        }),
    },
    coordinator,
    id,
    { kind: 'end' },
    day,
  )
  await ended.promise
  const outcome = await late(story)
  await ending
  const campaign = await world.app.transact(coordinator, (tx) => campaignById(tx, id))
  await world.close()
  return { outcome, state: campaign?.state }
}
type Story = Awaited<ReturnType<typeof openCampaignWorld>>

test('a campaign that somebody ends is not started by who presses start at the same moment', async () => {
  const start = ({ world, coordinator, id }: Story) =>
    takeStep({ transact: world.app.transact }, coordinator, id, { kind: 'start' }, day)
  expect(await whileItEnds(start)).toMatchObject({
    outcome: { kind: 'refused', reason: 'notAnnounced' },
    state: 'ended',
  })
})

test('a campaign that somebody ends is not started by the calendar at the same moment', async () => {
  const begin = ({ world, coordinator }: Story) => world.app.transact(coordinator, (tx) => takeDueSteps(tx, day))
  expect((await whileItEnds(begin)).state).toBe('ended')
})
