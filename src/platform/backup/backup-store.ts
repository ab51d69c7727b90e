import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type BackupHead, frameOf } from './frames.ts'

type BackupTable = {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  /** Rows are hidden from who does not say which municipality it means. */
  readonly isPerMunicipality: boolean
}

/**
 * Everything the database holds, as frames, from one moment: one transaction that sees no later change. Left out: what the
 * migrations themselves make, counted attempts, what other software put in the database, and unlogged tables, which a crash empties.
 */
export async function* readWhole(client: pg.ClientBase, about: Pick<BackupHead, 'createdAt' | 'masterKey'>) {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
    yield frameOf('H', await headOf(client, about))
    const municipalities = (await isBoundByRowSecurity(client)) ? await municipalityIds(client) : undefined
    let rows = 0
    const tables = await tablesOf(client)
    for (const table of tables) {
      yield frameOf('T', { schema: table.schema, table: table.table, columns: table.columns })
      const count = { rows: 0, hash: createHash('sha256') }
      for (const id of table.isPerMunicipality && municipalities ? municipalities : [undefined])
        yield* rowsOf(client, table, id, count)
      yield frameOf('E', { rows: count.rows, sha256: count.hash.digest('hex') })
      rows += count.rows
    }
    yield frameOf('S', await sequencesOf(client))
    yield frameOf('Z', { tables: tables.length, rows })
  } finally {
    await client.query('rollback').catch(() => undefined)
  }
}

async function headOf(client: pg.ClientBase, about: Pick<BackupHead, 'createdAt' | 'masterKey'>): Promise<BackupHead> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  )
  const kind = await client.query<{ kind: 'demo' | 'real' }>('select kind from platform.installation')
  const size = await client.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes')
  return {
    format: 1,
    ...about,
    kind: kind.rows[0]?.kind ?? null,
    migrations: migrations.rows,
    databaseBytes: size.rows[0]?.bytes ?? 0,
  }
}

/** Whether even the owner sees only rows of the municipality it names: forced row-level security binds all but superusers. */
async function isBoundByRowSecurity(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ bound: boolean }>(
    'select not (rolsuper or rolbypassrls) as bound from pg_roles where rolname = current_user',
  )
  return rows[0]?.bound ?? true
}

async function municipalityIds(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('select id from municipalities.municipality order by id')
  return rows.map(({ id }) => id)
}

async function tablesOf(client: pg.ClientBase): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select n.nspname as schema, c.relname as "table",
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      c.relforcerowsecurity
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped)
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_all') as "isPerMunicipality"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%'
      and n.nspname not in ('information_schema', 'public')
      and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
      and not (n.nspname = 'platform' and c.relname in ('migration', 'attempt'))
    order by 1, 2`)
  return rows
}

async function* rowsOf(
  client: pg.ClientBase,
  { schema, table, columns }: BackupTable,
  municipalityId: string | undefined,
  count: { rows: number; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Buffer> {
  await client.query(
    `select set_config('meernet.municipality', $1, true), set_config('meernet.actor_kind', 'system', true)`,
    [municipalityId ?? ''],
  )
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const only = municipalityId ? ` where municipality_id = ${client.escapeLiteral(municipalityId)}` : ''
  for await (const part of client.query(copyTo(`copy (select ${list} from ${name}${only}) to stdout`))) {
    const bytes = part as Buffer
    // A row is a line: a line break inside a value is written as \n.
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count.rows += 1
    count.hash.update(bytes)
    yield frameOf('D', bytes)
  }
}

async function sequencesOf(client: pg.ClientBase) {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
    where last_value is not null and schemaname not in ('information_schema', 'public') order by 1`)
  return rows
}
