import { addDays, isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { campaignsWithLists } from './campaign-store.ts'
import { takeDueSteps } from './plan/actions.ts'
import { eraseLists, visitListRule } from './retention/visit-list-rule-store.ts'

type Needs = { readonly transact: Transact }

/** What returns every night: campaigns start and end on their day, and lists go when the municipality decided so. */
export const campaignJobs = ({ transact }: Needs): ModuleJobs => ({
  recurring: {
    'campaigns.daily': {
      schedule: '30 2 * * *',
      task: (municipalityId) =>
        transact(systemActor(municipalityId, 'campaigns.daily'), async (tx) => {
          const today = isoDateIn(municipalTimeZone, tx.now)
          await takeDueSteps(tx, today)
          await eraseDueLists(tx, today)
        }),
    },
  },
})

/** Rule P15a: visit lists, letters and opt-outs go after the term, only where a short-term rule is switched on. */
async function eraseDueLists(tx: Tx, today: string): Promise<void> {
  const rule = await visitListRule(tx)
  if (!rule?.isOn) return
  for (const campaign of await campaignsWithLists(tx, addDays(today, -rule.days))) {
    await eraseLists(tx, campaign.id, today)
    tx.audit({
      action: 'erase visit list',
      subject: { type: 'campaign', id: campaign.id },
      zoneId: campaign.zoneId,
      reason: rule.reference,
    })
  }
}
