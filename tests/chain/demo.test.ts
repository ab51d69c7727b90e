import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../src/demo/index.ts'
import { netegemId } from '../../src/demo/netegem.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ isDemo: true })
  await world.database.owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await loadDemo({ database: world.database, transact: world.app.transact, clock: world.now })
})
afterAll(() => world.close())

const count = async (table: Parameters<typeof world.database.owner.selectFrom>[0]) =>
  (
    await world.database.owner
      .selectFrom(table as 'places.area')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

test('Netegem has three neighbourhoods, 12 volunteers, 6 partners and 30 services', async () => {
  expect(await count('places.area')).toBe(3)
  expect(await count('volunteers.volunteer')).toBe(12)
  expect(await count('organisations.service')).toBe(30)
  const partners = await world.database.owner
    .selectFrom('municipalities.data_zone')
    .select('id')
    .where('kind', '=', 'partner')
    .execute()
  expect(partners.length).toBe(6)
})

test('there is work in every state: cards, cases, handovers', async () => {
  const states = async (table: 'detection.signal' | 'guidance.case' | 'guidance.handover') =>
    new Set(
      (
        await world.database.owner.selectFrom(table).select('state').where('municipality_id', '=', netegemId).execute()
      ).map(({ state }) => state),
    )
  expect(await states('detection.signal')).toEqual(
    new Set(['received', 'acknowledged', 'triaged', 'contacted', 'agreed', 'declined', 'closed', 'case']),
  )
  expect(await states('guidance.case')).toEqual(
    new Set(['open', 'exploring', 'planned', 'inProgress', 'resultCheck', 'closed']),
  )
  expect(await states('guidance.handover')).toEqual(
    new Set(['proposed', 'agreed', 'introduced', 'accepted', 'refused', 'arrived', 'noShow', 'outcome', 'withdrawn']),
  )
})

test('400 invented people live there', async () => {
  expect(await count('people.person')).toBe(400)
})

test('the database knows how much that is before the first page is asked', async () => {
  const { rows } = await sql`select reltuples::int as rows from pg_class where oid = 'people.person'::regclass`.execute(
    world.database.owner,
  )
  expect(rows).toEqual([{ rows: 400 }])
})

test('the demo is loaded once', async () => {
  expect(await loadDemo({ database: world.database, transact: world.app.transact, clock: world.now })).toBe('was there')
})

test('an installation for real data never becomes a demo', async () => {
  const real = await openWorld()
  await real.database.owner.insertInto('platform.installation').values({ kind: 'real' }).execute()
  await expect(loadDemo({ database: real.database, transact: real.app.transact, clock: real.now })).rejects.toThrow(
    /demo installation/,
  )
  await expect(
    real.database.owner.updateTable('platform.installation').set({ kind: 'demo' }).execute(),
  ).rejects.toThrow(/kept for good/)
  await real.close()
})

test('the same seed makes the same Netegem', async () => {
  const twin = await openWorld({ isDemo: true })
  await twin.database.owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await loadDemo({ database: twin.database, transact: twin.app.transact, clock: world.now })
  const people = (one: World) =>
    one.database.owner.selectFrom('people.person').select(['id', 'family_name', 'address_id']).orderBy('id').execute()
  expect(await people(twin)).toEqual(await people(world))
  await twin.close()
})
