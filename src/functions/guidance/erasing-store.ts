import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'

/** Cases of a zone that were closed before `before` and not reopened, with the day; none of whose person's data are frozen. */
export async function casesClosedBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly { readonly id: string; readonly closedOn: IsoDate }[]> {
  const { rows } = await sql<{ id: string; closed_at: Date }>`
    select c.id, max(k.closed_at) as closed_at from guidance."case" c
    join guidance.closing k on k.municipality_id = c.municipality_id and k.case_id = c.id and k.reopened_at is null
    where c.zone_id = ${zoneId}::uuid and c.state = 'closed' and c.person_id not in (select people.frozen_people())
    group by c.id having max(k.closed_at) < ${before} order by 2`.execute(tx.db)
  return rows.map(({ id, closed_at }) => ({ id, closedOn: isoDateIn(municipalTimeZone, closed_at) }))
}

/** The people among these with a case that is open, or was closed at `since` or later. */
export async function peopleWithCaseSince(
  tx: Tx,
  personIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct c.person_id from guidance."case" c
    where c.person_id = any(${[...personIds]}::uuid[]) and (c.state <> 'closed' or exists (
      select from guidance.closing k where k.municipality_id = c.municipality_id and k.case_id = c.id and k.closed_at >= ${since}))`.execute(
    tx.db,
  )
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The cases of people. */
export async function caseIdsOf(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  if (personIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('guidance.case')
    .select('id')
    .where('person_id', 'in', [...personIds])
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes cases with all that is in them; gives how many rows of which table. */
export async function eraseCases(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  if (ids.length === 0) return counts
  for (const table of partsFirst) {
    const { rows } = await sql<{ count: number }>`
      with gone as (delete from ${sql.table(table)} where case_id = any(${[...ids]}::uuid[]) returning 1)
      select count(*)::int as count from gone`.execute(tx.db)
    counts[table] = rows[0]?.count ?? 0
  }
  const cases = await tx.db
    .deleteFrom('guidance.case')
    .where('id', 'in', [...ids])
    .returning('id')
    .execute()
  return { ...counts, 'guidance.case': cases.length }
}

/** The tables from which `eraseCases` deletes. */
export const erasedInGuidance = (): readonly string[] => [...partsFirst, 'guidance.case']

/** In an order in which nothing hangs on what went before. */
const partsFirst = [
  'guidance.disclosure',
  'guidance.handover_link',
  'guidance.task',
  'guidance.handover',
  'guidance.followed_right',
  'guidance.kept_rights_check',
  'guidance.case_event',
  'guidance.case_meeting',
  'guidance.closing',
  'guidance.domain_fact',
  'guidance.goal',
  'guidance.note',
  'guidance.case_member',
] as const
