import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'

/** A handover that nobody answered yet. `lastStepOn`: when the receiver was introduced, or else when it was proposed. */
export type Unanswered = {
  readonly id: string
  readonly caseId: string
  readonly state: 'proposed' | 'agreed' | 'introduced'
  readonly lastStepOn: IsoDate
}

/** The handovers that return to `userId` and have no answer yet, in cases that go on; those that wait longest first. */
export async function unansweredHandovers(tx: Tx, userId: string): Promise<readonly Unanswered[]> {
  const rows = await tx.db
    .selectFrom('guidance.handover as h')
    .innerJoin('guidance.case as c', (join) =>
      join.onRef('c.municipality_id', '=', 'h.municipality_id').onRef('c.id', '=', 'h.case_id'),
    )
    .select(['h.id', 'h.case_id', 'h.state', 'h.introduced_on', 'h.proposed_at'])
    .where('h.returns_to', '=', userId)
    .where('h.state', 'in', ['proposed', 'agreed', 'introduced'])
    .where('c.state', '<>', 'closed')
    .orderBy('h.proposed_at')
    .orderBy('h.id')
    .execute()
  return rows.map(({ id, case_id, state, introduced_on, proposed_at }) => ({
    id,
    caseId: case_id,
    state: state as Unanswered['state'],
    lastStepOn: introduced_on ?? isoDateIn(municipalTimeZone, proposed_at),
  }))
}

/** A handover without an answer, as the program asks about it. `lastStepOn`: also when it was last asked about. */
export type LongUnanswered = Pick<Unanswered, 'id' | 'state' | 'lastStepOn'> & {
  readonly returnsTo: string
  readonly receiverZoneId: string | null
}

/** All of the municipality, in cases that go on, of people whose data are not frozen; held, so that none is asked about twice. */
export async function longUnanswered(tx: Tx): Promise<readonly LongUnanswered[]> {
  const { rows } = await sql<Omit<LongUnanswered, 'lastStepOn'> & { proposedAt: Date; laterStepOn: IsoDate | null }>`
    select h.id, h.state, h.returns_to as "returnsTo", h.receiver_zone_id as "receiverZoneId", h.proposed_at as "proposedAt",
      greatest(h.introduced_on, h.answer_asked_on) as "laterStepOn"
    from guidance.handover h
    join guidance."case" c on c.municipality_id = h.municipality_id and c.id = h.case_id and c.state <> 'closed'
    where h.state in ('proposed', 'agreed', 'introduced') and h.person_id not in (select people.frozen_people())
    order by h.id
    for no key update of h`.execute(tx.db)
  return rows.map(({ proposedAt, laterStepOn, ...handover }) => ({
    ...handover,
    lastStepOn: laterStepOn ?? isoDateIn(municipalTimeZone, proposedAt),
  }))
}

/** Keeps that these were asked about on `today`. */
export async function noteAsked(tx: Tx, ids: readonly string[], today: IsoDate): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('guidance.handover')
    .set({ answer_asked_on: today })
    .where('id', 'in', [...ids])
    .execute()
}
