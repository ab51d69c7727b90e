import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'

/** Everything that was ever told of the indicators of one root: rows as `toldFrom` reads them, of each period in the order in which it was told. */
export async function toldOf(tx: Tx, root: string): Promise<string> {
  const { rows } = await sql<{ told: string }>`
    select coalesce(json_agg(kept order by period, place), '[]')::text as told
    from (select period, place, within, counts, hidden from analysis.told_table
      where municipality_id = ${tx.actor.municipalityId}::uuid and root = ${root}) as kept`.execute(tx.db)
  return rows[0]?.told ?? '[]'
}

/** Keeps what is told now, rows as `rowsOfMore` makes them. Nothing that was told is ever taken out. */
export async function keepTold(tx: Tx, root: string, more: string): Promise<void> {
  await sql`
    insert into analysis.told_table (municipality_id, root, period, place, told_at, within, counts, hidden)
    select ${tx.actor.municipalityId}::uuid, ${root}, period, place, ${tx.now}, within, counts, hidden
    from jsonb_to_recordset(${more}::jsonb)
      as row (period text, place integer, within jsonb, counts jsonb, hidden jsonb)
    on conflict (municipality_id, root, period, place) do update
      set told_at = excluded.told_at, within = excluded.within, counts = excluded.counts, hidden = excluded.hidden`.execute(
    tx.db,
  )
}
