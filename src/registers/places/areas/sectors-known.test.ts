import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { hasParts, sectorCodesIn } from '../address-store.ts'

let world: World
let town: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Leuven', '24062')
})
afterAll(() => world.close())

const inTown = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(town.id, 'test'), work)

test('a municipality without addresses knows its sectors by the areas it keeps, and can compose of them', async () => {
  expect(await inTown(hasParts)).toBe(false)
  const sector = (nis_code: string, code: string) => ({
    municipality_id: town.id,
    id: uuidv7(),
    level: 'sector',
    origin: 'imported',
    edition: '2024',
    name: code,
    code,
    nis_code,
    is_approximate: false,
    geometry: JSON.stringify([]),
    min_x: 0,
    min_y: 0,
    max_x: 0,
    max_y: 0,
  })
  await world.database.owner
    .insertInto('places.area')
    .values([sector('24062', '24062A00-'), sector('24038', '24038A00-')])
    .execute()
  expect(await inTown((tx) => sectorCodesIn(tx, '24062'))).toEqual(['24062A00-'])
  expect(await inTown(hasParts)).toBe(true)
})
