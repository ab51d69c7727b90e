import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { listsDestroyed } from '../../events.ts'
import type { Campaign } from '../campaign.ts'
import { campaignById, campaignsWithDueLists } from '../campaign-store.ts'
import { certificateHash } from '../certificates/certificate.ts'
import { keepCertificate } from '../certificates/certificate-store.ts'
import { eraseLists, holdLists } from './list-store.ts'
import { type VisitListRule, visitListRule } from './visit-list-rule-store.ts'

type Needs = { readonly transact: Transact }

/** Why lists cannot be destroyed: the campaign is not over, they are gone, or no rule is switched on (P15). */
export type DestroyRefusal = 'notEnded' | 'gone' | 'noRule'

/** Whether the lists of a campaign may be destroyed now, and if not why. */
export function whyNotDestroyed(campaign: Campaign, rule: VisitListRule | undefined): DestroyRefusal | undefined {
  if (campaign.state !== 'ended') return 'notEnded'
  if (campaign.listsErasedOn !== null) return 'gone'
  return rule?.isOn ? undefined : 'noRule'
}

/** Destroys the lists of an ended campaign before their day, because `actor` approves it under the rule in force. */
export const destroyByHand = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  today: IsoDate,
): Promise<'destroyed' | 'unknown' | DestroyRefusal> =>
  transact(actor, async (tx) => {
    const campaign = await campaignById(tx, id)
    const rule = await visitListRule(tx)
    if (!campaign) return 'unknown'
    const refusal = whyNotDestroyed(campaign, rule)
    if (refusal || !rule) return refusal ?? 'noRule'
    return (await destroy(tx, campaign, rule, { today, approvedBy: actor.userId })) ? 'destroyed' : 'gone'
  })

/** Rule P15a: visit lists, letters and opt-outs go after the term, only where a short-term rule is switched on. */
export async function destroyDueLists(tx: Tx, today: IsoDate): Promise<void> {
  const rule = await visitListRule(tx)
  if (!rule?.isOn) return
  for (const campaign of await campaignsWithDueLists(tx, today, rule.days))
    await destroy(tx, campaign, rule, { today, approvedBy: null })
}

/** All of it or nothing, with the certificate in one transaction; false when somebody was first, or the night was. */
async function destroy(
  tx: Tx,
  campaign: Campaign,
  rule: VisitListRule,
  { today, approvedBy }: { readonly today: IsoDate; readonly approvedBy: string | null },
): Promise<boolean> {
  if (!(await holdLists(tx, campaign.id))) return false
  const certificate = {
    campaignId: campaign.id,
    destroyedAt: tx.now,
    approvedBy,
    ruleReference: rule.reference,
    ruleDecidedBy: rule.decidedBy,
    ruleDecidedOn: rule.decidedOn,
    ruleDays: rule.days,
    destroyed: await eraseLists(tx, campaign.id, today),
  }
  const hash = certificateHash(certificate)
  await keepCertificate(tx, { ...certificate, hash })
  tx.audit({
    action: 'erase visit list',
    subject: { type: 'campaign', id: campaign.id },
    zoneId: campaign.zoneId,
    reason: rule.reference,
    details: { certificate: hash },
  })
  await tx.publish(listsDestroyed, { campaignId: campaign.id })
  return true
}
