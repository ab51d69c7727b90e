import { sensitiveCounts, type Table } from '@meernet/statistics'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { ToPublish } from './publication.ts'
import { publicationsOf } from './publication-store.ts'
import { asItWouldGoOut, publish, publishedUnder } from './publish.ts'

let world: World
let town: TestMunicipality
let neighbour: TestMunicipality

beforeAll(async () => {
  world = await openWorld()
  town = await makeMunicipality(world, 'Zennegem', '23003')
  neighbour = await makeMunicipality(world, 'Elders', '72043')
})
afterAll(() => world.close())

const inTown = <Result>(work: Parameters<typeof world.app.transact<Result>>[1]) =>
  world.app.transact(systemActor(town.id, 'test'), work)

/** Counts by neighbourhood with their total. */
const byNeighbourhood = (counts: Readonly<Record<string, number>>): Table => ({
  dimensions: [
    { id: 'area', categories: [{ id: 'all' }, ...Object.keys(counts).map((id) => ({ id, within: ['all'] }))] },
  ],
  cells: Object.entries(counts).map(([id, value]) => ({ at: [id], value })),
})

const asked = (
  measure: string,
  counts: Readonly<Record<string, number>>,
  more: Partial<ToPublish> = {},
): ToPublish => ({
  id: uuidv7(),
  measure,
  title: 'Signalen',
  audience: 'public',
  table: byNeighbourhood(counts),
  rule: sensitiveCounts,
  labels: {},
  ...more,
})

test('P13 what went out is kept as readers saw it, and read back the same', async () => {
  const one = asked('first', { north: 4, south: 30, west: 25 })
  const answer = await inTown((tx) => publish(tx, one))
  if (answer.kind !== 'published') throw new Error(answer.reason)
  expect(answer.shown.at('north').value).toBe('hidden')
  expect(answer.shown.at('all').value).toBe(59)
  const again = await inTown((tx) => publishedUnder(tx, one.id))
  for (const area of ['north', 'south', 'west', 'all']) expect(again?.at(area)).toEqual(answer.shown.at(area))
  expect(JSON.stringify(await inTown((tx) => publicationsOf(tx)))).not.toContain('"shown": 4')
})

test('P13 a later count that changed by few people does not go out beside the earlier one', async () => {
  const first = await inTown((tx) => publish(tx, asked('growing', { north: 20, south: 30, west: 25 })))
  expect(first.kind).toBe('published')
  const second = await inTown((tx) => publish(tx, asked('growing', { north: 23, south: 30, west: 25 })))
  if (second.kind !== 'published') throw new Error(second.reason)
  expect(second.shown.at('north').value).toBe('hidden')
  expect(second.shown.at('all').value).not.toBe(78)
})

test('publishing the same twice is publishing once', async () => {
  const one = asked('once', { north: 20, south: 30 })
  await inTown((tx) => publish(tx, one))
  await inTown((tx) => publish(tx, one))
  expect(await inTown((tx) => publicationsOf(tx, { measure: 'once' }))).toHaveLength(1)
})

test('two at once go out one after the other, and the second knows the first', async () => {
  const tables = [20, 23].map((north) => asked('together', { north, south: 30, west: 25 }))
  const answers = await Promise.all(tables.map((one) => inTown((tx) => publish(tx, one))))
  const shown = answers.map((one) => (one.kind === 'published' ? one.shown.at('north').value : one.reason))
  expect(shown.filter((value) => value === 'hidden')).toHaveLength(1)
})

test('a table divided in other ways than an earlier one is refused with what it lacks', async () => {
  await inTown((tx) => publish(tx, asked('redrawn', { north: 20, south: 30 })))
  const answer = await inTown((tx) => publish(tx, asked('redrawn', { northWithout: 16, south: 30 })))
  expect(answer).toMatchObject({ kind: 'refused', reason: 'divided', what: 'north of area' })
})

test('how it would go out is seen without anything going out', async () => {
  const would = await inTown((tx) => asItWouldGoOut(tx, asked('seen', { north: 4, south: 30, west: 25 })))
  expect(would.kind === 'may' && would.shown.at('north').value).toBe('hidden')
  expect(await inTown((tx) => publicationsOf(tx, { measure: 'seen' }))).toEqual([])
})

test('another municipality knows nothing of it, and what went out is not changed', async () => {
  const elsewhere = world.app.transact(systemActor(neighbour.id, 'test'), (tx) => publicationsOf(tx))
  expect(await elsewhere).toEqual([])
  const change = sql`update analysis.publication set title = 'x'`.execute(world.database.owner)
  await expect(change).rejects.toThrow('a publication is not changed')
})
