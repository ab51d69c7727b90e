import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'

type Ended = { readonly id: string; readonly closedOn: IsoDate }

/** Safety concerns of a zone on which both named professionals decided the same before `before`, with the day; never an open one. */
export async function concernsDecidedBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const { rows } = await sql<Row>`
    select id, decided_at as ended_at from detection.concerns_decided_before(${zoneId}::uuid, ${before}) order by 2`.execute(
    tx.db,
  )
  return rows.map(endedFrom)
}

/** Deletes safety concerns; gives how many rows of which table. As the program: the database lets nobody else. */
export async function eraseConcerns(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ count: number }>`
    select detection.erase_concerns(${[...ids]}::uuid[])::int as count`.execute(tx.db)
  return { 'detection.safety_concern': rows[0]?.count ?? 0 }
}

/** Calls of visitors of a zone from before `before`, with the day and whose they are. */
export async function callsBefore(
  tx: Tx,
  zoneId: string,
  before: Date,
): Promise<readonly (Ended & { readonly visitorId: string })[]> {
  const { rows } = await sql<Row & { readonly visitor_id: string }>`
    select id, visitor_id, called_at as ended_at from detection.visit_call
    where zone_id = ${zoneId}::uuid and called_at < ${before} order by called_at`.execute(tx.db)
  return rows.map((row) => ({ ...endedFrom(row), visitorId: row.visitor_id }))
}

/** Deletes calls of visitors; gives how many rows of which table. */
export async function eraseCalls(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { numAffectedRows } = await sql`
    delete from detection.visit_call where id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return { 'detection.visit_call': Number(numAffectedRows ?? 0n) }
}

/** The volunteers among these who still stand in the pairs of a campaign whose lists are not destroyed yet. */
export async function volunteersInPairs(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...ids]}::uuid[]) as id
    where exists (select from detection.visitor_pair p where id in (p.first_volunteer_id, p.second_volunteer_id))`.execute(
    tx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

type Row = { readonly id: string; readonly ended_at: Date }
const endedFrom = ({ id, ended_at }: Row): Ended => ({ id, closedOn: isoDateIn(municipalTimeZone, ended_at) })
