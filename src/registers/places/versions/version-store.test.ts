import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { type DemoPlaces, demoPlaces } from '../demo.ts'
import { versionOf, versionsOf } from './version-store.ts'

let world: World
let netegem: TestMunicipality
let places: DemoPlaces

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  places = await inNetegem((tx) => demoPlaces(tx, demoWorld(7, netegem.id, '2026-11-23')))
})
afterAll(() => world.close())

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)
const idOf = (name: string) => places.neighbourhoods.find((one) => one.name === name)?.id ?? ''

const publish = (id: string, change: { name?: string; geometry?: string; municipality_name?: string }) =>
  inNetegem((tx) => tx.db.updateTable('places.area').set(change).where('id', '=', id).execute())

test('a published neighbourhood that is published with another border keeps the earlier one', async () => {
  const id = idOf('Heide')
  expect(await inNetegem((tx) => versionsOf(tx, id))).toEqual([])
  await publish(id, { geometry: '[[[[1,1],[1,2],[2,2],[1,1]]]]' })
  const [now, before] = await inNetegem((tx) => versionsOf(tx, id))
  const heide = places.neighbourhoods.find((one) => one.id === id)
  expect(before).toMatchObject({ number: 1, border: heide?.shape, validFrom: null, madeBy: null })
  expect(before?.validUntil).not.toBeNull()
  expect(now).toMatchObject({ number: 2, name: 'Heide', validUntil: null })
  await publish(id, { name: 'Heide-Noord' })
  expect(await inNetegem((tx) => versionOf(tx, [id]))).toEqual(new Map([[id, 3]]))
})

test('published anew as it was, or with another name of its municipality, it stays the version it is', async () => {
  const id = idOf('Molenwijk')
  await publish(id, { name: 'Molenwijk', municipality_name: 'Groot-Netegem' })
  expect(await inNetegem((tx) => versionsOf(tx, id))).toEqual([])
  expect(await inNetegem((tx) => versionOf(tx, [id]))).toEqual(new Map([[id, 1]]))
})
