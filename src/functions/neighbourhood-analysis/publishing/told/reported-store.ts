import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { neighbourhoodParts, versionOf, versionsOf } from '../../../../registers/places/index.ts'
import type { PartsOfNeighbourhoods } from '../protection/neighbourhood-sums.ts'
import type { Reported } from './told-by-reports.ts'

/** A figure in a published analysis, of a neighbourhood that has been changed since. */
type InReport = Omit<Reported, 'area'> & { readonly reportId: string; readonly areaId: string; readonly number: number }

/** What published analyses tell of neighbourhoods that were changed since, the oldest analysis first; `area`: neighbourhood and version. */
export async function reportedBefore(tx: Tx, indicators: readonly string[]): Promise<readonly (readonly Reported[])[]> {
  const { rows } = await sql<InReport>`
    with report as (
      select r.id, r.published_on, r.contents from analysis.report r
      where r.municipality_id = ${tx.actor.municipalityId}::uuid and r.published_on is not null and r.contents is not null),
    area as (
      select r.id, a.value ->> 'id' as area_id, (a.value ->> 'version')::integer as number
      from report r cross join jsonb_array_elements(r.contents -> 'areas') a
      where a.value ->> 'id' is not null and a.value ->> 'version' is not null),
    figure as (
      select r.id, r.published_on, f.value as told from report r cross join jsonb_array_elements(r.contents -> 'figures') f
      where f.value ->> 'indicator' = any(${[...indicators]}::text[])),
    point as (
      select id, published_on, told, told ->> 'period' as period, told -> 'own' -> 'value' as value from figure
      union
      select f.id, f.published_on, f.told, t.value ->> 'period', t.value -> 'shown' -> 'value'
      from figure f cross join jsonb_array_elements(f.told -> 'trend') t)
    select p.id as "reportId", a.area_id as "areaId", a.number, p.told ->> 'indicator' as indicator, p.period,
      p.value::double precision as value
    from point p join area a on a.id = p.id and a.area_id = p.told ->> 'areaId'
    where jsonb_typeof(p.value) = 'number'
    order by p.published_on, p.id`.execute(tx.db)
  const present = await versionOf(tx, [...new Set(rows.map(({ areaId }) => areaId))])
  const changed = rows.filter(({ areaId, number }) => (present.get(areaId) ?? number) !== number)
  const reports = Map.groupBy(changed, ({ reportId }) => reportId)
  return [...reports.values()].map((own) =>
    own.map(({ areaId, number, indicator, period, value }) => ({
      area: nameOf(areaId, number),
      indicator,
      period,
      value,
    })),
  )
}

/**
 * Of which areas of one level and edition these versions were made, as far as they were composed of whole areas. Of a border that was drawn, and
 * of streets, it is not known any more which doors lay in them.
 */
export async function partsOfVersions(
  tx: Tx,
  areas: readonly string[],
  { level, edition }: Pick<PartsOfNeighbourhoods, 'level' | 'edition'>,
): Promise<PartsOfNeighbourhoods> {
  const parts = new Map<string, PartsOfNeighbourhoods['parts'] extends ReadonlyMap<string, infer Own> ? Own : never>()
  for (const areaId of new Set(areas.map((area) => area.split(' ')[0] ?? '')))
    for (const { number, parts: named, border } of await versionsOf(tx, areaId)) {
      const area = nameOf(areaId, number)
      if (!areas.includes(area) || border || named.length === 0 || named.some(({ kind }) => kind === 'street')) continue
      const ids = named.map(({ id }) => id)
      const found = await neighbourhoodParts(tx, ids, level, edition)
      if (ids.every((id) => found.has(id)))
        parts.set(area, [...new Map([...found.values()].flat().map((one) => [one.code, one])).values()])
    }
  return { level, edition, parts }
}

const nameOf = (areaId: string, number: number) => `${areaId} ${number}`
