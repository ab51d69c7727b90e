import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Filled } from './merge.ts'

/** Two sheets that became one. */
export type Merge = {
  readonly id: string
  readonly keptId: string
  readonly keptName: string
  readonly otherId: string
  readonly otherName: string
  readonly serviceIds: readonly string[]
  readonly filled: Filled
  readonly mergedAt: Date
}

/** Locks sheets, in one order, so that two colleagues cannot wait for each other. */
export async function lockSheets(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db
    .selectFrom('organisations.organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whether other sheets went into this one. */
export async function hasMerged(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('organisations.organisation')
    .select('id')
    .where('merged_into', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives the services of one sheet to another; those of `only` when given. Gives which moved. */
export async function moveServices(
  tx: Tx,
  from: string,
  to: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  let moving = tx.db
    .updateTable('organisations.service')
    .set((eb) => ({ organisation_id: to, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', from)
  if (only) moving = moving.where(sql<boolean>`id = any(${[...only]}::uuid[])`)
  const moved = await moving.returning('id').execute()
  return moved.map(({ id }) => id)
}

/** Notes that a sheet went into another one today, or, without `into`, that it stands by itself again. */
export async function setMergedInto(tx: Tx, id: string, into: { keptId: string; today: string } | null): Promise<void> {
  await tx.db
    .updateTable('organisations.organisation')
    .set((eb) => ({
      merged_into: into?.keptId ?? null,
      ended_on: into?.today ?? null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Keeps what was done, to take it back. */
export async function keepMerge(
  tx: Tx,
  userId: string,
  merge: Pick<Merge, 'id' | 'keptId' | 'otherId' | 'serviceIds' | 'filled'>,
): Promise<void> {
  await tx.db
    .insertInto('organisations.organisation_merge')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: merge.id,
      kept_id: merge.keptId,
      other_id: merge.otherId,
      service_ids: [...merge.serviceIds],
      filled: JSON.stringify(merge.filled),
      merged_by: userId,
      merged_at: tx.now,
    })
    .execute()
}

/** Merges that were not taken back, made after `since`, latest first; one of them when `id` is given, locked. */
export async function mergesSince(tx: Tx, since: Date, id?: string): Promise<readonly Merge[]> {
  let query = tx.db
    .selectFrom('organisations.organisation_merge as m')
    .innerJoin('organisations.organisation as kept', (join) =>
      join.onRef('kept.municipality_id', '=', 'm.municipality_id').onRef('kept.id', '=', 'm.kept_id'),
    )
    .innerJoin('organisations.organisation as other', (join) =>
      join.onRef('other.municipality_id', '=', 'm.municipality_id').onRef('other.id', '=', 'm.other_id'),
    )
    .select(['m.id', 'm.kept_id', 'm.other_id', 'm.service_ids', 'm.filled', 'm.merged_at'])
    .select(['kept.name as kept_name', 'other.name as other_name'])
    .where('m.undone_at', 'is', null)
    .where('m.merged_at', '>', since)
    .orderBy('m.merged_at', 'desc')
  if (id !== undefined) query = query.where('m.id', '=', id).forUpdate('m')
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    keptId: row.kept_id,
    keptName: row.kept_name,
    otherId: row.other_id,
    otherName: row.other_name,
    serviceIds: row.service_ids,
    // Written by `keepMerge`.
    filled: row.filled as Filled,
    mergedAt: row.merged_at,
  }))
}

/** Notes who took a merge back. */
export async function noteUndone(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.db
    .updateTable('organisations.organisation_merge')
    .set({ undone_by: userId, undone_at: tx.now })
    .where('id', '=', id)
    .execute()
}
