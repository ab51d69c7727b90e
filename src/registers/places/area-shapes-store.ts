import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Shape } from '../published-areas/index.ts'

/** A published area with its borders. */
export type AreaShape = {
  readonly code: string
  readonly name: string
  readonly nisCode: string
  readonly shape: Shape
  readonly isApproximate: boolean
}

/** A level of published areas of one edition. */
type Level = { readonly level: 'sector' | 'neighbourhood' | 'district' | 'municipality'; readonly edition: string }

/** The borders of all published areas of a level and edition; those that stand in a table only are left out. */
export async function areaShapes(tx: Tx, { level, edition }: Level): Promise<readonly AreaShape[]> {
  const { rows } = await sql<AreaShape>`
    select code, name, nis_code as "nisCode", geometry as shape, is_approximate as "isApproximate" from places.area
    where ${ofLevel(level, edition)} order by code`.execute(tx.db)
  return rows
}

/** Changes whenever one of those borders may have changed: what was drawn of them can be kept until then. */
export async function areaShapesStamp(tx: Tx, { level, edition }: Level): Promise<string> {
  // NOTE xmin is the transaction that last wrote a row: it tells of a change without reading megabytes of borders.
  const { rows } = await sql<{ stamp: string | null }>`
    select md5(string_agg(code || xmin::text, ',' order by code)) as stamp from places.area
    where ${ofLevel(level, edition)}`.execute(tx.db)
  return rows[0]?.stamp ?? ''
}

const ofLevel = (
  level: string,
  edition: string,
) => sql`level = ${level} and edition = ${edition} and origin = 'imported'
  and gone_on is null and geometry is not null`
