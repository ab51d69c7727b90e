import { isoDateIn } from '@meernet/calendar'
import pg from 'pg'
import { inject } from 'vitest'
import type { AppNeeds } from '../../src/app.tsx'
import { loadDemo } from '../../src/demo/index.ts'
import { municipalTimeZone } from '../../src/platform/messages/index.ts'
import { cloneOf, mondayMorning, openWorld, type World } from './world.ts'

/**
 * A world with Netegem in it, as the demo is on the day of its clock. Loaded once a run and day and cloned after that: what
 * the demo does is for `tests/chain/demo.test.ts` to see. Close it in `afterAll`.
 */
export async function openDemoWorld(
  over: Partial<AppNeeds> = {},
  options: { readonly sessions?: 'real' | 'given by the test' } = {},
): Promise<World> {
  const clock = over.clock ?? (() => mondayMorning)
  const databaseUrl = await cloneOf(await demoTemplate(clock))
  return openWorld({ isDemo: true, ...over }, { ...options, databaseUrl })
}

/** Name of the database with the demo of that day; whoever needs it first makes it while the others wait. */
async function demoTemplate(clock: () => Date): Promise<string> {
  const name = `template_netegem_${isoDateIn(municipalTimeZone, clock()).replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: `${inject('serverUrl')}/postgres` })
  await admin.connect()
  try {
    await admin.query(`select pg_advisory_lock(hashtext('${name}'))`)
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (!rowCount) {
      const made = await makeDemo(clock)
      await admin.query(`alter database ${made} rename to ${name}`)
    }
    return name
  } finally {
    await admin.end()
  }
}

async function makeDemo(clock: () => Date): Promise<string> {
  const world = await openWorld({ isDemo: true, clock })
  const { database } = world
  await database.owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await loadDemo({ database, transact: world.app.transact, clock })
  await world.close()
  return new URL(database.url).pathname.slice(1)
}
