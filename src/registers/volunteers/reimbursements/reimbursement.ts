import type { IsoDate } from '@meernet/calendar'
import type { TravelMeans } from './amounts.ts'
import type { Counted, Declaration, ReimbursementKind } from './ceilings.ts'

/** What was noted for one day in this organisation. */
export type Reimbursement = {
  readonly id: string
  readonly day: IsoDate
  readonly kind: ReimbursementKind
  readonly activity: string
  readonly amountCents: number
  readonly travelMeans: TravelMeans | null
  readonly travelHectometres: number
  readonly travelCents: number
  readonly cancelledAt: Date | null
}

/** A declaration as it was given. */
export type KeptDeclaration = Declaration & { readonly declaredOn: IsoDate; readonly version: number }

/** What counts for a person, and whether organisations here share it. */
export type CountedTogether = Counted & { readonly isInSeveral: boolean }

/** What is paid for a reimbursement, travel with it, in cents; nothing once cancelled. */
export function paidCents({ amountCents, travelCents, cancelledAt }: Reimbursement): number {
  return cancelledAt ? 0 : amountCents + travelCents
}
