import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { brusselsRegion } from './areas/whose-area.ts'

/** What municipalities are called in the areas that are kept, each name with its NIS code, of every edition. */
export async function municipalityNames(tx: Tx): Promise<readonly { readonly name: string; readonly code: string }[]> {
  const { rows } = await sql<{ name: string; code: string }>`
    select name, code from places.area where level = 'municipality' and code is not null
    union select municipality_name, nis_code from places.area
    where municipality_name is not null and nis_code is not null and nis_code <> ${brusselsRegion}`.execute(tx.db)
  return rows
}
