import type pg from 'pg'

type Row = Readonly<Record<string, unknown>>
/** A table with some of its rows, in an order in which no row points to one that comes later. */
export type TableRows = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Row[] }

/** Enough of each table to hang together; the oldest, which others point to. */
const rowsPerTable = 20

/** Tables of the program with the columns that can be written. */
export async function tablesOf(pool: pg.Pool): Promise<readonly Omit<TableRows, 'rows'>[]> {
  const { rows } = await pool.query<Omit<TableRows, 'rows'>>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(a.attname::text order by a.attname) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname not like 'pg\\_%'
      and n.nspname not in ('information_schema', 'public', 'graphile_worker')
      and not (n.nspname = 'platform' and c.relname in ('migration', 'attempt'))
    group by 1 order by 1`)
  return rows
}

/** Rows of every table, as JSON, with all rows they point to. */
export async function rowsOf(pool: pg.Pool): Promise<readonly TableRows[]> {
  const tables = await inOrder(pool, await tablesOf(pool))
  const references = await referencesOf(pool)
  const chosen = new Map<string, Map<string, Row>>()
  const choose = (name: string, rows: readonly Row[]) => {
    const known = chosen.get(name) ?? new Map<string, Row>()
    for (const row of rows) known.set(JSON.stringify(row), row)
    chosen.set(name, known)
  }
  // From those that point to those pointed at, so that each brings along what it needs.
  for (const { name } of tables.toReversed()) {
    const { rows } = await pool.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${name} t order by 1 limit ${rowsPerTable}`,
    )
    choose(
      name,
      rows.map(({ row }) => row),
    )
    const own = JSON.stringify([...(chosen.get(name)?.values() ?? [])])
    for (const { to, columns, keys } of references.filter(({ from }) => from === name)) {
      const pointsAt = columns
        .map((column, index) => `to_jsonb(t) ->> '${keys[index]}' = row ->> '${column}'`)
        .join(' and ')
      const { rows: needed } = await pool.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${to} t where exists (select from jsonb_array_elements($1::jsonb) row where ${pointsAt})`,
        [own],
      )
      choose(
        to,
        needed.map(({ row }) => row),
      )
    }
  }
  return tables.map((table) => ({ ...table, rows: [...(chosen.get(table.name)?.values() ?? [])] }))
}

type Reference = {
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
  readonly keys: readonly string[]
}

async function referencesOf(pool: pg.Pool): Promise<readonly Reference[]> {
  const names = (table: string, numbers: string) =>
    `(select array_agg(a.attname::text order by array_position(${numbers}, a.attnum)) from pg_attribute a where a.attrelid = ${table} and a.attnum = any (${numbers}))`
  const { rows } = await pool.query<Reference>(`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to",
      ${names('conrelid', 'conkey')} as columns, ${names('confrelid', 'confkey')} as keys
    from pg_constraint where contype = 'f'`)
  return rows
}

/** Tables after those they point to. */
async function inOrder<Table extends { readonly name: string }>(pool: pg.Pool, tables: readonly Table[]) {
  const { rows } = await pool.query<{ from: string; to: string }>(
    `select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'`,
  )
  const ordered: Table[] = []
  const visit = (name: string, path: readonly string[]) => {
    const table = tables.find((one) => one.name === name)
    if (!table || path.includes(name) || ordered.includes(table)) return
    for (const { from, to } of rows) if (from === name) visit(to, [...path, name])
    ordered.push(table)
  }
  for (const { name } of tables) visit(name, [])
  return ordered
}

/**
 * Puts what the tables of an earlier state can hold into them, each row under all constraints of then. Gives the rows that
 * are there, and tables that took none though there were rows for them.
 */
export async function fill(pool: pg.Pool, today: readonly TableRows[]) {
  await pool.query(taking)
  const there = new Map((await tablesOf(pool)).map(({ name, columns }) => [name, columns]))
  const known = today.filter(({ name, rows }) => there.has(name) && rows.length > 0)
  const taken = new Map<string, number>()
  // Twice: some tables point to each other.
  for (const _ of [1, 2])
    for (const { name, columns, rows } of known) {
      const before = taken.get(name) ?? 0
      if (before === rows.length) continue
      const common = columns.filter((column) => there.get(name)?.includes(column))
      const result = await pool.query<{ count: number }>('select pg_temp_take($1, $2, $3) as count', [
        name,
        common,
        JSON.stringify(rows),
      ])
      taken.set(name, before + (result.rows[0]?.count ?? 0))
    }
  await pool.query('drop function pg_temp_take')
  const unfilled = [...taken].filter(([, count]) => count === 0).map(([name]) => name)
  const kept: TableRows[] = []
  for (const { name } of known) {
    const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`)
    kept.push({ name, columns: there.get(name) ?? [], rows: rows.map(({ row }) => row) })
  }
  return { kept, unfilled }
}

/** All rows at once where that is possible; otherwise one by one, and a row that a constraint of then refuses is left out. */
const taking = `
  create function pg_temp_take(name text, columns text[], rows jsonb) returns integer language plpgsql as $$
  declare
    item jsonb;
    list text := (select string_agg(quote_ident(one), ', ') from unnest(columns) one);
    taking text := format(
      'insert into %s (%s) select %s from jsonb_populate_recordset(null::%s, $1) on conflict do nothing', name, list, list, name);
    count integer := 0;
    added integer;
  begin
    begin
      execute taking using rows;
      get diagnostics count = row_count;
      return count;
    exception when integrity_constraint_violation then null;
    end;
    for item in select value from jsonb_array_elements(rows) loop
      begin
        execute taking using jsonb_build_array(item);
        get diagnostics added = row_count;
        count := count + added;
      exception when integrity_constraint_violation then null;
      end;
    end loop;
    return count;
  end $$`

/** Says only that something was worked out and need not be again: emptying it asks for that, and loses nothing. */
const marksOfWork: ReadonlySet<string> = new Set(['analysis.protected_indicator'])

/** Tables and how many of the rows of before are not there any more with what they held. */
export async function lostRows(pool: pg.Pool, kept: readonly TableRows[]): Promise<readonly string[]> {
  const now = new Map((await tablesOf(pool)).map(({ name, columns }) => [name, columns]))
  const lost: string[] = []
  for (const { name, columns, rows } of kept) {
    if (marksOfWork.has(name)) continue
    const still = now.get(name)
    if (!still) {
      lost.push(`${name}: the table is gone`)
      continue
    }
    const common = columns.filter((column) => still.includes(column))
    const wanted = rows.map((row) => Object.fromEntries(common.map((column) => [column, row[column]])))
    const { rows: missing } = await pool.query<{ count: number }>(
      `select count(*)::int as count from (
         select value from jsonb_array_elements($1::jsonb) except all
         select to_jsonb(t) - (select coalesce(array_agg(attname::text), '{}') from pg_attribute
           where attrelid = $2::regclass and attnum > 0 and attname <> all ($3)) from ${name} t
       ) missing`,
      [JSON.stringify(wanted), name, common],
    )
    if (missing[0]?.count) lost.push(`${name}: ${missing[0].count} of ${rows.length} rows`)
  }
  return lost
}
