import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  changeMember,
  endMembership,
  invite,
  type Member,
  type MemberChange,
  memberById,
  type Offer,
  openAdministrators,
  withdrawInvitation,
} from '../../../platform/identity/index.ts'
import type { Municipality } from '../municipality-store.ts'
import { zonesIn } from '../zone-store.ts'
import { type EndingProblem, endingProblem } from './ending.ts'

type Needs = { readonly transact: Transact; readonly address: () => string }

/** Invites somebody to a zone of this municipality; false when there is no such zone. */
export function inviteMember(
  { transact, address }: Needs,
  actor: StaffActor,
  municipality: Pick<Municipality, 'name' | 'languages'>,
  { id, ...offer }: Offer & { readonly id: string },
): Promise<boolean> {
  return transact(actor, async (tx) => {
    const zones = await zonesIn(tx)
    if (!zones.some((zone) => zone.id === offer.zoneId)) return false
    const language = municipality.languages[0] === 'fr' ? 'fr' : 'nl'
    await invite(tx, offer, { id, address: address(), municipalityName: municipality.name, language })
    return true
  })
}

/** Takes back an invitation that nobody accepted yet. */
export function takeBackInvitation({ transact }: Pick<Needs, 'transact'>, actor: StaffActor, id: string) {
  return transact(actor, async (tx) => {
    const isTakenBack = await withdrawInvitation(tx, id)
    if (isTakenBack) tx.audit({ action: 'withdraw invitation', subject: { type: 'invitation', id } })
    return isTakenBack
  })
}

/** Saves a changed membership; on a stale version the membership as it is now. */
export type MemberSaving = { readonly kind: 'saved' } | { readonly kind: 'stale'; readonly now: Member | undefined }

export function saveMember(
  { transact }: Pick<Needs, 'transact'>,
  actor: StaffActor,
  id: string,
  { version, ...change }: MemberChange & { readonly version: number },
): Promise<MemberSaving> {
  return transact(actor, async (tx) => {
    if (!(await changeMember(tx, id, version, change))) return { kind: 'stale', now: await memberById(tx, id) }
    const details = { secrecy: change.secrecy, reviewOn: change.secrecyReviewOn }
    tx.audit({ action: 'change membership', subject: { type: 'membership', id }, details })
    return { kind: 'saved' }
  })
}

/** Ends a membership, from the next request on; says what stands in the way. */
export type MemberEnding =
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly reason: EndingProblem }

/** Ends a membership unless `endingProblem` says why it cannot. */
export function endMember({ transact }: Pick<Needs, 'transact'>, actor: StaffActor, id: string): Promise<MemberEnding> {
  return transact(actor, async (tx) => {
    const administrators = await openAdministrators(tx)
    const member = await memberById(tx, id)
    if (!member) return { kind: 'unknown' }
    const reason = endingProblem(member, administrators)
    if (reason) return { kind: 'refused', reason }
    await endMembership(tx, id)
    tx.audit({ action: 'end membership', subject: { type: 'membership', id } })
    return { kind: 'ended' }
  })
}
