import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './generated/tables.ts'
import { preparing } from './prepared.ts'

/** How PostgreSQL writes moments of our era to a connection in UTC, as ours are: `2026-11-23 10:04:00.123456+00`. */
const isUsualMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/

// Days stay text: a `Date` would drag a time zone along.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// Several times as fast as taking the moment apart, of which ten thousand visits have twenty thousand.
const anyMoment = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) =>
  isUsualMoment.test(value) ? new Date(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`) : anyMoment(value),
)

/** Typed queries on one connection or pool. */
export type Db = Kysely<Tables>

/** The two ways into the database: as the application, under row-level security, and as the owner of the schema. */
export type Database = {
  /** Under row-level security. NOTE only `transact` and identity use it; modules get a transaction. */
  readonly app: Db
  /** Owner of the schema: migrations, sign-in, jobs, command line. */
  readonly owner: Db
  readonly ownerPool: pg.Pool
  /** Both pools by name, for measuring. */
  readonly pools: { readonly app: pg.Pool; readonly owner: pg.Pool }
  readonly url: string
  close(): Promise<void>
}

/** Opens the pools; connections are made when first used. `connections` is the ceiling per pool. */
export function connect(url: string, connections = { app: 16, owner: 6 }): Database {
  const appPool = poolFor(url, connections.app, '-c role=meernet_app')
  const ownerPool = poolFor(url, connections.owner, '')
  return {
    app: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(appPool) }) }),
    owner: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(ownerPool) }) }),
    ownerPool,
    pools: { app: appPool, owner: ownerPool },
    url,
    close: async () => {
      await Promise.all([appPool.end(), ownerPool.end()])
    },
  }
}

/** NOTE what the address says goes before what is said beside it: its `options` would take the role's place, and are put before ours. */
function poolFor(url: string, max: number, role: string): pg.Pool {
  const { address, options } = withoutOptions(url)
  const ours = `${role} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`
  const pool = new pg.Pool({
    connectionString: address,
    max,
    options: `${options} ${ours}`.trim(),
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function withoutOptions(url: string): { readonly address: string; readonly options: string } {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const options = parsed?.searchParams.get('options')
  if (!parsed || options == null) return { address: url, options: '' }
  parsed.searchParams.delete('options')
  return { address: parsed.href, options }
}
