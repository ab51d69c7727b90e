import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'

/** What happened in a case; a message key `guidance.event.<kind>` says each. */
export type CaseEventKind =
  | 'opened'
  | 'moved'
  | 'closed'
  | 'reopened'
  | 'rightsCheck'
  | 'memberAdded'
  | 'memberEnded'
  | 'leadPassed'
  | 'explored'
  | 'action'
  | 'result'
  | 'goalSet'
  | 'goalChanged'
  | 'note'
  | 'meeting'
  | 'taskSet'
  | 'taskDone'
  | 'handover'
  | 'disclosure'
  | 'linkMade'
  | 'agreementWithdrawn'
  | 'sharingStopped'
  | 'rightWorthAsking'
  | 'rightAsked'
  | 'rightGranted'
  | 'rightRefused'
  | 'rightNotApplicable'
  | 'rightDoesNotWant'

export type CaseEvent = {
  readonly id: string
  readonly kind: CaseEventKind
  /** A state, life domain or other code, when the kind has one. */
  readonly value: string | null
  /** The handover, colleague or other thing it is about. */
  readonly aboutId: string | null
  /** Null: the program, or a receiver without account. */
  readonly byUser: string | null
  readonly at: Date
}

/** Where an event belongs: the case and its zone. */
export type CasePlace = { readonly caseId: string; readonly zoneId: string }
type What = { readonly kind: CaseEventKind; readonly value?: string | null; readonly aboutId?: string | null }

/** Adds a line to the timeline, in the name of who acts. */
export async function noteEvent(tx: Tx, { caseId, zoneId }: CasePlace, { kind, value, aboutId }: What): Promise<void> {
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : null
  await insertEvents(tx, [
    { id: uuidv7(), caseId, zoneId, kind, value: value ?? null, aboutId: aboutId ?? null, byUser, at: tx.now },
  ])
}

/** Adds many lines in one statement. */
export async function insertEvents(tx: Tx, events: readonly (CaseEvent & CasePlace)[]): Promise<void> {
  if (events.length === 0) return
  await tx.db
    .insertInto('guidance.case_event')
    .values(
      events.map(({ id, caseId, zoneId, kind, value, aboutId, byUser, at }) => ({
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: zoneId,
        case_id: caseId,
        kind,
        value,
        about_id: aboutId,
        by_user: byUser,
        at,
      })),
    )
    .execute()
}

/** The timeline of a case, newest first; at most `limit` lines when given. */
export async function eventsOf(tx: Tx, caseId: string, limit?: number): Promise<readonly CaseEvent[]> {
  let query = tx.db
    .selectFrom('guidance.case_event')
    .select(['id', 'kind', 'value', 'about_id', 'by_user', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
  if (limit) query = query.limit(limit)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CaseEventKind,
    value: row.value,
    aboutId: row.about_id,
    byUser: row.by_user,
    at: row.at,
  }))
}
