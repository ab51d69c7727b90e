import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { KeptLevel } from '../kept-area.ts'
import type { AreaMembership } from './membership.ts'

/** What keeping a table did to what is known to lie in, or to have become, what. */
export type MergedMemberships = {
  readonly kind: AreaMembership['kind']
  readonly from: string
  readonly to: string
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** What keeping what a table says would do. Compares, and changes nothing. */
export async function compareMemberships(
  tx: Tx,
  memberships: readonly AreaMembership[],
): Promise<readonly MergedMemberships[]> {
  await receive(tx, memberships)
  const compared = await changes(tx)
  await forget(tx)
  return compared
}

/**
 * What a table says becomes what is known, for the municipalities of its rows: rows that it no longer has go, those of other
 * municipalities stay.
 */
export async function mergeMemberships(
  tx: Tx,
  sourceId: string,
  memberships: readonly AreaMembership[],
): Promise<readonly MergedMemberships[]> {
  await receive(tx, memberships)
  const merged = await changes(tx)
  await sql`delete from places.area_membership k where ${missing}`.execute(tx.db)
  await sql`
    insert into places.area_membership as k (municipality_id, kind, from_level, from_edition, from_code, to_level, to_edition,
      to_code, share, quality, nis_code, source_id)
    select ${tx.actor.municipalityId}::uuid, kind, "fromLevel", "fromEdition", "fromCode", "toLevel", "toEdition", "toCode",
      share, quality, "nisCode", ${sourceId}::uuid from arriving_membership
    on conflict (municipality_id, kind, from_level, from_edition, from_code, to_level, to_edition, to_code) do update
      set share = excluded.share, quality = excluded.quality, source_id = excluded.source_id`.execute(tx.db)
  await forget(tx)
  return merged
}

/** A level of an edition, of which codes are asked. */
export type CodesOf = { readonly level: KeptLevel; readonly edition: string }

/** What tables say lies in what, or became what, between two levels and editions. */
export async function membershipsBetween(
  tx: Tx,
  kind: AreaMembership['kind'],
  from: CodesOf,
  to: CodesOf,
): Promise<readonly Pick<AreaMembership, 'fromCode' | 'toCode' | 'share' | 'quality'>[]> {
  const rows = await tx.db
    .selectFrom('places.area_membership')
    .select(['from_code as fromCode', 'to_code as toCode', 'share', 'quality'])
    .where('kind', '=', kind)
    .where('from_level', '=', from.level)
    .where('from_edition', '=', from.edition)
    .where('to_level', '=', to.level)
    .where('to_edition', '=', to.edition)
    .orderBy('from_code')
    .orderBy('to_code')
    .execute()
  return rows.map((row) => ({ ...row, quality: row.quality === 'exact' ? 'exact' : 'approximate' }))
}

/** How many relations are kept, by kind, levels and editions. */
export type KeptMemberships = {
  readonly kind: AreaMembership['kind']
  readonly fromLevel: KeptLevel
  readonly fromEdition: string
  readonly toLevel: KeptLevel
  readonly toEdition: string
  readonly count: number
  readonly approximate: number
}

/** What is kept of tables between areas, counted. */
export async function keptMemberships(tx: Tx): Promise<readonly KeptMemberships[]> {
  const { rows } = await sql<KeptMemberships>`
    select kind, from_level as "fromLevel", from_edition as "fromEdition", to_level as "toLevel", to_edition as "toEdition",
      count(*) as count, count(*) filter (where quality = 'approximate') as approximate
    from places.area_membership group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4, 5`.execute(tx.db)
  return rows
}

/** Rows on their way in: a table that ends with the transaction. */
async function receive(tx: Tx, memberships: readonly AreaMembership[]): Promise<void> {
  await sql`create temporary table arriving_membership on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) as row (kind text, "fromLevel" text,
      "fromEdition" text, "fromCode" text, "toLevel" text, "toEdition" text, "toCode" text, share double precision,
      quality text, "nisCode" text)`.execute(tx.db)
}

async function forget(tx: Tx): Promise<void> {
  await sql`drop table arriving_membership`.execute(tx.db)
}

async function changes(tx: Tx): Promise<readonly MergedMemberships[]> {
  const { rows } = await sql<MergedMemberships>`
    with compared as (
      select ${pair('n')}, case when k.kind is null then 'new' when ${differs} then 'changed' else 'unchanged' end as what
      from arriving_membership n left join places.area_membership k on ${same}
      union all
      select k.kind, k.from_level || ' ' || k.from_edition, k.to_level || ' ' || k.to_edition, 'gone'
      from places.area_membership k where ${missing})
    select kind, "from", "to", count(*) filter (where what = 'new') as new, count(*) filter (where what = 'changed') as changed,
      count(*) filter (where what = 'unchanged') as unchanged, count(*) filter (where what = 'gone') as gone
    from compared group by kind, "from", "to" order by kind desc, "from", "to"`.execute(tx.db)
  return rows
}

const same = sql`k.kind = n.kind and k.from_level = n."fromLevel" and k.from_edition = n."fromEdition"
  and k.from_code = n."fromCode" and k.to_level = n."toLevel" and k.to_edition = n."toEdition" and k.to_code = n."toCode"`

// A row of two municipalities that merged may stand under either: that is no change.
const differs = sql`(k.share, k.quality) is distinct from (n.share, n.quality)`

const missing = sql`exists (select from arriving_membership n where n.kind = k.kind and n."fromLevel" = k.from_level
    and n."fromEdition" = k.from_edition and n."toLevel" = k.to_level and n."toEdition" = k.to_edition and n."nisCode" = k.nis_code)
  and not exists (select from arriving_membership n where ${same})`

const pair = (table: string) =>
  sql`${sql.ref(`${table}.kind`)} as kind, ${sql.ref(`${table}.fromLevel`)} || ' ' || ${sql.ref(`${table}.fromEdition`)} as "from",
    ${sql.ref(`${table}.toLevel`)} || ' ' || ${sql.ref(`${table}.toEdition`)} as "to"`
