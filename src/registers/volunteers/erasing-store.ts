import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'

type Ended = { readonly id: string; readonly closedOn: IsoDate }
type RowCounts = Readonly<Record<string, number>>

/** Volunteers of a zone who left before `before`, with the day; not those of whom only the accounts are left, or who are frozen. */
export async function volunteersLeftBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const rows = await tx.db
    .selectFrom('volunteers.volunteer')
    .select(['id', 'ended_on'])
    .where('zone_id', '=', zoneId)
    .where('ended_on', '<', isoDateIn(municipalTimeZone, before))
    .where('emptied_on', 'is', null)
    .where('frozen_on', 'is', null)
    .orderBy('ended_on')
    .execute()
  return rows.flatMap(({ id, ended_on }) => (ended_on === null ? [] : [{ id, closedOn: ended_on }]))
}

/**
 * Deletes files of volunteers; gives how many rows of which table. Of who was paid back, name and year of birth stay beside the
 * accounts until those may go too (`eraseReimbursements`): the law asks the list per year. A file that an older backup brought
 * back frozen was let go before it was deleted: it is let go again.
 */
export async function eraseVolunteers(tx: Tx, ids: readonly string[]): Promise<RowCounts> {
  if (ids.length === 0) return {}
  const asked = [...ids]
  const counts: Record<string, number> = {}
  await sql`
    update volunteers.volunteer set frozen_on = null, frozen_for = null
    where id = any(${asked}::uuid[]) and frozen_on is not null`.execute(tx.db)
  for (const table of partsOfFile)
    counts[table] = await deleted(tx, sql`${sql.table(table)} where volunteer_id = any(${asked}::uuid[])`)
  await sql`update volunteers.volunteer set buddy_id = null where buddy_id = any(${asked}::uuid[])`.execute(tx.db)
  const { numAffectedRows } = await sql`
    update volunteers.volunteer v set account_id = null, phone = null, email = null, parental_permission_on = null,
      adulthood_checked_on = null, languages = '{}', times = '{}', tasks = '{}', visits_per_week = null, visits_per_month = null,
      paused_from = null, paused_until = null, buddy_id = null, emptied_on = ${isoDateIn(municipalTimeZone, tx.now)},
      ended_on = coalesce(ended_on, ${isoDateIn(municipalTimeZone, tx.now)}), version = version + 1
    where id = any(${asked}::uuid[]) and emptied_on is null
      and exists (select from volunteers.reimbursement r where r.volunteer_id = v.id)`.execute(tx.db)
  const gone = await eraseUnpaidFiles(tx, asked, 'any')
  return {
    ...counts,
    ...gone,
    'volunteers.volunteer': (gone['volunteers.volunteer'] ?? 0) + Number(numAffectedRows ?? 0n),
  }
}

/** The tables from which `eraseVolunteers` and `eraseReimbursements` delete. */
export const erasedInVolunteers = (): readonly string[] => [
  ...partsOfFile,
  'volunteers.reimbursement',
  'volunteers.reimbursement_declaration',
  'volunteers.volunteer',
]

/**
 * What was paid back in years that ended before `before`, with the last day of the year: the accounts of a year end with it.
 * Nothing of a frozen file.
 */
export async function reimbursementsBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const { rows } = await sql<{ id: string; closedOn: IsoDate }>`
    select id, make_date(extract(year from day)::int, 12, 31) as "closedOn" from volunteers.reimbursement
    where zone_id = ${zoneId}::uuid and make_date(extract(year from day)::int, 12, 31) < ${isoDateIn(municipalTimeZone, before)}::date
      and volunteer_id not in (select volunteers.frozen_ids())
    order by day, id`.execute(tx.db)
  return rows
}

/** Deletes what was paid back, what was declared for years of which nothing is left, and files of which only that was left. */
export async function eraseReimbursements(tx: Tx, ids: readonly string[]): Promise<RowCounts> {
  if (ids.length === 0) return {}
  const { rows } = await sql<{ volunteer_id: string; year: number }>`
    delete from volunteers.reimbursement where id = any(${[...ids]}::uuid[])
    returning volunteer_id, extract(year from day)::int as year`.execute(tx.db)
  const declarations = await deleted(
    tx,
    sql`volunteers.reimbursement_declaration d using unnest(
        ${rows.map(({ volunteer_id }) => volunteer_id)}::uuid[], ${rows.map(({ year }) => year)}::int[]) as gone (volunteer_id, year)
      where d.volunteer_id = gone.volunteer_id and d.year = gone.year and not exists (
        select from volunteers.reimbursement r where r.volunteer_id = d.volunteer_id and extract(year from r.day) = d.year)`,
  )
  const files = await eraseUnpaidFiles(
    tx,
    rows.map(({ volunteer_id }) => volunteer_id),
    'emptied',
  )
  return {
    ...files,
    'volunteers.reimbursement': rows.length,
    'volunteers.reimbursement_declaration': (files['volunteers.reimbursement_declaration'] ?? 0) + declarations,
  }
}

/** Deletes those of these files that nothing was paid back to, with what was declared in them. */
async function eraseUnpaidFiles(tx: Tx, ids: readonly string[], emptied: 'emptied' | 'any'): Promise<RowCounts> {
  const { rows } = await sql<{ id: string }>`
    select v.id from volunteers.volunteer v where v.id = any(${[...ids]}::uuid[])
      and (v.emptied_on is not null or ${emptied === 'any'})
      and not exists (select from volunteers.reimbursement r where r.volunteer_id = v.id)`.execute(tx.db)
  const unpaid = rows.map(({ id }) => id)
  return {
    'volunteers.reimbursement_declaration': await deleted(
      tx,
      sql`volunteers.reimbursement_declaration where volunteer_id = any(${unpaid}::uuid[])`,
    ),
    'volunteers.volunteer': await deleted(tx, sql`volunteers.volunteer where id = any(${unpaid}::uuid[])`),
  }
}

async function deleted(tx: Tx, what: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${what}`.execute(tx.db)
  return Number(numAffectedRows ?? 0n)
}

const partsOfFile = [
  'volunteers.onboarding_proof',
  'volunteers.refused_address',
  'volunteers.refused_street',
  'volunteers.training',
  'volunteers.formality',
  'volunteers.contact',
  'volunteers.debrief',
  'volunteers.exit_talk',
] as const
