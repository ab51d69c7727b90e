import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { type Held, type HeldShape, heldRecords } from '../../platform/fields/held.ts'
import { heldCheck } from './case-rights/held-check.ts'

/** What guidance holds about somebody in one data zone: cases with all that is in them (P16). Of colleagues and others no name. */
export async function whatGuidanceHolds(tx: Tx, personId: string, zoneId: string): Promise<Held> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const cases = await tx.db
    .selectFrom('guidance.case')
    .selectAll()
    .where('person_id', '=', personId)
    .where('zone_id', '=', zoneId)
    .orderBy('opened_at')
    .execute()
  if (cases.length === 0) return { records: [], leftOut: [] }
  const ids = cases.map(({ id }) => id)
  const records = [...heldRecords(zone, caseShape, cases)]
  for (const { order, ...shape } of partShapes) {
    const { rows } = await sql<object>`
      select * from ${sql.table(shape.table)} where case_id = any(${ids}::uuid[]) and zone_id = ${zoneId}::uuid
      order by ${sql.ref(order)}`.execute(tx.db)
    const held = heldRecords(zone, shape, rows)
    records.push(...(shape.table === 'guidance.kept_rights_check' ? held.map(heldCheck) : held))
  }
  const hasMeeting = records.some(({ table }) => table === 'guidance.case_meeting')
  const hasHandover = records.some(({ table }) => table === 'guidance.handover')
  return {
    records,
    leftOut: [
      'colleagues',
      ...(hasMeeting ? (['meeting'] as const) : []),
      ...(hasHandover ? (['receiver'] as const) : []),
    ],
  }
}

/** The tables that the copy of somebody's data has from here. */
export const heldInGuidance = (): readonly string[] => [caseShape.table, ...partShapes.map(({ table }) => table)]

const caseShape = {
  table: 'guidance.case',
  key: ['id'],
  columns: ['state', 'rights_check', 'opened_at'],
  sealed: ['title', 'rights_check_reason'],
}

/** NOTE who sat at a meeting, who answered for an organisation and the secret of a link are of others: not given. */
const partShapes: readonly (HeldShape & { readonly order: string })[] = [
  {
    table: 'guidance.domain_fact',
    key: ['id'],
    order: 'at',
    columns: ['domain', 'kind', 'reached', 'at'],
    sealed: ['text'],
  },
  {
    table: 'guidance.goal',
    key: ['id'],
    order: 'made_at',
    columns: ['domain', 'state', 'made_at'],
    sealed: ['words', 'first_step'],
  },
  { table: 'guidance.note', key: ['id'], order: 'at', columns: ['at'], sealed: ['text'] },
  { table: 'guidance.task', key: ['id'], order: 'made_at', columns: ['kind', 'due_on', 'done_at'], sealed: ['words'] },
  {
    table: 'guidance.case_meeting',
    key: ['id'],
    order: 'held_on',
    columns: ['held_on', 'basis', 'is_with_identity'],
    sealed: ['minutes'],
  },
  {
    table: 'guidance.handover',
    key: ['id'],
    order: 'proposed_at',
    columns: [
      'organisation_name',
      'state',
      'proposed_at',
      'introduced_on',
      'arrived_on',
      'outcome',
      'refusal_reason',
      'ended_at',
    ],
    sealed: ['refusal_words', 'outcome_words'],
    json: ['shared'],
  },
  {
    table: 'guidance.followed_right',
    key: ['id'],
    order: 'begun_at',
    columns: ['right_id', 'state', 'ask_by', 'asked_on', 'answered_on', 'amount_per', 'refusal_reason', 'begun_at'],
    sealed: ['amount_cents', 'words'],
  },
  {
    table: 'guidance.kept_rights_check',
    key: ['id'],
    order: 'at',
    columns: ['checked_on', 'at', 'kept'],
    sealed: ['outcomes', 'facts'],
  },
  { table: 'guidance.disclosure', key: ['id'], order: 'at', columns: ['at', 'person_informed', 'person_agrees'] },
  {
    table: 'guidance.closing',
    key: ['id'],
    order: 'closed_at',
    columns: ['outcome', 'closed_at', 'reopened_at'],
    sealed: ['reopening_reason'],
  },
  { table: 'guidance.case_event', key: ['id'], order: 'at', columns: ['kind', 'value', 'at'] },
]
