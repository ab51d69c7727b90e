import type { Tx } from '../../../platform/database/transact.ts'
import { type Address, addressesOn } from '../../../registers/places/index.ts'
import type { Campaign } from './campaign.ts'

/** All living addresses of a campaign: on its streets, within its neighbourhoods; opted out or not. */
export async function addressesOf(tx: Tx, campaign: Campaign): Promise<readonly Address[]> {
  if (campaign.streetIds.length === 0) return []
  return addressesOn(tx, campaign.streetIds, { neighbourhoodIds: campaign.neighbourhoodIds })
}
