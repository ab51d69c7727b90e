import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function momentOf(text: string): Promise<unknown> {
  const { rows } = await sql<{ at: unknown }>`select ${text}::timestamptz as at`.execute(world.database.owner)
  return rows[0]?.at
}

test('moments arrive to the millisecond, whatever zone they were written in', async () => {
  expect(await momentOf('2026-11-23T10:04:00Z')).toEqual(new Date('2026-11-23T10:04:00Z'))
  expect(await momentOf('2026-11-23T10:04:00.123Z')).toEqual(new Date('2026-11-23T10:04:00.123Z'))
  expect(await momentOf('2026-07-01T00:30:00.5+02:00')).toEqual(new Date('2026-06-30T22:30:00.5Z'))
  expect(await momentOf('1969-12-31T23:59:59.999999Z')).toEqual(new Date('1969-12-31T23:59:59.999Z'))
})

test('moments that no calendar of ours has arrive as before', async () => {
  expect(await momentOf('infinity')).toBe(Number.POSITIVE_INFINITY)
  expect(await momentOf('0044-03-15 12:00:00+00 BC')).toEqual(new Date('-000043-03-15T12:00:00Z'))
  expect(await momentOf('12026-01-01T00:00:00Z')).toEqual(new Date('+012026-01-01T00:00:00Z'))
})
