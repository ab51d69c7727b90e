import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ address: () => 'https://meernet.example' })
})
afterAll(() => world.close())

const send = (origin: string) =>
  world.app.web.request('http://localhost/sign-in/links', {
    method: 'POST',
    body: 'email=nobody%40test.example',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
  })

test('a form sent from another site is refused', async () => {
  expect((await send('https://elsewhere.example')).status).toBe(403)
})

test('behind a proxy the address people know counts as our own', async () => {
  expect((await send('https://meernet.example')).status).toBeLessThan(400)
})

test('every page forbids inline script, inline style and framing', async () => {
  const policy = (await world.app.web.request('http://localhost/sign-in')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
})
