import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { AreaLevel, MissingKind, measureKinds } from '../../../../registers/published-figures/index.ts'
import { countOfIncome } from '../linked/part-of-whole.ts'
import type { Protection } from '../shown-figures.ts'
import type { PartsOfNeighbourhoods } from './neighbourhood-sums.ts'

/** A figure as kept: the newest one of that indicator, area and period by its publisher. */
export type KeptCount = {
  readonly indicator: string
  readonly source: string
  readonly kind: (typeof measureKinds)[number]
  readonly unit: string
  readonly level: AreaLevel
  readonly edition: string
  readonly code: string
  readonly period: string
  readonly value: number | null
  readonly missing: MissingKind | null
}

/** Which of these indicators, or of all, have figures for which it was not worked out what is hidden. */
export async function unprotectedAmong(tx: Tx, indicators?: readonly string[]): Promise<readonly string[]> {
  const asked = indicators
    ? sql`unnest(${[...new Set(indicators)]}::text[])`
    : sql`(select distinct indicator from analysis.indicator_value
        where municipality_id = ${tx.actor.municipalityId}::uuid)`
  const { rows } = await sql<{ indicator: string }>`
    select asked.indicator from ${asked} as asked (indicator)
    where exists (select from analysis.indicator_value v
        where v.municipality_id = ${tx.actor.municipalityId}::uuid and v.indicator = asked.indicator)
      and not exists (select from analysis.protected_indicator p
        where p.municipality_id = ${tx.actor.municipalityId}::uuid and p.indicator = asked.indicator)`.execute(tx.db)
  return rows.map(({ indicator }) => indicator)
}

/** The editions of the areas of which the municipality has figures. */
export async function editionsOfFigures(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ edition: string }>`select distinct edition from analysis.indicator_coverage
    where municipality_id = ${tx.actor.municipalityId}::uuid`.execute(tx.db)
  return rows.map(({ edition }) => edition)
}

/** Every indicator of which the municipality has figures. */
export async function indicatorsToProtect(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ indicator: string }>`select distinct indicator from analysis.indicator_value
    where municipality_id = ${tx.actor.municipalityId}::uuid order by indicator`.execute(tx.db)
  return rows.map(({ indicator }) => indicator)
}

/**
 * Figures of the areas of the municipality, other than indices that are not of incomes: what people could be recognised in. The newest of each publisher, those
 * of whom there is a newer figure first. `KeptCount`s as JSON, which goes to a thread in one piece.
 */
export async function figuresToProtect(tx: Tx, indicators: readonly string[]): Promise<string> {
  const { rows } = await sql<{ figures: string }>`
    with newest as (
      select distinct on (v.indicator, v.period, v.level, v.edition, v.area_code, d.source)
        v.indicator, d.source, i.kind, i.unit, v.level, v.edition, v.area_code as code, v.period, v.value, v.state as missing,
        -- As pages choose: what was published before what was added up here, and the newest file.
        not v.is_summed as is_published, d.retrieved_on, d.imported_at, d.id
      from analysis.dataset d
      cross join lateral jsonb_to_recordset(d.indicators) as i (indicator text, kind text, unit text)
      join analysis.indicator_value v
        on v.municipality_id = d.municipality_id and v.dataset_id = d.id and v.indicator = i.indicator
      where d.municipality_id = ${tx.actor.municipalityId}::uuid and v.indicator = any(${[...indicators]}::text[])
        and (i.kind <> 'index' or v.indicator = any(${indicators.filter(countOfIncome)}::text[]))
        and v.level in ('sector', 'neighbourhood', 'district', 'municipality')
      order by v.indicator, v.period, v.level, v.edition, v.area_code, d.source, v.is_summed, d.retrieved_on desc,
        d.imported_at desc, d.id desc)
    select coalesce(json_agg(json_build_object('indicator', indicator, 'source', source, 'kind', kind, 'unit', unit, 'level', level,
        'edition', edition, 'code', code, 'period', period, 'value', value, 'missing', missing)
      order by indicator, period, level, edition, code, is_published, retrieved_on, imported_at, id), '[]')::text as figures
    from newest`.execute(tx.db)
  return rows[0]?.figures ?? '[]'
}

/** In which levels and editions these indicators have figures of areas that neighbourhoods may be made of. */
export async function areasToProtect(
  tx: Tx,
  indicators: readonly string[],
): Promise<readonly Pick<PartsOfNeighbourhoods, 'level' | 'edition'>[]> {
  const { rows } = await sql<
    Pick<PartsOfNeighbourhoods, 'level' | 'edition'>
  >`select distinct level, edition from analysis.indicator_value
    where municipality_id = ${tx.actor.municipalityId}::uuid and indicator = any(${[...indicators]}::text[])
      and level in ('sector', 'neighbourhood', 'district')`.execute(tx.db)
  return rows
}

/** Whether a newer file has figures of the same areas and periods for this indicator as a dataset has. */
export async function isOutdone(tx: Tx, datasetId: string, indicator: string): Promise<boolean> {
  // By the files of that publisher: figures are looked up by the whole of their key, of which the file is the first.
  const { rows } = await sql<{ isOutdone: boolean }>`
    select exists (
      select from analysis.dataset file
      join analysis.dataset other
        on other.municipality_id = file.municipality_id and other.source = file.source and other.id <> file.id
      join analysis.indicator_value own on own.municipality_id = file.municipality_id and own.dataset_id = file.id
      join analysis.indicator_value v on v.municipality_id = own.municipality_id and v.dataset_id = other.id
        and v.indicator = own.indicator and v.level = own.level and v.edition = own.edition
        and v.area_code = own.area_code and v.period = own.period and v.value is distinct from own.value
      where file.municipality_id = ${tx.actor.municipalityId}::uuid and file.id = ${datasetId}::uuid
        and own.indicator = ${indicator}) as "isOutdone"`.execute(tx.db)
  return rows[0]?.isOutdone === true
}

/** Keeps what was worked out over all figures of these indicators, rows as `rowsOfHidden` makes them. */
export async function keepProtection(tx: Tx, indicators: readonly string[], hidden: string): Promise<void> {
  const municipality = tx.actor.municipalityId
  await sql`delete from analysis.hidden_figure
    where municipality_id = ${municipality}::uuid and indicator = any(${[...indicators]}::text[])`.execute(tx.db)
  await sql`
    insert into analysis.hidden_figure (municipality_id, indicator, period, area, how, estimate)
    select ${municipality}::uuid, indicator, period, area, how, estimate
    from jsonb_to_recordset(${hidden}::jsonb)
      as row (indicator text, period text, area text, how text, estimate double precision)
    where indicator = any(${[...indicators]}::text[])`.execute(tx.db)
  await sql`
    insert into analysis.protected_indicator (municipality_id, indicator, worked_out_at)
    select ${municipality}::uuid, indicator, ${tx.now} from unnest(${[...indicators]}::text[]) as worked (indicator)
    on conflict (municipality_id, indicator) do update set worked_out_at = excluded.worked_out_at`.execute(tx.db)
}

/** What was worked out for these indicators, as keys of figures. */
export async function keptProtection(tx: Tx, indicators: readonly string[]): Promise<Protection> {
  const { rows } = await sql<{ key: string; estimate: number | null }>`
    select indicator || chr(9) || period || chr(9) || area as key, estimate from analysis.hidden_figure
    where municipality_id = ${tx.actor.municipalityId}::uuid and indicator = any(${[...new Set(indicators)]}::text[])`.execute(
    tx.db,
  )
  return {
    hidden: new Set(rows.flatMap(({ key, estimate }) => (estimate === null ? key : []))),
    estimates: new Map(rows.flatMap(({ key, estimate }) => (estimate === null ? [] : [[key, estimate] as const]))),
  }
}
