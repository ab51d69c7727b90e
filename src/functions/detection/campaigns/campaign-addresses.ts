import type { Tx } from '../../../platform/database/transact.ts'
import { type Address, chosenAddresses } from '../../../registers/places/index.ts'
import { type Campaign, hasPlaces } from './campaign.ts'

/** All living addresses of a campaign, opted out or not: on its streets within its neighbourhoods, and those without a street. */
export async function addressesOf(tx: Tx, campaign: Campaign): Promise<readonly Address[]> {
  return hasPlaces(campaign) ? chosenAddresses(tx, campaign) : []
}
