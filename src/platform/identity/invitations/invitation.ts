import type { IsoDate } from '@meernet/calendar'
import type { Role, SecrecyStatus } from '../../access/actor.ts'

/** How long an invitation can be accepted. */
export const invitationDays = 7

/** What somebody is invited for: the membership that comes of it. */
export type Offer = {
  readonly email: string
  readonly role: Role
  readonly zoneId: string
  readonly neighbourhoods: 'all' | readonly string[]
  readonly secrecy: SecrecyStatus
  /** Which paper shows the secrecy status, and when it is looked at again (P5); both unless the status is `none`. */
  readonly secrecyProof: string | null
  readonly secrecyReviewOn: IsoDate | null
}

/** An offer that was mailed, with what became of it; several to one address may be open at once. */
export type Invitation = Offer & {
  readonly id: string
  readonly municipalityId: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Whether an invitation can be accepted at `now`: once, in time, and not when it was taken back. */
export function isOpen(
  { acceptedAt, withdrawnAt, expiresAt }: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): boolean {
  return acceptedAt === null && withdrawnAt === null && now < expiresAt
}
