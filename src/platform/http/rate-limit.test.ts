import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import { makeMunicipality, openWorld, type World } from '../../../tests/support/world.ts'
import type { Env } from './context.ts'
import { HttpError } from './errors.ts'
import { rateLimiter } from './rate-limit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A door that lets two through in a minute. */
function door() {
  const limitRate = rateLimiter(world.database.app, Buffer.alloc(32), () => world.now())
  const app = new Hono<Env>()
  app.get('/', limitRate({ bucket: 'door', max: 2, windowSeconds: 60 }), (c) => c.text('in'))
  app.onError((error, c) => c.text('', error instanceof HttpError ? error.status : 500))
  return app
}

test('who comes too often is told how long to wait, and is let in again after it', async () => {
  const app = door()
  const comes = async () => (await app.request('/')).status
  expect([await comes(), await comes(), await comes()]).toEqual([200, 200, 429])
  expect((await app.request('/')).headers.get('retry-after')).toBe('60')
  world.setNow(new Date(world.now().getTime() + 60_000))
  expect(await comes()).toBe(200)
})

test('who came is forgotten after a day', async () => {
  const { id } = await makeMunicipality(world)
  await door().request('/')
  const kept = async () =>
    (await world.database.owner.selectFrom('platform.attempt').select('bucket').where('bucket', '=', 'door').execute())
      .length
  expect(await kept()).toBeGreaterThan(0)
  world.setNow(new Date(world.now().getTime() + 25 * 3_600_000))
  await doWorkOfTheClock(world, id)
  expect(await kept()).toBe(0)
})
