import { afterAll, beforeAll, vi } from 'vitest'
import { theInstallationBegins } from './pelt/1-beginning.ts'
import { theCampaignIsPrepared } from './pelt/2-campaign.ts'
import { theVisitsAreMade } from './pelt/3-visits.ts'
import { theCardsAreWorkedThrough } from './pelt/4-inbox.ts'
import { thePersonIsHandedOver } from './pelt/5-handover.ts'
import { theCaseCloses } from './pelt/6-closing.ts'
import { nothingLeaks } from './pelt/7-strangers.ts'
import { openStory, type Story } from './pelt/story.ts'

/**
 * From an empty installation to help that really started, in Pelt, on its own streets and addresses. Everybody works with a
 * browser: pages, forms and links by the words on them. The steps build on each other and run in order.
 */
let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(async () => {
  await story.world.close()
  vi.useRealTimers()
})

theInstallationBegins(() => story)
theCampaignIsPrepared(() => story)
theVisitsAreMade(() => story)
theCardsAreWorkedThrough(() => story)
thePersonIsHandedOver(() => story)
theCaseCloses(() => story)
nothingLeaks(() => story)
