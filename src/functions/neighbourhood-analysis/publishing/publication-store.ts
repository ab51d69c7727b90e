import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { KeptPublication } from './publication.ts'

/** Lets one publication of a measure go out at a time, so that each knows all that went before. */
export async function lockMeasure(tx: Tx, measure: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('analysis.publication' || ${tx.actor.municipalityId} || ${measure}, 0))`.execute(
    tx.db,
  )
}

/** Publications in the order in which they went out; those of one measure, or one by its identifier, when asked. */
export async function publicationsOf(
  tx: Tx,
  { measure, id }: { readonly measure?: string; readonly id?: string } = {},
): Promise<readonly KeptPublication[]> {
  const asked = sql<SqlBool>`${measure === undefined ? sql`true` : sql`measure = ${measure}`}
    and ${id === undefined ? sql`true` : sql`id = ${id}::uuid`}`
  const { rows } = await sql<KeptPublication>`
    select id, measure, title, audience, published_at as "publishedAt", published_by as "publishedBy", dimensions, cells, labels
    from analysis.publication
    where municipality_id = ${tx.actor.municipalityId}::uuid and ${asked}
    order by published_at, id`.execute(tx.db)
  return rows
}

/** Keeps what went out as readers saw it. */
export async function keepPublication(tx: Tx, one: Omit<KeptPublication, 'publishedAt'>): Promise<void> {
  await sql`
    insert into analysis.publication (municipality_id, id, measure, title, audience, published_at, published_by, dimensions,
      cells, labels)
    values (${tx.actor.municipalityId}::uuid, ${one.id}::uuid, ${one.measure}, ${one.title}, ${one.audience}, ${tx.now},
      ${one.publishedBy}::uuid, ${JSON.stringify(one.dimensions)}::jsonb, ${JSON.stringify(one.cells)}::jsonb,
      ${JSON.stringify(one.labels)}::jsonb)`.execute(tx.db)
}
