import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { KeptLevel } from '../kept-area.ts'
import { membershipsBetween } from '../tables/membership-store.ts'
import { type AreaBridge, type BridgeEvidence, bridge } from './bridge.ts'
import { shortAreas } from './short-areas.ts'
import type { DoorsByNeighbourhood } from './successors.ts'

/** The ways from one edition to another, and the areas of the other of which something may be missing. */
export type Bridge = { readonly ways: readonly AreaBridge[]; readonly short: ReadonlySet<string> }

/** A level in two editions. */
export type EditionsOf = { readonly level: KeptLevel; readonly from: string; readonly to: string }

/**
 * How figures of areas of one edition are brought over to another: for each area of `from` the areas of `to` with the share that
 * belongs to them, exact or estimated. An area of which nothing is known is missing: its figure cannot be brought over, and `short` are
 * the areas of `to` that then lack something.
 */
export async function bridgeBetween(tx: Tx, editions: EditionsOf): Promise<Bridge> {
  const { level, from, to } = editions
  if (from === to) return { ways: [], short: new Set() }
  const codes = { from: await codesOf(tx, level, from), to: await codesOf(tx, level, to) }
  if (codes.from.length === 0 || codes.to.length === 0) return { ways: [], short: new Set(codes.to) }
  const evidence: BridgeEvidence = {
    ...codes,
    said: await saidBetween(tx, editions),
    doors: await doorsInBoth(tx, editions),
    throughNeighbourhood: level === 'sector' ? await throughNeighbourhoods(tx, editions) : [],
    ...(level === 'sector' && (await neighbourhoodsAround(tx, editions))),
  }
  const ways = bridge(evidence)
  return { ways, short: shortAreas(evidence, ways) }
}

/** Tables say what became of areas; the other way round only whole areas are known to have been one. */
async function saidBetween(tx: Tx, { level, from, to }: EditionsOf): Promise<BridgeEvidence['said']> {
  const forth = await membershipsBetween(tx, 'becomes', { level, edition: from }, { level, edition: to })
  if (forth.length > 0)
    return forth.map(({ fromCode, toCode, share, quality }) => ({ from: fromCode, to: toCode, share, quality }))
  const back = await membershipsBetween(tx, 'becomes', { level, edition: to }, { level, edition: from })
  const times = Map.groupBy(back, ({ toCode }) => toCode)
  return back.map(({ fromCode, toCode, quality }) => ({
    from: toCode,
    to: fromCode,
    share: times.get(toCode)?.length === 1 && quality === 'exact' ? 1 : null,
    quality,
  }))
}

/** Codes of a level and edition, of areas that are kept and of those that tables name. */
async function codesOf(tx: Tx, level: KeptLevel, edition: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`${coded(level, edition)} order by code`.execute(tx.db)
  return rows.map(({ code }) => code)
}

const coded = (level: KeptLevel, edition: string) => sql`(
  select code from places.area where origin = 'imported' and level = ${level} and edition = ${edition} and gone_on is null
  union select from_code from places.area_membership where from_level = ${level} and from_edition = ${edition}
  union select to_code from places.area_membership where to_level = ${level} and to_edition = ${edition})`

/**
 * Living doors by their area in both editions, in the later one of `toLevel`. The sector published with an address counts for the edition to which most such
 * codes belong, and for that one only: a code that is in both editions need not be the same sector.
 */
async function doorsInBoth(
  tx: Tx,
  { level, from, to }: EditionsOf,
  toLevel: KeptLevel = level,
): Promise<BridgeEvidence['doors']> {
  const placed = (of: KeptLevel, edition: string) => sql`(
    select p.address_id, a.code from places.placement p
    join places.area a on a.municipality_id = p.municipality_id and a.id = p.area_id
    where a.origin = 'imported' and a.level = ${of} and a.edition = ${edition} and a.gone_on is null)`
  const published = (of: KeptLevel, edition: string) =>
    of === 'sector'
      ? sql`case when ${edition} = (select edition from published) and d.sector_code in ${coded('sector', edition)}
          then d.sector_code end`
      : sql`null::text`
  const { rows } = await sql<BridgeEvidence['doors'][number]>`
    with counted as (
      select e.edition, count(*) as doors from places.address d
      join (select ${from}::text as edition, code from ${coded('sector', from)} f
        union all select ${to}::text, code from ${coded('sector', to)} t) e on e.code = d.sector_code
      where d.gone_on is null group by e.edition),
    published as (select edition from counted order by doors desc limit 1),
    door as (
      select coalesce(f.code, ${published(level, from)}) as "from", coalesce(t.code, ${published(toLevel, to)}) as "to"
      from places.address d
      left join ${placed(level, from)} f on f.address_id = d.id
      left join ${placed(toLevel, to)} t on t.address_id = d.id
      where d.gone_on is null)
    select "from", "to", count(*) as doors from door where "from" is not null group by "from", "to"`.execute(tx.db)
  return rows
}

/** Sectors of a neighbourhood that all of it became, and that has one sector in the other edition. */
async function throughNeighbourhoods(
  tx: Tx,
  { from, to }: EditionsOf,
): Promise<BridgeEvidence['throughNeighbourhood']> {
  const inside = (edition: string) =>
    membershipsBetween(tx, 'partOf', { level: 'sector', edition }, { level: 'neighbourhood', edition })
  const [earlier, later] = [await inside(from), await inside(to)]
  if (earlier.length === 0 || later.length === 0) return []
  const { ways } = await bridgeBetween(tx, { level: 'neighbourhood', from, to })
  const became = new Map(ways.filter(({ share }) => share === 1).map((one) => [one.from, one]))
  const sectorsOf = Map.groupBy(later, ({ toCode }) => toCode)
  return earlier.flatMap(({ fromCode, toCode, quality }) => {
    const neighbourhood = became.get(toCode)
    const sectors = neighbourhood ? (sectorsOf.get(neighbourhood.to) ?? []) : []
    const [only] = sectors.length === 1 ? sectors : []
    if (!neighbourhood || !only) return []
    const isExact = [quality, neighbourhood.quality, only.quality].every((one) => one === 'exact')
    return [{ from: fromCode, to: only.fromCode, quality: isExact ? ('exact' as const) : ('approximate' as const) }]
  })
}

/** In which neighbourhoods of the other edition the doors of each sector lie, and which of its sectors lie there. */
async function neighbourhoodsAround(
  tx: Tx,
  editions: EditionsOf,
): Promise<Pick<BridgeEvidence, 'doorsByNeighbourhood' | 'neighbourhoodOf'>> {
  const { to: edition } = editions
  const inside = await membershipsBetween(
    tx,
    'partOf',
    { level: 'sector', edition },
    { level: 'neighbourhood', edition },
  )
  const doors = await doorsInBoth(tx, editions, 'neighbourhood')
  return {
    doorsByNeighbourhood: doors.map(
      ({ from, to: neighbourhood, doors }): DoorsByNeighbourhood => ({ from, neighbourhood, doors }),
    ),
    neighbourhoodOf: new Map(inside.map(({ fromCode, toCode }) => [fromCode, toCode])),
  }
}
