import { defineEvent } from '../../platform/events/event.ts'

/** Somebody took an agreement back: what rests on it stops now. */
export type AgreementWithdrawn = {
  readonly agreementId: string
  readonly personId: string
  /** The card on which it was agreed, when it was. */
  readonly fromCardId: string | null
  /** Account of the colleague who noted it; null: the person did it with a code. */
  readonly notedBy: string | null
}
export const agreementWithdrawn = defineEvent<AgreementWithdrawn>('agreements.withdrawn')
