import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { MapSheet } from '../../../../ui/index.ts'

/** A level of areas of one edition, drawn. */
type Drawn = { readonly level: string; readonly edition: string; readonly stamp: string }

/** The sheet that was drawn from these borders; nothing when they changed since. */
export async function keptSheet(tx: Tx, { level, edition, stamp }: Drawn): Promise<MapSheet | undefined> {
  const { rows } = await sql<{ sheet: MapSheet }>`
    select sheet from analysis.map_sheet
    where municipality_id = ${tx.actor.municipalityId}::uuid and level = ${level} and edition = ${edition}
      and stamp = ${stamp}`.execute(tx.db)
  return rows[0]?.sheet
}

/** Keeps a sheet in place of an older one of the same areas. */
export async function keepSheet(tx: Tx, { level, edition, stamp }: Drawn, sheet: MapSheet): Promise<void> {
  await sql`
    insert into analysis.map_sheet (municipality_id, level, edition, stamp, sheet)
    values (${tx.actor.municipalityId}::uuid, ${level}, ${edition}, ${stamp}, ${JSON.stringify(sheet)}::jsonb)
    on conflict (municipality_id, level, edition) do update set stamp = excluded.stamp, sheet = excluded.sheet`.execute(
    tx.db,
  )
}
