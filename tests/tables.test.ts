import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './support/world.ts'

let world: World
type Table = {
  name: string
  isForced: boolean
  primaryKey: string[] | null
  hasMunicipality: boolean
  policies: string[]
}
let tables: readonly Table[]

/** Tables that belong to the installation, not to a municipality. */
const ofTheInstallation =
  /^(platform\.(migration|attempt|installation|demo_load|zone_key|outgoing_mail)|municipalities\.municipality|audit\.head|identity\.(?!membership).*)$/

beforeAll(async () => {
  world = await openWorld()
  const { rows } = await sql<Table>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity and c.relrowsecurity as "isForced",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id') as "hasMunicipality",
      (select array_agg(a.attname::text order by k.n) from pg_constraint p cross join lateral unnest(p.conkey) with ordinality as k(column_number, n)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.column_number where p.conrelid = c.oid and p.contype = 'p') as "primaryKey",
      coalesce((select array_agg(policyname::text) from pg_policies where schemaname = n.nspname and tablename = c.relname), '{}') as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`.execute(
    world.database.owner,
  )
  tables = rows
})
afterAll(() => world.close())

const ofMunicipalities = () => tables.filter(({ name }) => !ofTheInstallation.test(name))

test('there are tables of municipalities to look at', () => {
  expect(ofMunicipalities().length).toBeGreaterThan(15)
})

test('every table of a municipality has the municipality first in its primary key', () => {
  expect(
    ofMunicipalities()
      .filter(({ primaryKey }) => primaryKey?.[0] !== 'municipality_id')
      .map(({ name }) => name),
  ).toEqual([])
})

test('every table of a municipality has row-level security, forced, with a policy', () => {
  expect(
    ofMunicipalities()
      .filter(({ isForced, policies }) => !isForced || policies.length === 0)
      .map(({ name }) => name),
  ).toEqual([])
})

test('every unique key and foreign key of such a table begins with the municipality', async () => {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I: %s', n.nspname, c.relname, k.conname) as name
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute first on first.attrelid = c.oid and first.attnum = k.conkey[1]
    where k.contype in ('u', 'f') and first.attname <> 'municipality_id'
      and format('%I.%I', n.nspname, c.relname) = any(${ofMunicipalities().map(({ name }) => name)})
      -- An account, and the municipality itself, belong to the installation.
      and not (k.contype = 'f' and k.confrelid in ('identity.account'::regclass, 'municipalities.municipality'::regclass))`.execute(
    world.database.owner,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('the application is not the owner and cannot get round row-level security', async () => {
  const { rows } = await sql<{ owned: number; bypass: boolean }>`
    select (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'meernet_app') as owned,
           (select rolbypassrls or rolsuper from pg_roles where rolname = 'meernet_app') as bypass`.execute(
    world.database.owner,
  )
  expect(rows[0]).toEqual({ owned: 0, bypass: false })
})

test('without an actor nothing of a municipality is seen', async () => {
  for (const { name } of ofMunicipalities()) {
    const seen = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(name)}`
      .execute(world.database.app)
      .catch((error: Error) => error.message)
    expect(typeof seen === 'string' ? seen : seen.rows[0]?.count, name).toSatisfy(
      (value) => value === 0 || /permission denied/.test(String(value)),
    )
  }
})

test('a function that runs with the owner’s rights does not take whoever calls it for the program', async () => {
  const { rows } = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and p.prosrc ~ 'is_program' and n.nspname not in ('pg_catalog', 'graphile_worker')`.execute(
    world.database.owner,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})
