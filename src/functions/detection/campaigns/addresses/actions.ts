import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { type Address, addressesById, addressesOn, streetsOf } from '../../../../registers/places/index.ts'
import type { Campaign } from '../campaign.ts'
import { lockCampaign } from '../campaign-store.ts'
import { dropOtherDoors } from '../rounds/plan-store.ts'
import type { FileLine } from './address-file.ts'
import { addToList, listOf, removeFromList, saidNoElsewhere } from './address-list-store.ts'
import { folded, type MatchedLine, matchLines } from './match-lines.ts'

type Needs = { readonly transact: Transact }

/** Compares the lines of a file with the register. Nothing is kept, of the file neither. */
export async function compareFile(
  tx: Tx,
  campaign: Campaign,
  lines: readonly FileLine[],
): Promise<readonly MatchedLine[]> {
  const names = new Set(lines.map(({ street }) => folded(street)))
  const streets = (await streetsOf(tx)).filter(({ name }) => names.has(folded(name)))
  const addresses = await addressesOn(
    tx,
    streets.map(({ id }) => id),
  )
  const ids = addresses.map(({ id }) => id)
  return matchLines(lines, {
    streets,
    addresses,
    insideIds: await insideOf(tx, campaign, addresses),
    listedIds: new Set(await listOf(tx, campaign.id)),
    saidNoIds: await saidNoElsewhere(tx, campaign.id, ids),
  })
}

/** Puts addresses on the list of a planned selected campaign, all at once; those that may not be on it are left out. */
export const addAddresses = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  addressIds: readonly string[],
): Promise<number | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await campaignThatLists(tx, id)
    if (!campaign) return undefined
    const living = (await addressesById(tx, addressIds)).filter(({ goneOn }) => goneOn === null)
    const allowed = await allowedOf(tx, campaign, living)
    const added = await addToList(
      tx,
      id,
      allowed.map((address) => address.id),
    )
    tx.audit({ action: 'add addresses to list', subject: { type: 'campaign', id }, details: { addresses: added } })
    return added
  })

/** Addresses in the neighbourhoods of a campaign that did not say no in another one. */
export async function allowedOf(
  tx: Tx,
  campaign: Campaign,
  addresses: readonly Address[],
): Promise<readonly Address[]> {
  const inside = await insideOf(tx, campaign, addresses)
  const saidNo = await saidNoElsewhere(
    tx,
    campaign.id,
    addresses.map(({ id }) => id),
  )
  return addresses.filter(({ id }) => inside.has(id) && !saidNo.has(id))
}

/** Takes one address off the list, or all; false when the list is fixed. */
export const removeAddresses = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  addressId?: string,
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const campaign = await campaignThatLists(tx, id)
    if (!campaign) return false
    await removeFromList(tx, id, addressId)
    await dropOtherDoors(tx, campaign)
    tx.audit({ action: 'take addresses off list', subject: { type: 'campaign', id } })
    return true
  })

/** A campaign whose list can change: letters follow from it, so only while it is planned. */
async function campaignThatLists(tx: Tx, id: string): Promise<Campaign | undefined> {
  const campaign = await lockCampaign(tx, id)
  return campaign?.kind === 'selected' && campaign.state === 'planned' ? campaign : undefined
}

async function insideOf(
  tx: Tx,
  { neighbourhoodIds }: Campaign,
  addresses: readonly Address[],
): Promise<ReadonlySet<string>> {
  const streetIds = [...new Set(addresses.flatMap(({ streetId }) => streetId ?? []))]
  return new Set((await addressesOn(tx, streetIds, { neighbourhoodIds })).map(({ id }) => id))
}
