import { createHash } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'

/** What was destroyed, as numbers. */
export const destroyedParts = ['listedAddresses', 'roundAddresses', 'rounds', 'pairs', 'letters', 'optOuts'] as const
export type DestroyedCounts = Readonly<Record<(typeof destroyedParts)[number], number>>

/** That the lists of a campaign were destroyed. No address, so that it can be kept and shown. */
export type Certificate = {
  readonly campaignId: string
  readonly destroyedAt: Date
  /** Account of who approved it by hand; null: the program did it, by the rule alone. */
  readonly approvedBy: string | null
  readonly ruleReference: string
  readonly ruleDecidedBy: string
  readonly ruleDecidedOn: IsoDate
  readonly ruleDays: number
  readonly destroyed: DestroyedCounts
}

/** SHA-256 over everything the certificate says, in a fixed order: who changes a word has another number. */
export function certificateHash(certificate: Certificate): string {
  const { campaignId, destroyedAt, approvedBy, destroyed } = certificate
  const { ruleReference, ruleDecidedBy, ruleDecidedOn, ruleDays } = certificate
  const said = [
    ...[campaignId, destroyedAt.toISOString(), approvedBy],
    ...[ruleReference, ruleDecidedBy, ruleDecidedOn, ruleDays],
    ...destroyedParts.map((part) => destroyed[part]),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
