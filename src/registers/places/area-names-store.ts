import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { brusselsRegion } from './areas/whose-area.ts'

/** What a kept area is called; neighbourhoods with the edition of their code. */
export type AreaName = {
  readonly name: string
  readonly level: 'municipality' | 'neighbourhood'
  readonly code: string
  readonly municipality: string
  readonly edition?: string | undefined
}

/** The names of municipalities and published neighbourhoods in the areas that are kept, of every edition. */
export async function areaNames(tx: Tx): Promise<readonly AreaName[]> {
  const { rows } = await sql<Omit<AreaName, 'edition'> & { readonly edition: string | null }>`
    select name, 'municipality' as level, code, code as municipality, null as edition from places.area
    where level = 'municipality' and code is not null
    union select municipality_name, 'municipality', nis_code, nis_code, null from places.area
    where municipality_name is not null and nis_code is not null and nis_code <> ${brusselsRegion}
    union select name, level, code, nis_code, edition from places.area
    where level = 'neighbourhood' and origin = 'imported' and code is not null and gone_on is null`.execute(tx.db)
  return rows.map(({ edition, ...area }) => ({ ...area, edition: edition ?? undefined }))
}
