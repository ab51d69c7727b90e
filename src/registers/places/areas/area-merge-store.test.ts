import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { forgetArrived, mergeAreas, receiveAreas } from './area-merge-store.ts'
import { keepSource } from './area-source-store.ts'
import type { AreaToKeep } from './kept-area.ts'

let world: World
let town: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Leuven', '24062')
})
afterAll(() => world.close())

const square = (at: number): AreaToKeep['shape'] => [
  [
    [
      [at, 0],
      [at + 1, 0],
      [at + 1, 1],
      [at, 0],
    ],
  ],
]
const sector = (code: string, shape: AreaToKeep['shape']): AreaToKeep => ({
  level: 'sector',
  edition: '2024',
  code,
  name: code,
  nisCode: '24062',
  municipalityName: null,
  shape,
  isApproximate: false,
})
const keep = (sha256: string, ...areas: readonly AreaToKeep[]) =>
  world.app.transact(systemActor(town.id, 'test'), async (tx) => {
    const source = await keepSource(tx, {
      kind: 'areas',
      source: 'Statbel',
      licence: 'CC0',
      fileName: 'sectoren.zip',
      sha256: sha256.repeat(64),
      form: 'shapefile',
      crs: 'EPSG:31370',
      crsStated: true,
      retrievedOn: '2026-11-23',
      counts: [],
      remarks: [],
      importedBy: null,
    })
    await receiveAreas(tx, areas)
    const merged = await mergeAreas(tx, source.id, '2026-11-23')
    await forgetArrived(tx)
    return merged
  })
const kept = (code: string) =>
  world.database.owner
    .selectFrom('places.area')
    .select(['geometry', 'min_x', 'gone_on'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow()

test('an area that was gone and stands in a table again has the border that is known of it', async () => {
  await keep('a', sector('24062A00-', square(0)), sector('24062A01-', square(5)))
  expect(await keep('b', sector('24062A00-', square(0)))).toMatchObject([{ gone: 1 }])
  expect(await kept('24062A01-')).toMatchObject({ gone_on: '2026-11-23' })
  const table = [sector('24062A00-', null), sector('24062A01-', null)]
  expect(await keep('c', ...table)).toMatchObject([{ new: 0, changed: 1, unchanged: 1, gone: 0 }])
  expect(await kept('24062A01-')).toMatchObject({ geometry: square(5), min_x: 5, gone_on: null })
})
