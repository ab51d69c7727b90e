import { Writable } from 'node:stream'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

let world: World
let written = ''
beforeAll(async () => {
  const stream = new Writable({
    write: (chunk, _, done) => {
      written += chunk
      done()
    },
  })
  world = await openWorld({ log: pino({ level: 'debug', base: null }, stream) })
  // What a mistake of ours would do with what somebody typed: hand it to a column that cannot hold it.
  world.app.web.get('/mistake', async (c) => {
    await sql`select ${c.req.query('name')}::uuid`.execute(world.database.app)
    return c.text('')
  })
})
afterAll(() => world.close())

test('an unexpected error is in the log with its code and place, without what somebody typed and without the address', async () => {
  const response = await world.as().get('/mistake?name=Jan+Peeters+0470112233')
  expect(response.status).toBe(500)
  expect(written).toContain('"unexpected"')
  expect(written).toContain('22P02')
  expect(written).toMatch(/at .+log\.test\.ts/)
  expect(written).not.toMatch(/Peeters|0470/)
  expect(await response.text()).not.toMatch(/Peeters|0470/)
})

test('every request is one line with the pattern of its route', async () => {
  written = ''
  await world.as().get('/in/testgem/cards/0199aaaa-0000-7000-8000-000000000001?code=geheim')
  const lines = written.trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ method: 'GET', status: 404 })
  expect(written).not.toMatch(/geheim|0199aaaa/)
})
