import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { Handover, HandoverState } from './handover.ts'
import { changedColumns, type HandoverChange, handoverFrom } from './handover-row.ts'

/** What a proposal says. */
export type NewHandover = Pick<
  Handover,
  | 'id'
  | 'zoneId'
  | 'receiverZoneId'
  | 'caseId'
  | 'personId'
  | 'serviceId'
  | 'organisationName'
  | 'receiverContact'
  | 'receiverEmail'
  | 'shared'
  | 'returnsTo'
  | 'waitingWeeks'
  | 'proposedBy'
>

/** Adds a proposed handover; the same identifier twice adds one. */
export async function insertHandover(tx: Tx, handover: NewHandover): Promise<void> {
  const sealed = await sealedTextOf(tx, handover.zoneId)
  await tx.db
    .insertInto('guidance.handover')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: handover.id,
      zone_id: handover.zoneId,
      receiver_zone_id: handover.receiverZoneId,
      case_id: handover.caseId,
      person_id: handover.personId,
      service_id: handover.serviceId,
      organisation_name: handover.organisationName,
      receiver_contact: handover.receiverContact,
      receiver_email: handover.receiverEmail,
      shared: sealed.seal('handover.shared', handover.id, JSON.stringify(handover.shared)),
      returns_to: handover.returnsTo,
      waiting_weeks: handover.waitingWeeks,
      proposed_by: handover.proposedBy,
      proposed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The handover, when the actor is on one of its sides. */
export async function handoverById(tx: Tx, id: string): Promise<Handover | undefined> {
  const row = await tx.db.selectFrom('guidance.handover').selectAll().where('id', '=', id).executeTakeFirst()
  return row && handoverFrom(tx, row)
}

/** How a handover ended that the actor's zone could read and no longer can. */
export type EndedHandover = { readonly state: HandoverState; readonly endedAt: Date }

/** How it ended, for who could read it before; undefined for anybody else. Nothing of what was shared. */
export async function endedHandover(tx: Tx, id: string): Promise<EndedHandover | undefined> {
  const { rows } = await sql<EndedHandover>`
    select state, ended_at as "endedAt" from guidance.ended_handover_to_my_zone(${id})`.execute(tx.db)
  return rows[0]
}

/** The handovers of a case, newest first. */
export async function handoversOf(tx: Tx, caseId: string): Promise<readonly Handover[]> {
  const rows = await tx.db
    .selectFrom('guidance.handover')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(rows.map((row) => handoverFrom(tx, row)))
}

/** Handovers addressed to the actor's zone that may be read there, those still to be answered first. */
export async function handoversTo(tx: Tx, zoneId: string): Promise<readonly Handover[]> {
  const rows = await tx.db
    .selectFrom('guidance.handover')
    .selectAll()
    .where('receiver_zone_id', '=', zoneId)
    .where('is_readable_by_receiver', '=', true)
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('proposed_at')
    .execute()
  return Promise.all(rows.map((row) => handoverFrom(tx, row)))
}

/** Handovers addressed to the actor's zone that wait for its answer, those announced first in front. */
export async function handoversToAnswer(tx: Tx, zoneId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('guidance.handover')
    .select('id')
    .where('receiver_zone_id', '=', zoneId)
    .where('is_readable_by_receiver', '=', true)
    .where('state', 'in', ['agreed', 'introduced'])
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Handovers that rest on an agreement and may still be stopped; held, so that no step is taken meanwhile. */
export async function stoppableHandoversOn(tx: Tx, agreementId: string): Promise<readonly Handover[]> {
  const rows = await tx.db
    .selectFrom('guidance.handover')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('state', 'in', ['agreed', 'introduced'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return Promise.all(rows.map((row) => handoverFrom(tx, row)))
}

/**
 * Locks a handover for an act; false when it is no longer at `version`. Whoever changes a handover and its link locks the
 * handover first, so that two never wait for each other; lines that only refer to it may still be added.
 */
export async function lockHandover(tx: Tx, id: string, version: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('guidance.handover')
    .select('version')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.version === version
}

/** Lets the handovers of a case that would return to somebody who leaves it return to `to`. */
export async function passReturns(tx: Tx, caseId: string, from: string, to: string): Promise<void> {
  await tx.db
    .updateTable('guidance.handover')
    .set({ returns_to: to })
    .where('case_id', '=', caseId)
    .where('returns_to', '=', from)
    .execute()
}

/** Keeps which case of its own the receiver opened; false when there was one already. */
export async function saveReceiverCase(tx: Tx, id: string, caseId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.handover')
    .set({ receiver_case_id: caseId })
    .where('id', '=', id)
    .where('receiver_case_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Saves a change over version `from`; false when somebody else changed it meanwhile. */
export async function saveHandover(
  tx: Tx,
  { id, zoneId }: Pick<Handover, 'id' | 'zoneId'>,
  from: number,
  change: HandoverChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.handover')
    .set({ ...(await changedColumns(tx, { id, zoneId }, change)), version: from + 1 })
    .where('id', '=', id)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
