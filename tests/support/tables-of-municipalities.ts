import { sql } from 'kysely'
import type { World } from './world.ts'

/** A table with rows of municipalities, by its full name. */
export type MunicipalTable = { readonly name: string; readonly hasZone: boolean; readonly hasCase: boolean }

/** All tables with rows of municipalities, of whatever module. */
export async function tablesOfMunicipalities({ database }: World): Promise<readonly MunicipalTable[]> {
  const { rows } = await sql<MunicipalTable>`
    select format('%I.%I', n.nspname, c.relname) as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'zone_id' and not a.attisdropped) as "hasZone",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped) as "hasCase"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public', 'platform')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id')`.execute(
    database.owner,
  )
  return rows
}

/** What stands in each of these tables of one municipality, as one word a table; the log, which grows by being asked, left out. */
export async function fingerprintOf(
  { database }: World,
  tables: readonly MunicipalTable[],
  municipalityId: string,
): Promise<Readonly<Record<string, string>>> {
  const kept = tables.filter(({ name }) => !name.startsWith('audit.'))
  const prints = await Promise.all(
    kept.map(async ({ name }) => {
      const { rows } = await sql<{ print: string }>`
        select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
        from ${sql.raw(name)} t where municipality_id = ${municipalityId}`.execute(database.owner)
      return [name, rows[0]?.print ?? ''] as const
    }),
  )
  return Object.fromEntries(prints)
}
