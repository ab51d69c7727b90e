import type { Tx } from '../../../../platform/database/transact.ts'
import { type Address, addressesById, chosenAddresses, chosenAmong } from '../../../../registers/places/index.ts'
import type { Campaign } from '../campaign.ts'
import { listedAmong, listedDoors } from './address-list-store.ts'

/** The living addresses a campaign goes to, by street and number: of its streets, or of its list. Opted out or not. */
export async function addressesOf(tx: Tx, campaign: Campaign): Promise<readonly Address[]> {
  return campaign.kind === 'selected'
    ? addressesById(tx, await listedDoors(tx, campaign.id))
    : chosenAddresses(tx, campaign)
}

/** Which of these addresses a campaign goes to. */
export const amongDoors = (tx: Tx, campaign: Campaign, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  campaign.kind === 'selected' ? listedAmong(tx, campaign.id, ids) : chosenAmong(tx, campaign, ids)
