import { type IsoDate, isoDateIn } from '@meernet/calendar'
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
