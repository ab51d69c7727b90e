import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'
import { anyId, type PlainColumn, rowsOf } from './rows-of.ts'

let world: World
let actor: StaffActor
beforeAll(async () => {
  world = await openWorld()
  actor = await makeStaff(world, await makeMunicipality(world, 'Hier', '99001'))
})
afterAll(() => world.close())

const read = (columns: readonly PlainColumn[]) =>
  world.app.transact(actor, async (tx) => {
    const { rows } = await sql`select * from ${rowsOf(columns)} as row order by place`.execute(tx.db)
    return rows
  })

const ids = ['0199a000-0000-7000-8000-000000000002', '0199a000-0000-7000-8000-000000000001']

test('rows arrive in their order, with what is missing in its place', async () => {
  const at = new Date('2026-11-23T10:04:00.123Z')
  expect(
    await read([
      { name: 'id', type: 'uuid', values: ids },
      { name: 'outcome', type: 'text', values: ['notHome', null] },
      { name: 'start', type: 'integer', values: [null, 7] },
      { name: 'day', type: 'date', values: ['2026-11-23', null] },
      { name: 'at', type: 'timestamptz', values: [null, at] },
    ]),
  ).toEqual([
    { id: ids[0], outcome: 'notHome', start: null, day: '2026-11-23', at: null, place: 1 },
    { id: ids[1], outcome: null, start: 7, day: null, at, place: 2 },
  ])
})

test('what all rows have in common is in every row', async () => {
  const at = '2026-11-23T10:04:00.000Z'
  const rows = await read([
    { name: 'id', type: 'uuid', values: ids },
    { name: 'kind', type: 'text', values: ['recordVisit', 'recordVisit'] },
    { name: 'at', type: 'timestamptz', values: [new Date(at), new Date(at)] },
    { name: 'never', type: 'date', values: [null, null] },
  ])
  expect(rows).toEqual(
    ids.map((id, nth) => ({ id, kind: 'recordVisit', at: new Date(at), never: null, place: nth + 1 })),
  )
})

test('one row, and no rows, are rows as well', async () => {
  expect(await read([{ name: 'id', type: 'uuid', values: ids.slice(0, 1) }])).toEqual([{ id: ids[0], place: 1 }])
  expect(await read([{ name: 'id', type: 'uuid', values: [] }])).toEqual([])
})

test('identifiers are found among many, and none among none', async () => {
  const zones = await world.app.transact(actor, async (tx) => {
    const find = (some: readonly string[]) =>
      tx.db.selectFrom('municipalities.data_zone').select('id').where('id', '=', anyId(some)).execute()
    return [await find([...ids, actor.zoneId]), await find([])]
  })
  expect(zones).toEqual([[{ id: actor.zoneId }], []])
})
