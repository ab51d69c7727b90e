import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'
import type { Tx } from './transact.ts'

let world: World
let actor: StaffActor
let stranger: StaffActor
beforeAll(async () => {
  world = await openWorld()
  actor = await makeStaff(world, await makeMunicipality(world, 'Hier', '99001'))
  stranger = await makeStaff(world, await makeMunicipality(world, 'Elders', '99002'))
})
afterAll(() => world.close())

const zonesOf = (who: StaffActor) => world.app.transact(who, (tx) => zones(tx))
async function zones(tx: Tx) {
  const { rows } = await sql<{ municipality: string }>`
    select municipality_id as municipality from municipalities.data_zone where ${'all'} = 'all'`.execute(tx.db)
  return new Set(rows.map(({ municipality }) => municipality))
}

test('a statement that comes back is kept by its connection, and shows each actor the own municipality alone', async () => {
  for (let turn = 0; turn < 8; turn += 1)
    for (const who of [actor, stranger]) expect(await zonesOf(who)).toEqual(new Set([who.municipalityId]))
  const kept = await world.app.transact(actor, async (tx) => {
    await zones(tx)
    return sql<{ name: string }>`select name from pg_prepared_statements where statement like '%= ''all''%'`.execute(
      tx.db,
    )
  })
  expect(kept.rows.map(({ name }) => name)).toEqual([expect.stringMatching(/^kept /)])
})

test('a statement that takes no values is kept too, and several in one text are not', async () => {
  const kept = await world.app.transact(actor, async (tx) => {
    for (let turn = 0; turn < 4; turn += 1) {
      await sql`select from municipalities.data_zone as "withoutValues"`.execute(tx.db)
      await sql`select 1 as "oneOfTwo"; select 2`.execute(tx.db)
    }
    return sql<{ statement: string }>`select statement from pg_prepared_statements
      where statement ~ 'withoutValues|oneOfTwo' and name like 'kept %' and statement !~ 'pg_prepared'`.execute(tx.db)
  })
  expect(kept.rows).toEqual([{ statement: expect.stringContaining('withoutValues') }])
})

test('what signs people in is kept as well', async () => {
  const { owner } = world.database
  for (let turn = 0; turn < 40; turn += 1) await sql`select ${'owner'}::text as "keptForOwner"`.execute(owner)
  const { rows } = await sql`select from pg_prepared_statements
    where statement like '%keptForOwner%' and name like 'kept %'`.execute(owner)
  expect(rows).toHaveLength(1)
})

test('a statement asked once or twice leaves nothing behind', async () => {
  const rare = () =>
    world.app.transact(actor, async (tx) => {
      await sql`select ${'seldom'}::text as "seldomAsked"`.execute(tx.db)
      return sql`select from pg_prepared_statements where statement like '%seldomAsked%' and name <> ''`.execute(tx.db)
    })
  expect((await rare()).rows).toHaveLength(0)
  expect((await rare()).rows).toHaveLength(0)
})

test('when another process gives a table a column, one answer fails and the next is right', async () => {
  const { owner } = world.database
  await sql`create table platform.outlived (only_row boolean default true)`.execute(owner)
  await sql`grant select on platform.outlived to meernet_app`.execute(owner)
  const ask = () =>
    world.app.transact(actor, (tx) => sql`select * from platform.outlived where ${'x'}::text = 'x'`.execute(tx.db))
  for (let turn = 0; turn < 4; turn += 1) await ask()
  await sql`alter table platform.outlived add column added text`.execute(owner)
  await expect(ask()).rejects.toThrow(/cached plan/)
  for (let turn = 0; turn < 4; turn += 1) expect((await ask()).rows).toEqual([])
})
