import type { IsoDate } from '@meernet/calendar'

/** To whom something may be told. `sender`: whoever sent the card. */
export const audiences = ['coordinator', 'socialWorker', 'partner', 'sender'] as const
export type Audience = (typeof audiences)[number]
/** For what something may be told. */
export const agreementPurposes = ['contact', 'guidance', 'handover', 'feedback', 'caseMeeting'] as const
export type AgreementPurpose = (typeof agreementPurposes)[number]
/** How somebody said yes. */
export const waysOfGiving = ['spoken', 'written'] as const
export type WayOfGiving = (typeof waysOfGiving)[number]
/** How somebody took an agreement back: by one click, or by saying so in any way. */
export const withdrawalChannels = ['online', 'phone', 'letter', 'faceToFace'] as const
/** `mistake`: it was never of this person. */
export type WithdrawalChannel = (typeof withdrawalChannels)[number] | 'mistake'

/** What a person agreed may be told: not the legal ground for keeping data, which is a record of its own (P2). */
export type SharingAgreement = {
  readonly id: string
  readonly zoneId: string
  readonly personId: string
  /** In the person's words; sealed at rest. */
  readonly mayTell: string
  readonly toWhom: readonly Audience[]
  /** The organisation the person named, when one was named. */
  readonly toOrganisation: string | null
  readonly purpose: AgreementPurpose
  readonly given: WayOfGiving
  readonly givenOn: IsoDate
  /** Who heard or saw it given. */
  readonly witnessedBy: string
  /** Last day it holds; null: until it is withdrawn. */
  readonly validUntil: IsoDate | null
  /** The card on which it was agreed; null: agreed and recorded on its own. */
  readonly fromCardId: string | null
  readonly withdrawn: { readonly at: Date; readonly channel: WithdrawalChannel } | null
}
/** An agreement at the moment it is given: nothing of it is withdrawn yet. */
export type NewAgreement = Omit<SharingAgreement, 'withdrawn' | 'fromCardId'> & { readonly fromCardId?: string | null }

/** Whether it holds on `day`. */
export const isValidOn = ({ withdrawn, validUntil, givenOn }: SharingAgreement, day: IsoDate): boolean =>
  withdrawn === null && givenOn <= day && (validUntil === null || validUntil >= day)
