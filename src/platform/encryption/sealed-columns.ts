import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'

/** A column of sealed texts. Its rows are named by the primary key without the municipality, joined by a slash. */
export type SealedColumn = {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** The whole primary key, in its order. */
  readonly key: readonly string[]
  readonly hasZone: boolean
  readonly hasMunicipality: boolean
}

/**
 * Every column of the database that holds sealed text: bytes that are no fingerprint, no public key and not plain by their names. Asked
 * of the database itself, so that no module can forget to say that it has one.
 */
export async function sealedColumns(owner: Db): Promise<readonly SealedColumn[]> {
  const { rows } = await sql<SealedColumn>`
    select n.nspname as schema, c.relname as "table", a.attname as "column",
      (select array_agg(k.attname::text order by array_position(p.conkey, k.attnum)) from pg_constraint p
       join pg_attribute k on k.attrelid = c.oid and k.attnum = any (p.conkey) where p.conrelid = c.oid and p.contype = 'p') as "key",
      exists (select from pg_attribute z where z.attrelid = c.oid and z.attname = 'zone_id' and not z.attisdropped) as "hasZone",
      exists (select from pg_attribute z where z.attrelid = c.oid and z.attname = 'municipality_id' and not z.attisdropped) as "hasMunicipality"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped and a.attname !~ ${isNoText}
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    order by 1, 2, 3`.execute(owner)
  return rows
}

const isNoText = '(^|_)(hash|digest|wrapped|public_key|plain)$'
