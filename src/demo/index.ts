import { isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import { systemActor } from '../platform/access/actor.ts'
import type { Database } from '../platform/database/connect.ts'
import type { Transact } from '../platform/database/transact.ts'
import { demoWorld } from '../platform/demo/demo-world.ts'
import { municipalTimeZone } from '../platform/messages/index.ts'
import { netegemId, openNetegem } from './netegem.ts'

/** What the demo is loaded with. */
export type DemoNeeds = { readonly database: Database; readonly transact: Transact; readonly clock: () => Date }

/**
 * Loads Netegem (NIS 99999), the same every time but for the dates, which lie around today. Refuses an installation that is
 * not a demo: real data can never become one. Does nothing when it was loaded before; what an interrupted load left is
 * thrown away first.
 */
export async function loadDemo({ database, transact, clock }: DemoNeeds): Promise<'loaded' | 'was there'> {
  const { owner } = database
  const installation = await owner.selectFrom('platform.installation').select('kind').executeTakeFirst()
  if (installation?.kind !== 'demo') throw new Error('The demo is only loaded into a demo installation.')
  const finished = await owner.selectFrom('platform.demo_load').select('finished_at').executeTakeFirst()
  if (finished) return 'was there'
  await emptyHalfLoadedDemo(database)
  const world = demoWorld(1999, netegemId, isoDateIn(municipalTimeZone, clock()))
  await openNetegem({ owner, transact, world, system: systemActor(netegemId, 'demo') })
  await owner.insertInto('platform.demo_load').defaultValues().execute()
  // As the database does by itself within some minutes: until then it takes every table for an empty one, and "Vandaag" twice as long.
  await sql`analyze`.execute(owner)
  return 'loaded'
}

/** Only what modules keep; keys, migrations and the kind of installation stay. */
async function emptyHalfLoadedDemo({ owner }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public', 'platform')`.execute(
    owner,
  )
  // Files that a municipality sent are kept by the platform, and go with it.
  await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(', '))} cascade`.execute(owner)
}
