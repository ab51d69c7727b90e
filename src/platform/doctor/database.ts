import pg from 'pg'
import { type Migration, pendingMigrations } from '../database/migrate.ts'
import { type MasterKeys, unwrapIfFits } from '../encryption/wrapping.ts'
import { attention, type Finding, well, wrong } from './finding.ts'
import { officersOf } from './officers.ts'
import { judgeReplicas, replicasOf } from './replicas.ts'

/** What the examination of a database starts from. */
export type DatabaseCase = {
  readonly url: string
  readonly isEmbedded: boolean
  readonly migrations: readonly Migration[]
  /** Undefined when there is no readable master key. */
  readonly masterKeys: MasterKeys | undefined
  readonly clock: () => Date
}

/** Looks at the database through its owner; changes nothing. */
export async function examineDatabase(about: DatabaseCase): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: about.url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer in 5 seconds'
    return [wrong('database', `The database cannot be reached (${code}).`, cureOf(code))]
  }
  try {
    const replicas = about.isEmbedded ? undefined : await replicasOf(client)
    const found = [await versionOf(client), ...(replicas ? [judgeReplicas(replicas)] : [])]
    // The rest is asked of the primary: a replica does not answer all of it.
    if (replicas?.isReplica) return found
    found.push(...(await rolesOf(client, about)), await migrationsOf(client, about))
    if (await hasTables(client))
      found.push(
        await rowSecurityOf(client),
        await keysOf(client, about),
        await workOf(client),
        await officersOf(client),
      )
    return [...found, await clockOf(client, about)]
  } finally {
    await client.end().catch(() => undefined)
  }
}

function cureOf(code: string): string {
  if (code === '28P01' || code === '28000') return 'It refuses our name or password: look at DATABASE_URL.'
  if (code === '3D000') return 'There is no database of that name: make it, or look at DATABASE_URL.'
  if (code === '53300') return 'It has no connection left: raise max_connections, or run fewer processes.'
  return 'Is the server running, and are host and port in DATABASE_URL right? Is a firewall between?'
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<Row | undefined> {
  return (await client.query<Row>(query)).rows[0]
}

const hasTables = async (client: pg.Client): Promise<boolean> =>
  (await one<{ there: boolean }>(client, `select to_regclass('platform.zone_key') is not null as there`))?.there ??
  false

async function versionOf(client: pg.Client): Promise<Finding> {
  const row = await one<{ version: number; used: number; most: number }>(
    client,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('max_connections')::int as most,
       (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`,
  )
  const { version = 0, used = 0, most = 0 } = row ?? {}
  if (version < 15) return wrong('database', `PostgreSQL ${version} is too old.`, 'Meernet needs 15 or newer.')
  if (used > most * 0.9)
    return attention(
      'database',
      `${used} of ${most} connections are in use.`,
      'Raise max_connections; a process uses up to 23.',
    )
  return well('database', `PostgreSQL ${version} answers; ${used} of ${most} connections are in use.`)
}

async function rolesOf(client: pg.Client, { isEmbedded }: DatabaseCase): Promise<readonly Finding[]> {
  const row = await one<{ superuser: boolean; app: boolean | null; owned: number }>(
    client,
    `select (select rolsuper from pg_roles where rolname = current_user) as superuser,
       (select rolsuper or rolbypassrls or rolcanlogin from pg_roles where rolname = 'meernet_app') as app,
       (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'meernet_app') as owned`,
  )
  const found: Finding[] = []
  if (row?.app || (row?.owned ?? 0) > 0)
    found.push(
      wrong(
        'database',
        'The role meernet_app may log in, go round row-level security, or owns tables.',
        'Run as a superuser: alter role meernet_app nologin nosuperuser nobypassrls; and give its tables back to the owner.',
      ),
    )
  if (row?.superuser && !isEmbedded)
    found.push(
      attention(
        'database',
        'DATABASE_URL names a superuser.',
        'Use a role of its own that owns the database and may make roles: create role meernet login createrole password …',
      ),
    )
  return found
}

async function migrationsOf(client: pg.Client, { migrations }: DatabaseCase): Promise<Finding> {
  const known = await one<{ there: boolean }>(client, `select to_regclass('platform.migration') is not null as there`)
  if (!known?.there)
    return attention('database', 'The database is empty.', 'Start Meernet, or restore a backup into it.')
  try {
    const pending = await pendingMigrations(client, migrations)
    return pending.length === 0
      ? well('database', 'Its tables are those of this version.')
      : attention(
          'database',
          `${pending.length} migrations have not run.`,
          'The next start runs them, or: npx meernet migrate. Make a backup first.',
        )
  } catch (error) {
    return wrong(
      'database',
      error instanceof Error ? error.message : 'The migrations do not fit.',
      'Start the version of Meernet that belongs to this database.',
    )
  }
}

/** Not only what the catalogue says: as the application, without saying who acts, no table shows a row. */
async function rowSecurityOf(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; forced: boolean }>(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and has_table_privilege('meernet_app', c.oid, 'select') order by 1`)
  const open = rows.filter(({ forced }) => !forced).map(({ name }) => name)
  await client.query('begin')
  try {
    await client.query('set local role meernet_app')
    for (const { name } of rows) if ((await client.query(`select from ${name} limit 1`)).rowCount) open.push(name)
  } finally {
    await client.query('rollback')
  }
  return open.length === 0
    ? well('database', `Row-level security holds on ${rows.length} tables.`)
    : wrong(
        'database',
        `Row-level security does not hold on ${[...new Set(open)].join(', ')}.`,
        'Stop Meernet. Somebody changed the database by hand: compare with migrations/schema.sql, or restore a backup.',
      )
}

/** The wrapped keys are the canary: each opens only with the master key it was wrapped with. */
async function keysOf(client: pg.Client, { masterKeys }: DatabaseCase): Promise<Finding> {
  const { rows } = await client.query<{ zone_id: string; wrapped: Buffer }>(
    'select zone_id, wrapped from platform.zone_key',
  )
  if (!masterKeys)
    return wrong(
      'keys',
      'There is no master key in order to try on the keys in the database.',
      'Mend what is said of the key files, and run this again.',
    )
  const keys = masterKeys()
  const closed = rows.filter(({ zone_id, wrapped }) => !unwrapIfFits(keys, zone_id, wrapped)).length
  if (closed === 0) return well('keys', `The master key opens all ${rows.length} keys in the database.`)
  return wrong(
    'keys',
    `The master key opens ${rows.length - closed} of the ${rows.length} keys in the database.`,
    'Put back the key file this database was made with; a backup has it inside. Until then sealed texts cannot be read.',
  )
}

async function workOf(client: pg.Client): Promise<Finding> {
  const row = await one<{ stuck: number; late: number; mail: number }>(
    client,
    `select count(*) filter (where attempts >= max_attempts)::int as stuck,
       count(*) filter (where attempts = 0 and run_at < now() - interval '10 minutes' and locked_at is null)::int as late,
       (select count(*)::int from platform.outgoing_mail where sent_at is null and created_at < now() - interval '1 hour') as mail
     from graphile_worker.jobs`,
  )
  const { stuck = 0, late = 0, mail = 0 } = row ?? {}
  if (late > 0)
    return wrong(
      'work',
      `Jobs that wait for more than ten minutes: ${late}.`,
      'Is a process running with the role worker or all?',
    )
  if (stuck > 0)
    return attention(
      'work',
      `Jobs given up after many attempts: ${stuck}.`,
      'An administrator sees them under "Werk dat blijft liggen" and can try again.',
    )
  if (mail > 0) return attention('work', `Mails that wait for more than an hour: ${mail}.`, 'Look at the mail server.')
  return well('work', 'No work stays behind.')
}

async function clockOf(client: pg.Client, { clock }: DatabaseCase): Promise<Finding> {
  const before = clock().getTime()
  const row = await one<{ ms: number; newest: number | null }>(
    client,
    `select extract(epoch from clock_timestamp())::float8 * 1000 as ms,
       case when to_regclass('platform.migration') is not null then
         (xpath('//m/text()', query_to_xml('select extract(epoch from max(ran_at))::float8 * 1000 as m from platform.migration', true, true, '')))[1]::text::float8 end as newest`,
  )
  const here = (before + clock().getTime()) / 2
  const apart = Math.abs(here - (row?.ms ?? here)) / 1000
  const cure = 'Keep both machines on time with NTP: timedatectl set-ntp true. Terms, codes and the log depend on it.'
  if (row?.newest && here < row.newest - 60_000)
    return wrong('clock', 'The clock of this machine is earlier than the last change of the database.', cure)
  if (apart > 30) return wrong('clock', `This machine and the database differ ${Math.round(apart)} seconds.`, cure)
  if (apart > 2) return attention('clock', `This machine and the database differ ${apart.toFixed(1)} seconds.`, cure)
  return well('clock', 'This machine and the database have the same time.')
}
