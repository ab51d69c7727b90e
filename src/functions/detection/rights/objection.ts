import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { chosenAmong } from '../../../registers/places/index.ts'
import { openCampaigns } from '../campaigns/campaign-store.ts'
import { addOptOut } from '../campaigns/opt-outs/opt-out-store.ts'

/** Somebody objects to being visited: the address leaves every campaign that has not ended. Gives in how many it stood. */
export async function stopVisitsAt(tx: Tx, addressId: string, on: IsoDate): Promise<number> {
  let stopped = 0
  for (const campaign of await openCampaigns(tx)) {
    if (!(await chosenAmong(tx, campaign, [addressId])).has(addressId)) continue
    await addOptOut(tx, { campaignId: campaign.id, addressId, channel: 'phone', on })
    tx.audit({ action: 'note opt-out', subject: { type: 'campaign', id: campaign.id } })
    stopped += 1
  }
  return stopped
}
