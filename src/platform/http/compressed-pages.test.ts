import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const asked = (path: string) => world.app.web.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })

test('a public page goes out compressed', async () => {
  const answer = await asked('/in/nowhere')
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toContain('</html>')
})

test('a page of the workplace never does: its size would tell what stands in it', async () => {
  expect((await asked('/sign-in')).headers.get('content-encoding')).toBeNull()
})
