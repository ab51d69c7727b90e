import type { IsoDate } from '@meernet/calendar'
import type { Missing } from '@meernet/statistics'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { AreaLevel, Indicator } from '../../../registers/published-figures/index.ts'
import type { AreaKey } from './aggregation/area-in-parts.ts'

/** A dataset as far as readers of its figures have to know it. */
export type FigureSource = {
  readonly id: string
  readonly source: string
  readonly licence: string
  readonly retrievedOn: IsoDate
  readonly fileName: string
  readonly sha256: string
  readonly indicators: readonly Indicator[]
}

/** Of which areas and periods a dataset has figures of an indicator. */
export type Coverage = {
  readonly datasetId: string
  readonly indicator: string
  readonly level: AreaLevel
  readonly edition: string
  readonly firstPeriod: string
  readonly lastPeriod: string
  readonly areaCount: number
  /** Figures that have a value. */
  readonly valueCount: number
}

/** A figure as it is kept: raw, in the unit of its file. */
export type FigureInView = AreaKey & {
  readonly indicator: string
  readonly areaName: string
  readonly period: string
  readonly value: number | null
  readonly missing: Missing | null
  readonly isNotLocalisable: boolean
  readonly datasetId: string
  readonly source: string
}

/** The datasets of the municipality, newest first. */
export async function figureSources(tx: Tx): Promise<readonly FigureSource[]> {
  const { rows } = await sql<FigureSource>`
    select id, source, licence, retrieved_on::text as "retrievedOn", file_name as "fileName", sha256, indicators
    from analysis.dataset where municipality_id = ${tx.actor.municipalityId}::uuid
    order by retrieved_on desc, imported_at desc, id desc`.execute(tx.db)
  return rows
}

/** What there are figures of: of every indicator unless some are named. */
export async function coverageOf(tx: Tx, indicators?: readonly string[]): Promise<readonly Coverage[]> {
  const { rows } = await sql<Coverage>`
    select dataset_id as "datasetId", indicator, level, edition, first_period as "firstPeriod", last_period as "lastPeriod",
      area_count as "areaCount", value_count as "valueCount"
    from analysis.indicator_coverage
    where municipality_id = ${tx.actor.municipalityId}::uuid
      and ${indicators ? sql`indicator = any(${[...indicators]}::text[])` : sql`true`}`.execute(tx.db)
  return rows
}

/** All figures of these areas, of every indicator unless some are named. */
export async function figuresOfAreas(
  tx: Tx,
  areas: readonly AreaKey[],
  indicators?: readonly string[],
): Promise<readonly FigureInView[]> {
  if (areas.length === 0) return []
  const { rows } = await sql<FigureInView>`
    select ${columns} from unnest(${areas.map(({ level }) => level)}::text[], ${areas.map(({ edition }) => edition)}::text[],
      ${areas.map(({ code }) => code)}::text[]) as asked (level, edition, code)
    join analysis.indicator_value v on v.municipality_id = ${tx.actor.municipalityId}::uuid and v.level = asked.level
      and v.area_code = asked.code and asked.edition in (v.edition, '')
    ${withDataset}
    where ${indicators ? sql`v.indicator = any(${[...indicators]}::text[])` : sql`true`}
    ${newestLast}`.execute(tx.db)
  return rows
}

/** All figures of these indicators, or of some levels only. */
export async function figuresOfIndicators(
  tx: Tx,
  indicators: readonly string[],
  levels?: readonly AreaLevel[],
): Promise<readonly FigureInView[]> {
  if (indicators.length === 0) return []
  const { rows } = await sql<FigureInView>`
    select ${columns} from analysis.indicator_value v ${withDataset}
    where v.municipality_id = ${tx.actor.municipalityId}::uuid and v.indicator = any(${[...indicators]}::text[])
      and ${levels ? sql`v.level = any(${[...levels]}::text[])` : sql`true`}
    ${newestLast}`.execute(tx.db)
  return rows
}

const columns = sql`v.indicator, v.level, v.edition, v.area_code as code, v.area_name as "areaName", v.period, v.value,
  v.state as missing, v.not_localisable as "isNotLocalisable", v.dataset_id as "datasetId", d.source`

const withDataset = sql`join analysis.dataset d on d.municipality_id = v.municipality_id and d.id = v.dataset_id`

/** Of two figures of the same the last one counts: what was published before what was added up here, and the newest file. */
const newestLast = sql`order by v.is_summed desc, d.retrieved_on, d.imported_at, d.id`
