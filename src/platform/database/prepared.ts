import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Statements kept per connection at most: a plan takes some tens of kilobytes of the database's memory. */
const mostKept = 300
/** A statement asked so often in this process is kept; what the words of a search make of one is seldom asked again. */
const askedOften = 3
/** Statements counted before counting begins anew. */
const mostCounted = 3000

/**
 * A pool whose connections keep what PostgreSQL worked out for statements that come back: reading and planning one under
 * row-level security takes as long as running it. PostgreSQL still plans for the values at hand wherever it expects to gain by that.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const statements = keptStatements()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? clientOver(client, statements)
      known.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
  }
}

/** One statement that is asked of data. NOTE several statements in one text cannot be prepared; such a text has no values. */
const canBeKept = (text: string, values: readonly unknown[]) =>
  values.length > 0 || (/^\s*(select|with)\s/i.test(text) && !text.includes(';'))

type KeptStatements = {
  /** The name under which connections keep this statement; undefined when they do not. */
  nameOf(text: string): string | undefined
  /** From here on each gets a new name. */
  forget(): void
}

function clientOver(client: pg.PoolClient, statements: KeptStatements): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]) => {
    const name = canBeKept(text, values) ? statements.nameOf(text) : undefined
    try {
      return await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    } catch (error) {
      if (isOutlived(error)) statements.forget()
      throw error
    }
  }
  return {
    // Kysely's own shape of what pg gives; the other way of asking, through a cursor, is not used here.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

function keptStatements(): KeptStatements {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  let generation = 0
  return {
    nameOf: (text) => {
      const known = names.get(text)
      if (known !== undefined || names.size >= mostKept) return known
      const times = (asked.get(text) ?? 0) + 1
      if (asked.size >= mostCounted) asked.clear()
      asked.set(text, times)
      if (times < askedOften) return undefined
      asked.delete(text)
      const name = `kept ${generation}.${names.size}`
      names.set(text, name)
      return name
    },
    forget: () => {
      names.clear()
      generation += 1
    },
  }
}

/** Another process changed the columns of a table since the statement was kept: an upgrade while this one runs. */
const isOutlived = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan')
