import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { Handover, HandoverOutcome, HandoverState, Introduction, RefusalReason, Shared } from './handover.ts'

/** What an act changes in a handover; texts arrive open and are sealed here. */
export type HandoverChange = { readonly state: HandoverState } & Partial<
  Pick<
    Handover,
    | 'agreementId'
    | 'introduced'
    | 'answeredAt'
    | 'answeredBy'
    | 'refusal'
    | 'waitingWeeks'
    | 'arrivalDueOn'
    | 'arrivedOn'
    | 'bridgingSince'
    | 'bridgingUntil'
    | 'outcome'
  > & { readonly isReadableByReceiver: boolean }
>

/** The handover a row holds, its texts opened. */
export async function handoverFrom(tx: Tx, row: Selectable<Tables['guidance.handover']>): Promise<Handover> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  return {
    id: row.id,
    zoneId: row.zone_id,
    receiverZoneId: row.receiver_zone_id,
    caseId: row.case_id,
    personId: row.person_id,
    serviceId: row.service_id,
    organisationName: row.organisation_name,
    receiverContact: row.receiver_contact,
    receiverEmail: row.receiver_email,
    state: row.state as HandoverState,
    shared: JSON.parse(sealed.open('handover.shared', row.id, row.shared)) as Shared,
    returnsTo: row.returns_to,
    agreementId: row.agreement_id,
    introduced:
      row.introduced_how && row.introduced_on
        ? { how: row.introduced_how as Introduction, on: row.introduced_on }
        : null,
    answeredAt: row.answered_at,
    answeredBy: sealed.openIfAny('handover.answered_by', row.id, row.answered_by),
    refusal: row.refusal_reason
      ? {
          reason: row.refusal_reason as RefusalReason,
          words: sealed.openIfAny('handover.refusal_words', row.id, row.refusal_words),
        }
      : null,
    waitingWeeks: row.waiting_weeks,
    arrivalDueOn: row.arrival_due_on,
    arrivedOn: row.arrived_on,
    bridgingSince: row.bridging_since,
    bridgingUntil: row.bridging_until,
    outcome: row.outcome
      ? {
          outcome: row.outcome as HandoverOutcome,
          words: sealed.openIfAny('handover.outcome_words', row.id, row.outcome_words),
        }
      : null,
    receiverCaseId: row.receiver_case_id,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    version: row.version,
  }
}

/** What `change` writes in the row of a handover, its texts sealed. */
export async function changedColumns(tx: Tx, { id, zoneId }: Pick<Handover, 'id' | 'zoneId'>, change: HandoverChange) {
  const sealed = await sealedTextOf(tx, zoneId)
  const { state, introduced, refusal, outcome } = change
  return {
    state,
    ...(['refused', 'noShow', 'withdrawn'].includes(state) && { ended_at: tx.now }),
    ...(change.agreementId && { agreement_id: change.agreementId }),
    ...(change.isReadableByReceiver !== undefined && { is_readable_by_receiver: change.isReadableByReceiver }),
    ...(introduced && { introduced_how: introduced.how, introduced_on: introduced.on }),
    ...(change.answeredAt && { answered_at: change.answeredAt }),
    ...(change.answeredBy && { answered_by: sealed.seal('handover.answered_by', id, change.answeredBy) }),
    ...(refusal && {
      refusal_reason: refusal.reason,
      refusal_words: sealed.sealIfAny('handover.refusal_words', id, refusal.words),
    }),
    ...(change.waitingWeeks !== undefined && { waiting_weeks: change.waitingWeeks }),
    ...(change.arrivalDueOn && { arrival_due_on: change.arrivalDueOn }),
    ...(change.arrivedOn && { arrived_on: change.arrivedOn }),
    ...(change.bridgingSince && { bridging_since: change.bridgingSince }),
    ...(change.bridgingUntil && { bridging_until: change.bridgingUntil }),
    ...(outcome && {
      outcome: outcome.outcome,
      outcome_words: sealed.sealIfAny('handover.outcome_words', id, outcome.words),
    }),
  }
}
