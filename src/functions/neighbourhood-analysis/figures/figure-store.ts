import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { AreaFigure, Dataset } from './dataset.ts'

/** The datasets of the municipality, newest first; one of them when `id` is given. */
export async function datasetsOf(tx: Tx, id?: string): Promise<readonly Dataset[]> {
  const { rows } = await sql<Dataset>`
    select d.id, d.source, d.licence, d.retrieved_on::text as "retrievedOn", d.file_name as "fileName", d.sha256, d.layout,
      d.indicators, coalesce(v.figures, 0)::int as "figureCount", coalesce(v.first, '') as "firstPeriod",
      coalesce(v.last, '') as "lastPeriod",
      exists (select from analysis.dataset n where n.municipality_id = d.municipality_id and n.replaces_id = d.id) as "isReplaced"
    from analysis.dataset d
    left join lateral (select count(*) as figures, min(period) as first, max(period) as last
      from analysis.indicator_value where municipality_id = d.municipality_id and dataset_id = d.id) v on true
    where d.municipality_id = ${tx.actor.municipalityId}::uuid and ${id === undefined ? sql`true` : sql`d.id = ${id}::uuid`}
    order by d.imported_at desc, d.id desc`.execute(tx.db)
  return rows
}

/** The figures of one indicator in a dataset. */
export async function figuresOfIndicator(tx: Tx, datasetId: string, indicator: string): Promise<readonly AreaFigure[]> {
  const { rows } = await sql<AreaFigure>`
    select level, area_code as "areaCode", area_name as "areaName", edition, period, value, state as missing,
      not_localisable as "isNotLocalisable", is_summed as "isSummed"
    from analysis.indicator_value
    where municipality_id = ${tx.actor.municipalityId}::uuid and dataset_id = ${datasetId}::uuid
      and indicator = ${indicator}`.execute(tx.db)
  return rows
}
