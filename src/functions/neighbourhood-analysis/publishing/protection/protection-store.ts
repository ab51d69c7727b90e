import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { AreaLevel } from '../../../../registers/published-figures/index.ts'
import { countOfIncome } from '../linked/part-of-whole.ts'
import type { Protection } from '../shown-figures.ts'

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

/** Figures of an indicator that lie in areas of one level and edition. */
export type FigureExtent = {
  readonly indicator: string
  readonly level: AreaLevel
  readonly edition: string
  readonly figureCount: number
}

/** Of what the municipality has figures, and how many. */
export async function figureExtents(tx: Tx): Promise<readonly FigureExtent[]> {
  const { rows } = await sql<FigureExtent>`
    select indicator, level, edition, count(*)::integer as "figureCount" from analysis.indicator_value
    where municipality_id = ${tx.actor.municipalityId}::uuid
    group by indicator, level, edition order by indicator, level, edition`.execute(tx.db)
  return rows
}

/**
 * Figures of the areas of the municipality, other than indices that are not of incomes: what people could be recognised in. By family, of which the
 * indicators are handed in, as JSON that `keptCounts` reads, which goes to a thread in one piece.
 */
export async function figuresToProtect(
  tx: Tx,
  families: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...families].flatMap(([root, own]) => own.map((indicator) => ({ root, indicator })))
  const indicators = asked.map(({ indicator }) => indicator)
  const { rows } = await sql<{ root: string; figures: string }>`
    with asked as (
      select * from unnest(${asked.map(({ root }) => root)}::text[], ${indicators}::text[]) as asked (root, indicator)),
    file as (
      select id, source, indicators, rank() over (order by retrieved_on, imported_at, id) as place
      from analysis.dataset where municipality_id = ${tx.actor.municipalityId}::uuid),
    part as (
      select dataset_id, indicator, level, edition, period, is_summed, array_agg(area_code) as codes, array_agg(value) as values,
        case when count(state) > 0 then array_agg(state) end as missing
      from analysis.indicator_value
      where municipality_id = ${tx.actor.municipalityId}::uuid and indicator = any(${indicators}::text[])
        and level in ('sector', 'neighbourhood', 'district', 'municipality')
      group by dataset_id, indicator, level, edition, period, is_summed)
    select asked.root, json_agg(json_build_object('indicator', part.indicator, 'source', file.source, 'kind', i.kind, 'unit', i.unit,
      'level', part.level, 'edition', part.edition, 'period', part.period, 'file', file.place, 'isSummed', part.is_summed,
      'codes', part.codes, 'values', part.values, 'missing', part.missing))::text as figures
    from part join asked using (indicator) join file on file.id = part.dataset_id
    cross join lateral jsonb_to_recordset(file.indicators) as i (indicator text, kind text, unit text)
    where i.indicator = part.indicator and (i.kind <> 'index' or part.indicator = any(${indicators.filter(countOfIncome)}::text[]))
    group by asked.root`.execute(tx.db)
  return new Map(rows.map(({ root, figures }) => [root, figures]))
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
