import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'
import type { Env } from './context.ts'
import { cookieOf, dropCookie, leaveCookie } from './cookies.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ isHttps: true, address: () => 'https://meernet.example' }, { sessions: 'real' })
})
afterAll(() => world.close())

/** What a browser would send back. */
const sentBack = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

test('over https every cookie of a page is held to this host, out of reach of scripts and of other sites', async () => {
  const response = await world.app.web.request('http://localhost/sign-in?next=/account&lang=fr')
  const cookies = response.headers.getSetCookie()
  expect(new Set(cookies.map((line) => line.split('=')[0]))).toEqual(new Set(['__Host-language', '__Host-next']))
  for (const line of cookies) {
    expect(line).toMatch(/; Path=\/(;|$)/)
    expect(line).toMatch(/; Secure/)
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).not.toMatch(/Domain/)
  }
})

test('a cookie left over https is read back, and one under the plain name is not', async () => {
  const left = await world.app.web.request('http://localhost/sign-in?lang=fr')
  const inFrench = async (cookie: string) =>
    (await (await world.app.web.request('http://localhost/sign-in', { headers: { cookie } })).text()).includes(
      '<html lang="fr"',
    )
  expect(await inFrench(sentBack(left))).toBe(true)
  expect(await inFrench('language=fr')).toBe(false)
})

test('a cookie under a path is held to https, and goes when it is dropped', async () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('isHttps', true)
    return next()
  })
  app.get('/place', (c) => c.text(cookieOf(c, 'held', '/place') ?? 'none'))
  app.get('/place/leave', (c) => {
    leaveCookie(c, 'held', 'something', { path: '/place', seconds: 60 })
    return c.text('')
  })
  app.get('/place/drop', (c) => {
    dropCookie(c, 'held', '/place')
    return c.text('')
  })
  const left = await app.request('/place/leave')
  expect(left.headers.get('set-cookie')).toMatch(/^__Secure-held=something; .*Path=\/place; .*Secure/)
  expect(await (await app.request('/place', { headers: { cookie: sentBack(left) } })).text()).toBe('something')
  expect((await app.request('/place/drop')).headers.get('set-cookie')).toMatch(/^__Secure-held=; Max-Age=0/)
})
