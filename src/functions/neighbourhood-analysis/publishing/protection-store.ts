import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { AreaLevel, MissingKind, measureKinds } from '../../../registers/published-figures/index.ts'
import type { Protection } from './shown-figures.ts'

/** A figure as kept: the newest one of that indicator, area and period. */
export type KeptCount = {
  readonly indicator: string
  readonly kind: (typeof measureKinds)[number]
  readonly unit: string
  readonly level: AreaLevel
  readonly edition: string
  readonly code: string
  readonly period: string
  readonly value: number | null
  readonly missing: MissingKind | null
}

/** Waits until nobody else works out what is hidden in this municipality. */
export async function lockProtection(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('analysis.hidden_figure' || ${tx.actor.municipalityId}, 0))`.execute(
    tx.db,
  )
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

/** Every indicator of which the municipality has figures. */
export async function indicatorsToProtect(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ indicator: string }>`select distinct indicator from analysis.indicator_value
    where municipality_id = ${tx.actor.municipalityId}::uuid order by indicator`.execute(tx.db)
  return rows.map(({ indicator }) => indicator)
}

/** Figures of the areas of the municipality, the newest of each, other than indices: what people could be recognised in. */
export async function figuresToProtect(tx: Tx, indicators: readonly string[]): Promise<readonly KeptCount[]> {
  const { rows } = await sql<KeptCount>`
    select distinct on (v.indicator, v.period, v.level, v.edition, v.area_code)
      v.indicator, i.kind, i.unit, v.level, v.edition, v.area_code as code, v.period, v.value, v.state as missing
    from analysis.dataset d
    cross join lateral jsonb_to_recordset(d.indicators) as i (indicator text, kind text, unit text)
    join analysis.indicator_value v
      on v.municipality_id = d.municipality_id and v.dataset_id = d.id and v.indicator = i.indicator
    where d.municipality_id = ${tx.actor.municipalityId}::uuid and v.indicator = any(${[...indicators]}::text[])
      and i.kind <> 'index'
      and v.level in ('sector', 'neighbourhood', 'district', 'municipality')
    order by v.indicator, v.period, v.level, v.edition, v.area_code, d.imported_at desc, d.id desc`.execute(tx.db)
  return rows
}

/** Keeps what was worked out over all figures of these indicators. */
export async function keepProtection(
  tx: Tx,
  indicators: readonly string[],
  { hidden, inTens }: Protection,
): Promise<void> {
  const municipality = tx.actor.municipalityId
  await sql`delete from analysis.hidden_figure
    where municipality_id = ${municipality}::uuid and indicator = any(${[...indicators]}::text[])`.execute(tx.db)
  const rowOf = (key: string, how: 'hidden' | 'inTens') => {
    const [indicator, period, area] = key.split('\t')
    return { indicator, period, area, how }
  }
  const rows = [...[...hidden].map((key) => rowOf(key, 'hidden')), ...[...inTens].map((key) => rowOf(key, 'inTens'))]
  await sql`
    insert into analysis.hidden_figure (municipality_id, indicator, period, area, how)
    select ${municipality}::uuid, indicator, period, area, how
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (indicator text, period text, area text, how text)
    where indicator = any(${[...indicators]}::text[])`.execute(tx.db)
  await sql`
    insert into analysis.protected_indicator (municipality_id, indicator, worked_out_at)
    select ${municipality}::uuid, indicator, ${tx.now} from unnest(${[...indicators]}::text[]) as worked (indicator)
    on conflict (municipality_id, indicator) do update set worked_out_at = excluded.worked_out_at`.execute(tx.db)
}

/** What is to be worked out anew: figures or neighbourhoods are others now. */
export async function forgetProtection(tx: Tx): Promise<void> {
  await sql`delete from analysis.protected_indicator where municipality_id = ${tx.actor.municipalityId}::uuid`.execute(
    tx.db,
  )
}

/** What was worked out for these indicators, as keys of figures. */
export async function keptProtection(tx: Tx, indicators: readonly string[]): Promise<Protection> {
  const { rows } = await sql<{ key: string; how: 'hidden' | 'inTens' }>`
    select indicator || chr(9) || period || chr(9) || area as key, how from analysis.hidden_figure
    where municipality_id = ${tx.actor.municipalityId}::uuid and indicator = any(${[...new Set(indicators)]}::text[])`.execute(
    tx.db,
  )
  const keysOf = (which: 'hidden' | 'inTens') => new Set(rows.filter(({ how }) => how === which).map(({ key }) => key))
  return { hidden: keysOf('hidden'), inTens: keysOf('inTens') }
}
