import type { IsoDate } from '@meernet/calendar'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { amongDoors } from '../addresses/campaign-doors.ts'
import { campaignById } from '../campaign-store.ts'
import { readLetterCode } from '../letters/letter-code.ts'
import { letterByCode } from '../letters/letter-store.ts'
import { addOptOut, removeOptOut } from './opt-out-store.ts'

type Needs = { readonly transact: Transact }

/** What came of a code typed by a resident. */
export type OptOutAnswer = 'noted' | 'misspelled' | 'unknown' | 'over'

/** Whoever holds the letter of an address says: rather no visit. Keeps the address and the campaign, nothing about people. */
export async function optOutByCode(
  { transact }: Needs,
  municipalityId: string,
  typed: string,
  today: IsoDate,
): Promise<OptOutAnswer> {
  const code = readLetterCode(typed)
  if (code === undefined) return 'misspelled'
  return transact(systemActor(municipalityId, 'campaigns.optOut'), async (tx) => {
    const letter = await letterByCode(tx, code)
    if (!letter) return 'unknown'
    if (letter.isOver) return 'over'
    await addOptOut(tx, { ...letter, channel: 'code', on: today })
    return 'noted'
  })
}

/** Somebody called: staff note it for them, or take it back. False when the address is not in the campaign. */
export const optOutByPhone = (
  { transact }: Needs,
  actor: StaffActor,
  change: { readonly campaignId: string; readonly addressId: string; readonly isOptedOut: boolean },
  today: IsoDate,
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const { campaignId, addressId } = change
    const campaign = await campaignById(tx, campaignId)
    if (!campaign || !(await amongDoors(tx, campaign, [addressId])).has(addressId)) return false
    if (change.isOptedOut) await addOptOut(tx, { campaignId, addressId, channel: 'phone', on: today })
    else await removeOptOut(tx, campaignId, addressId)
    tx.audit({
      action: change.isOptedOut ? 'note opt-out' : 'take back opt-out',
      subject: { type: 'campaign', id: campaignId },
    })
    return true
  })
