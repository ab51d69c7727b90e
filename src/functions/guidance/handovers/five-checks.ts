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

/** Who would receive, as far as an agreement is for them or not. */
export type AskedReceiver = { readonly kind: 'partner' | 'socialWorker'; readonly organisation: string }

/** Whether the person agreed to tell this kind of receiver, and this organisation when one was named; whether it holds is another matter. */
export const isForReceiver = (
  { toWhom, toOrganisation }: Pick<AgreementGround, 'toWhom' | 'toOrganisation'>,
  { kind, organisation }: AskedReceiver,
): boolean => toWhom.includes(kind) && (toOrganisation === null || toOrganisation === organisation)

/**
 * Whether something may be shared with `receiver` on `today`: all five checks ticked, and an agreement that still holds and
 * is for this kind of receiver, and for this organisation when the person named one.
 */
export function mayShare(
  checked: readonly FiveCheck[],
  agreement: AgreementGround | undefined,
  receiver: AskedReceiver,
  today: IsoDate,
): SharingCheck {
  if (!fiveChecks.every((check) => checked.includes(check))) return refused('checkMissing')
  if (!agreement) return refused('noAgreement')
  if (agreement.isWithdrawn) return refused('withdrawn')
  if (agreement.validUntil !== null && agreement.validUntil < today) return refused('expired')
  return isForReceiver(agreement, receiver) ? { kind: 'allowed' } : refused('otherReceiver')
}

const refused = (reason: SharingRefusal): SharingCheck => ({ kind: 'refused', reason })
