import { defineEvent } from '../../platform/events/event.ts'

/** Somebody took an agreement back: what rests on it stops now. */
export type AgreementWithdrawn = { readonly agreementId: string; readonly personId: string }
export const agreementWithdrawn = defineEvent<AgreementWithdrawn>('agreements.withdrawn')
