import { randomInt } from 'node:crypto'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import type { Address } from '../../../../registers/places/index.ts'
import { addressesOf } from '../addresses/campaign-doors.ts'
import type { Campaign } from '../campaign.ts'
import { campaignById } from '../campaign-store.ts'
import { applyObjections } from '../opt-outs/objection-store.ts'
import { optedOutOf } from '../opt-outs/opt-out-store.ts'
import { newLetterCode } from './letter-code.ts'
import { addLetters, addressesWithoutLetter, lettersOf } from './letter-store.ts'

type Needs = { readonly transact: Transact }

/** Makes a letter with its own code for every address that has none yet. Gives how many were made; undefined without campaign. */
export const makeLetters = ({ transact }: Needs, actor: StaffActor, id: string): Promise<number | undefined> =>
  transact(actor, async (tx) => {
    const campaign = await campaignById(tx, id)
    if (!campaign || campaign.state === 'ended') return undefined
    const made = await makeLettersFor(tx, campaign, randomInt)
    tx.audit({ action: 'make letters of campaign', subject: { type: 'campaign', id }, details: { letters: made } })
    return made
  })

/** The same inside a transaction, with chance from outside; none for who would rather have no visit. */
export async function makeLettersFor(tx: Tx, campaign: Campaign, random: (below: number) => number): Promise<number> {
  await applyObjections(tx, campaign)
  const fresh = (await addressesWithoutLetter(tx, campaign)).map((id) => ({
    addressId: id,
    code: newLetterCode(random),
  }))
  if (fresh.length > 0) await addLetters(tx, campaign.id, fresh)
  return fresh.length
}

/** Letters of one street (null: of the doors without one), by house number, ready to print; of a list always all of them. */
export const lettersOfStreet = ({ transact }: Needs, actor: StaffActor, campaign: Campaign, streetId: string | null) =>
  transact(actor, async (tx): Promise<readonly { readonly address: Address; readonly code: string }[]> => {
    const addresses = await addressesOf(
      tx,
      campaign.kind === 'selected'
        ? campaign
        : streetId === null
          ? { ...campaign, streetIds: [] }
          : { ...campaign, streetIds: onlyOf(campaign, streetId), streetlessIn: [] },
    )
    const letters = await lettersOf(
      tx,
      campaign.id,
      addresses.map(({ id }) => id),
    )
    const silent = await optedOutOf(tx, campaign.id)
    const codes = new Map(letters.flatMap(({ addressId, code }) => (silent.has(addressId) ? [] : [[addressId, code]])))
    tx.audit({ action: 'print letters of campaign', subject: { type: 'campaign', id: campaign.id } })
    return addresses.flatMap((address) => {
      const code = codes.get(address.id)
      return code ? [{ address, code }] : []
    })
  })

const onlyOf = ({ streetIds }: Campaign, streetId: string) => streetIds.filter((id) => id === streetId)
