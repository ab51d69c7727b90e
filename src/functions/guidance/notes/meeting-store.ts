import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'

/** What is kept of a case meeting (P11): who, on which basis, and minimal minutes. By default the person was not named. */
export type CaseMeeting = {
  readonly id: string
  readonly heldOn: IsoDate
  readonly participants: string
  /** Code of the legal basis, when the person was named. */
  readonly basis: string | null
  readonly isWithIdentity: boolean
  readonly minutes: string
  readonly byUser: string
}
export type NewMeeting = CaseMeeting & { readonly caseId: string; readonly zoneId: string }

/** The meetings about a case, newest first. */
export async function meetingsOf(tx: Tx, caseId: string): Promise<readonly CaseMeeting[]> {
  const rows = await tx.db
    .selectFrom('guidance.case_meeting')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const sealed = await sealedTextOf(tx, row.zone_id)
      return {
        id: row.id,
        heldOn: row.held_on,
        participants: sealed.open('case_meeting.participants', row.id, row.participants),
        basis: row.basis,
        isWithIdentity: row.is_with_identity,
        minutes: sealed.open('case_meeting.minutes', row.id, row.minutes),
        byUser: row.by_user,
      }
    }),
  )
}

/** Adds a meeting; the same identifier twice adds one. */
export async function insertMeeting(tx: Tx, meeting: NewMeeting): Promise<void> {
  const sealed = await sealedTextOf(tx, meeting.zoneId)
  await tx.db
    .insertInto('guidance.case_meeting')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: meeting.id,
      zone_id: meeting.zoneId,
      case_id: meeting.caseId,
      held_on: meeting.heldOn,
      participants: sealed.seal('case_meeting.participants', meeting.id, meeting.participants),
      basis: meeting.basis,
      is_with_identity: meeting.isWithIdentity,
      minutes: sealed.seal('case_meeting.minutes', meeting.id, meeting.minutes),
      by_user: meeting.byUser,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
