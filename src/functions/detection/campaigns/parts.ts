import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { type Ctx, notFound, staffOf } from '../../../platform/http/index.ts'
import { leadCampaigns, openTallies } from './access.ts'
import type { Campaign } from './campaign.ts'
import { campaignById } from './campaign-store.ts'
import { type CampaignPart, campaignParts } from './views/campaign-frame.tsx'

/** What every part of this module needs. */
export type Needs = { readonly transact: Transact }

/** The campaign of the address of a page; not found when it is not there or not one's to see. */
export async function campaignAt({ transact }: Needs, c: Ctx): Promise<Campaign> {
  const id = c.req.param('id') ?? ''
  return (await transact(staffOf(c), (tx) => campaignById(tx, id))) ?? notFound('campaign', id)
}

/** The parts of a campaign that somebody may open. */
export function partsFor(actor: StaffActor): readonly CampaignPart[] {
  if (leadCampaigns.allows(actor)) return campaignParts
  return openTallies.allows(actor) ? ['overview', 'tallies'] : ['overview']
}
