import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { systemActor } from '../access/actor.ts'

let world: World
let here: TestMunicipality
let elsewhere: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Hier', '99001')
  elsewhere = await makeMunicipality(world, 'Elders', '99002')
})
afterAll(() => world.close())

test('somebody sees the data zones of the own municipality and no other', async () => {
  const actor = await makeStaff(world, here)
  const zones = await world.app.transact(actor, (tx) =>
    tx.db.selectFrom('municipalities.data_zone').select('municipality_id').execute(),
  )
  expect(new Set(zones.map((zone) => zone.municipality_id))).toEqual(new Set([here.id]))
})

test('a row for another municipality is refused by the database', async () => {
  const actor = await makeStaff(world, here)
  const insert = world.app.transact(actor, (tx) =>
    tx.db
      .insertInto('municipalities.data_zone')
      .values({ municipality_id: elsewhere.id, id: actor.userId, kind: 'partner', name: 'Vreemd' })
      .execute(),
  )
  await expect(insert).rejects.toThrow(/row-level security/)
})

test('a transaction inside a transaction is refused', async () => {
  const actor = await makeStaff(world, here)
  await expect(world.app.transact(actor, () => world.app.transact(actor, async () => 1))).rejects.toThrow(
    /inside a transaction/,
  )
})

test('the audit chain links each line to the one before, and a changed line shows', async () => {
  const actor = systemActor(here.id, 'test')
  for (const action of ['read case', 'read card', 'export list']) {
    await world.app.transact(actor, async (tx) => tx.audit({ action, subject: { type: 'case', id: here.id } }))
  }
  const broken = () =>
    sql<{ sequence: number }>`select sequence from audit.line l where hash <> audit.line_hash(previous_hash, l)
      or previous_hash <> coalesce((select p.hash from audit.line p where p.municipality_id = l.municipality_id and p.sequence = l.sequence - 1), '\\x00')`.execute(
      world.database.owner,
    )
  expect((await broken()).rows).toEqual([])
  await expect(sql`update audit.line set action = 'nothing'`.execute(world.database.owner)).rejects.toThrow(
    /kept for good/,
  )
  await sql`alter table audit.line disable trigger line_is_kept`.execute(world.database.owner)
  await sql`update audit.line set action = 'nothing' where sequence = 2`.execute(world.database.owner)
  expect((await broken()).rows).toEqual([{ sequence: 2 }])
})

test('the audit log is closed to everybody but the data protection officer', async () => {
  const coordinator = await makeStaff(world, here)
  const officer = await makeStaff(world, here, { role: 'dataProtectionOfficer' })
  await world.app.transact(coordinator, async (tx) =>
    tx.audit({ action: 'read case', subject: { type: 'case', id: here.id } }),
  )
  const count = (actor: typeof coordinator) =>
    world.app.transact(actor, (tx) => tx.db.selectFrom('audit.line').select('sequence').execute())
  expect(await count(coordinator)).toEqual([])
  expect((await count(officer)).length).toBeGreaterThan(0)
})
