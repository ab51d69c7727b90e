import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import { isRefusedRow } from './last-guard.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const failure = (doing: Promise<unknown>) => doing.then(() => undefined).catch((error: unknown) => error)

test('a row of a municipality that is not one’s own is refused by the database itself', async () => {
  const [here, elsewhere] = [
    await makeMunicipality(world, 'Hier', '99001'),
    await makeMunicipality(world, 'Elders', '99003'),
  ]
  const actor = await makeStaff(world, here)
  const row = { municipality_id: elsewhere.id, id: uuidv7(), name: 'Buurt', origin: 'composed', edition: '2025' }
  const refused = await failure(
    world.app.transact(actor, (tx) =>
      tx.db
        .insertInto('places.area')
        .values({ ...row, is_approximate: false })
        .execute(),
    ),
  )
  expect([isRefusedRow(refused), String(refused)]).toEqual([true, expect.stringContaining('row-level security')])
})

test('what the database does not know, or allows nobody, is a fault of ours and not such a row', async () => {
  const actor = await makeStaff(world, await makeMunicipality(world, 'Verder', '99002'))
  const ask = (query: string) => failure(world.app.transact(actor, (tx) => sql.raw(query).execute(tx.db)))
  for (const query of ['select * from platform.nothing', 'select * from platform.migration'])
    expect([query, isRefusedRow(await ask(query))]).toEqual([query, false])
})
