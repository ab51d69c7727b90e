import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'

/** The crossing from one data zone to another, by name of agreement and legal ground (P9). */
export type NewDisclosure = {
  readonly zoneId: string
  readonly receiverZoneId: string | null
  readonly handoverId: string
  readonly caseId: string
  readonly personId: string
  readonly agreementId: string
  readonly legalGroundId: string
  readonly byUser: string
}

/** Keeps that something was shared after all five checks of P7; such a line is never changed. */
export async function insertDisclosure(tx: Tx, disclosure: NewDisclosure): Promise<void> {
  await tx.db
    .insertInto('guidance.disclosure')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: uuidv7(),
      zone_id: disclosure.zoneId,
      receiver_zone_id: disclosure.receiverZoneId,
      handover_id: disclosure.handoverId,
      case_id: disclosure.caseId,
      person_id: disclosure.personId,
      agreement_id: disclosure.agreementId,
      legal_ground_id: disclosure.legalGroundId,
      receiver_bound_by_secrecy: true,
      same_helping_aim: true,
      person_informed: true,
      person_agrees: true,
      only_what_is_needed: true,
      by_user: disclosure.byUser,
      at: tx.now,
    })
    .execute()
}
