import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import {
  type Indicator,
  type KeptFigure,
  layouts,
  type Mapping,
  mappingSchema,
  type Remark,
} from '../../../registers/published-figures/index.ts'
import type { Provenance } from './provenance.ts'

/** A file that was read, on its way in. */
export type NewDataset = Provenance & {
  readonly id: string
  /** How it was read, with what whoever imported said beside it: the same file read in the same way is the same dataset. */
  readonly mapping: Mapping & { readonly stated: Readonly<Record<string, string | undefined>> }
  readonly indicators: readonly Indicator[]
  readonly remarks: readonly Remark[]
  readonly rowsRead: number
  readonly importedBy: string | null
}

export type MergedFigures = {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** Sectors that earlier datasets place in the municipality. */
export async function sectorsInDatasets(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('analysis.indicator_value')
    .select('area_code')
    .distinct()
    .where('level', '=', 'sector')
    .where('not_localisable', '=', false)
    .execute()
  return rows.map(({ area_code }) => area_code)
}

/** How files of other layouts than the known ones were read before, the newest first: next year's is read in the same way. */
export async function rememberedMappings(tx: Tx): Promise<readonly Mapping[]> {
  const known = layouts.map(({ layout }) => layout)
  const { rows } = await sql<{ mapping: unknown }>`
    select mapping - 'stated' as mapping from (
      select distinct on (layout) layout, mapping, imported_at from analysis.dataset
      where municipality_id = ${tx.actor.municipalityId}::uuid and layout <> all(${known})
      order by layout, imported_at desc) newest
    order by imported_at desc`.execute(tx.db)
  return rows.flatMap(({ mapping }) => mappingSchema.safeParse(mapping).data ?? [])
}

/** Keeps a dataset; the same file read in the same way is the one that is there already. Gives its identifier. */
export async function keepDataset(
  tx: Tx,
  dataset: NewDataset,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  // One import at a time for a municipality, so that the same file twice at once is still one dataset.
  await sql`select pg_advisory_xact_lock(hashtextextended('analysis.dataset' || ${tx.actor.municipalityId}, 0))`.execute(
    tx.db,
  )
  const mapping = JSON.stringify(dataset.mapping)
  const { rows } = await sql<{ id: string }>`
    update analysis.dataset set source = ${dataset.source}, licence = ${dataset.licence}, retrieved_on = ${dataset.retrievedOn},
      indicators = ${JSON.stringify(dataset.indicators)}::jsonb, remarks = ${JSON.stringify(dataset.remarks)}::jsonb
    where municipality_id = ${tx.actor.municipalityId}::uuid and sha256 = ${dataset.sha256} and mapping = ${mapping}::jsonb
    returning id`.execute(tx.db)
  if (rows[0]) return { id: rows[0].id, isNew: false }
  await sql`
    insert into analysis.dataset (municipality_id, id, source, licence, retrieved_on, file_name, sha256, layout, mapping,
      indicators, remarks, rows_read, imported_at, imported_by)
    values (${tx.actor.municipalityId}::uuid, ${dataset.id}::uuid, ${dataset.source}, ${dataset.licence},
      ${dataset.retrievedOn}, ${dataset.fileName}, ${dataset.sha256}, ${dataset.layout}, ${mapping}::jsonb,
      ${JSON.stringify(dataset.indicators)}::jsonb, ${JSON.stringify(dataset.remarks)}::jsonb, ${dataset.rowsRead},
      ${tx.now}, ${dataset.importedBy}::uuid)`.execute(tx.db)
  return { id: dataset.id, isNew: true }
}

const batchFigures = 10_000

/** The figures of a dataset become these: set by set, so that doing it again changes nothing. */
export async function mergeFigures(tx: Tx, datasetId: string, figures: readonly KeptFigure[]): Promise<MergedFigures> {
  await sql`set local statement_timeout = 0`.execute(tx.db)
  await sql`create temporary table arriving_figures (indicator text not null, level text not null, area_code text not null,
    edition text not null, period text not null, area_name text not null, value double precision, state text,
    not_localisable boolean not null, is_summed boolean not null) on commit drop`.execute(tx.db)
  for (let at = 0; at < figures.length; at += batchFigures) await addArriving(tx, figures.slice(at, at + batchFigures))
  await sql`analyze arriving_figures`.execute(tx.db)
  const { rows } = await sql<{ isNew: boolean }>`
    insert into analysis.indicator_value as kept (municipality_id, dataset_id, indicator, level, area_code, edition, period,
      area_name, value, state, not_localisable, is_summed)
    select ${tx.actor.municipalityId}::uuid, ${datasetId}::uuid, indicator, level, area_code, edition, period, area_name,
      value, state, not_localisable, is_summed
    from arriving_figures
    on conflict (municipality_id, dataset_id, indicator, level, edition, area_code, period) do update
      set area_name = excluded.area_name, value = excluded.value, state = excluded.state,
        not_localisable = excluded.not_localisable, is_summed = excluded.is_summed
      where (kept.area_name, kept.value, kept.state, kept.not_localisable, kept.is_summed) is distinct from
        (excluded.area_name, excluded.value, excluded.state, excluded.not_localisable, excluded.is_summed)
    returning (kept.xmax = 0) as "isNew"`.execute(tx.db)
  const gone = await sql`
    delete from analysis.indicator_value kept
    where kept.municipality_id = ${tx.actor.municipalityId}::uuid and kept.dataset_id = ${datasetId}::uuid
      and not exists (select from arriving_figures a where a.indicator = kept.indicator and a.level = kept.level
        and a.edition = kept.edition and a.area_code = kept.area_code and a.period = kept.period)`.execute(tx.db)
  await sql`drop table arriving_figures`.execute(tx.db)
  const isNew = rows.filter((row) => row.isNew).length
  return {
    new: isNew,
    changed: rows.length - isNew,
    unchanged: figures.length - rows.length,
    gone: Number(gone.numAffectedRows ?? 0),
  }
}

async function addArriving(tx: Tx, figures: readonly KeptFigure[]): Promise<void> {
  await sql`insert into arriving_figures
    select indicator, level, "areaCode", edition, period, "areaName", value, missing, "isNotLocalisable", "isSummed"
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as row (indicator text, level text, "areaCode" text,
      edition text, period text, "areaName" text, value double precision, missing text, "isNotLocalisable" boolean,
      "isSummed" boolean)`.execute(tx.db)
}

/** Notes of which areas and periods the dataset has figures, so that pages need not read them all to know. */
export async function noteCoverage(tx: Tx, datasetId: string): Promise<void> {
  const own = sql`municipality_id = ${tx.actor.municipalityId}::uuid and dataset_id = ${datasetId}::uuid`
  await sql`delete from analysis.indicator_coverage where ${own}`.execute(tx.db)
  await sql`
    insert into analysis.indicator_coverage (municipality_id, dataset_id, indicator, level, edition, first_period, last_period,
      area_count, value_count)
    select municipality_id, dataset_id, indicator, level, edition, min(period), max(period), count(distinct area_code),
      count(value)
    from analysis.indicator_value where ${own}
    group by municipality_id, dataset_id, indicator, level, edition`.execute(tx.db)
}

/** Notes which earlier dataset of the same layout this one brings anew, whole; gives its identifier. */
export async function noteReplaced(tx: Tx, datasetId: string): Promise<string | null> {
  const municipality = tx.actor.municipalityId
  const figuresOf = (id: ReturnType<typeof sql>) =>
    sql`select indicator, level, edition, area_code, period from analysis.indicator_value
      where municipality_id = ${municipality}::uuid and dataset_id = ${id}`
  const { rows } = await sql<{ replacesId: string }>`
    update analysis.dataset newer set replaces_id = (
      select older.id from analysis.dataset older
      where older.municipality_id = newer.municipality_id and older.layout = newer.layout and older.id <> newer.id
        and older.imported_at <= newer.imported_at
        and not exists (${figuresOf(sql`older.id`)} except ${figuresOf(sql`newer.id`)})
      order by older.imported_at desc limit 1)
    where newer.municipality_id = ${municipality}::uuid and newer.id = ${datasetId}::uuid
    returning replaces_id as "replacesId"`.execute(tx.db)
  return rows[0]?.replacesId ?? null
}
