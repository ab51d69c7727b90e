import type { IsoDate } from '@meernet/calendar'

/** What must all be so before case content is shared (P7). */
export const fiveChecks = [
  'receiverBoundBySecrecy',
  'sameHelpingAim',
  'personInformed',
  'personAgrees',
  'onlyWhatIsNeeded',
] as const
export type FiveCheck = (typeof fiveChecks)[number]

/** An agreement as far as sharing depends on it. */
export type AgreementGround = {
  readonly toWhom: readonly string[]
  readonly toOrganisation: string | null
  readonly validUntil: IsoDate | null
  readonly isWithdrawn: boolean
}
export type SharingCheck = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly reason: SharingRefusal }
export type SharingRefusal = 'checkMissing' | 'noAgreement' | 'withdrawn' | 'expired' | 'otherReceiver'

/**
 * Whether something may be shared with `receiver` on `today`: all five checks ticked, and an agreement that still holds and
 * is for this kind of receiver, and for this organisation when the person named one.
 */
export function mayShare(
  checked: readonly FiveCheck[],
  agreement: AgreementGround | undefined,
  receiver: { readonly kind: 'partner' | 'socialWorker'; readonly organisation: string },
  today: IsoDate,
): SharingCheck {
  if (!fiveChecks.every((check) => checked.includes(check))) return refused('checkMissing')
  if (!agreement) return refused('noAgreement')
  if (agreement.isWithdrawn) return refused('withdrawn')
  if (agreement.validUntil !== null && agreement.validUntil < today) return refused('expired')
  const isForReceiver =
    agreement.toWhom.includes(receiver.kind) &&
    (agreement.toOrganisation === null || agreement.toOrganisation === receiver.organisation)
  return isForReceiver ? { kind: 'allowed' } : refused('otherReceiver')
}

const refused = (reason: SharingRefusal): SharingCheck => ({ kind: 'refused', reason })
