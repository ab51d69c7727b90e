import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { TableStart } from './frames.ts'

/** Tables and schemas of ours that are in the database already; a restore wants none. */
export async function foundInDatabase(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`
    select exists (select from pg_namespace where nspname = 'platform')
        or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker')) as found`)
  return (rows[0]?.found ?? true) || hasJobs(client)
}

/** A queue without jobs may be left by a restore that was killed; one with jobs is somebody's. */
async function hasJobs(client: pg.ClientBase): Promise<boolean> {
  const { rows: queue } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  )
  if (!queue[0]?.there) return false
  return ((await client.query('select from graphile_worker._private_jobs limit 1')).rowCount ?? 0) > 0
}

/** What stood in the way of loading rows, to be put back afterwards. */
export type Cleared = { readonly putBack: readonly string[] }

/**
 * Takes away what minds the order of rows or changes them: foreign keys, triggers, row-level security of the owner, and the
 * rows that migrations made. All in the transaction of the restore, so nobody ever sees the database without them.
 */
export async function clearTheWay(client: pg.ClientBase): Promise<Cleared> {
  const keys = await statements(
    client,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
     order by conrelid, conname`,
  )
  const triggers = await statements(
    client,
    `select distinct format('alter table %s disable trigger user', tgrelid::regclass) as away,
            format('alter table %s enable trigger user', tgrelid::regclass) as back
     from pg_trigger where not tgisinternal order by 1`,
  )
  const security = await statements(
    client,
    `select format('alter table %s no force row level security', oid::regclass) as away,
            format('alter table %s force row level security', oid::regclass) as back
     from pg_class where relforcerowsecurity order by 1`,
  )
  const all = [...keys, ...triggers, ...security]
  for (const { away } of all) await client.query(away)
  await client.query(await emptying(client))
  // In this order: the check of a foreign key must still see the rows of every municipality.
  return { putBack: all.map(({ back }) => back) }
}

async function statements(client: pg.ClientBase, query: string) {
  return (await client.query<{ away: string; back: string }>(query)).rows
}

async function emptying(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ names: string }>(`
    select string_agg(c.oid::regclass::text, ', ') as names from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
      and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
      and not (n.nspname = 'platform' and c.relname = 'migration')`)
  return `truncate ${rows[0]?.names}`
}

/** Fills one table; gives how many rows arrived. */
export async function loadRows(
  client: pg.ClientBase,
  { schema, table, columns }: TableStart,
  rows: AsyncIterable<Buffer>,
): Promise<number> {
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const copy = client.query(copyFrom(`copy ${name} (${list}) from stdin`))
  const ended = new Promise<void>((resolve, reject) => {
    copy.once('finish', () => resolve())
    copy.once('error', reject)
  })
  // The failure is waited for below; until then it must not count as unheard.
  ended.catch(() => undefined)
  try {
    for await (const part of rows)
      if (!copy.write(part)) await Promise.race([new Promise((free) => copy.once('drain', free)), ended])
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error('stopped'))
    await ended.catch(() => undefined)
    throw error
  }
  copy.end()
  await ended
  return copy.rowCount
}

/** Puts sequences where they stood, and frees the jobs that were being done when the backup was made. */
export async function settleAfterLoading(
  client: pg.ClientBase,
  sequences: readonly { readonly name: string; readonly value: string }[],
): Promise<void> {
  for (const { name, value } of sequences) await client.query('select setval($1::regclass, $2::bigint)', [name, value])
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null')
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null')
}
