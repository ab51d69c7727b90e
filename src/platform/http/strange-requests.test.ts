import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'
import { checkForm, seenVersion } from './form.ts'
import { listen } from './listen.ts'

let world: World
let visitor: StaffActor
beforeAll(async () => {
  world = await openWorld()
  visitor = await makeStaff(world, await makeMunicipality(world), { role: 'visitor', secrecy: 'dutyOfDiscretion' })
})
afterAll(() => world.close())

test.each(['/in/%00', '/in/testgem?q=%00', '/my-volunteering?q=a%00b', '/inbox/%00'])(
  'an address with a NUL in it is refused before the database sees it: %s',
  async (path) => {
    expect((await world.as(visitor).get(path)).status).toBe(400)
  },
)

test.each(['multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'multipart/form-data;boundary="x"'])(
  'a form that is not what it says it is is refused as such: %s',
  async (type) => {
    const request = {
      method: 'POST',
      headers: { 'content-type': type, origin: 'http://localhost' },
      body: 'nothing of it',
    }
    for (const path of ['/in/testgem/my-card', '/sign-in/password', '/sign-in/links'])
      expect([path, (await world.app.web.request(`http://localhost${path}`, request)).status]).toEqual([path, 400])
  },
)

test.each(['/api/phone', '/api/rights/check', '/sign-in/password'])(
  'who is nobody yet cannot have much read: %s takes no more than a form holds',
  async (path) => {
    const body = JSON.stringify({ id: 'x'.repeat(300_000) })
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
    const response = await world.app.web.request(`http://localhost${path}`, { method: 'POST', headers, body })
    expect(response.status).toBe(413)
  },
)

const form = z.object({ version: seenVersion() })

test.each(['-1', '1.5', '2147483648', '1e308', 'NaN', 'x'])(
  '%s is no version that somebody can have seen',
  (version) => {
    expect(checkForm({ version }, form)).toMatchObject({ ok: false, errors: [{ field: 'version' }] })
  },
)

test('none yet, the first and a later one are versions', () => {
  for (const version of ['0', '1', '41']) expect(checkForm({ version }, form).ok).toBe(true)
})

test.each(['TRACE', 'PROPFIND'])('a request by %s is refused, and nothing of it comes back', async (method) => {
  const listening = await listen(world.app.web, { host: '127.0.0.1', port: 3231 })
  const { status, text } = await ask(listening.port, method)
  await listening.stop()
  expect(status).toBeGreaterThanOrEqual(400)
  expect(text).not.toContain('told-to-nobody')
})

test.each(['/.git/config', '/.env', '/package.json', '/var/keys/master-key', '/assets/', '/assets/../package.json'])(
  'what lies beside the program is not served: %s',
  async (path) => {
    const response = await world.app.web.request(`http://localhost${path}`)
    expect([path, response.status]).toEqual([path, 404])
  },
)

test.each(['/today', '/account', '/in/testgem', '/sign-in', '/nowhere'])('no cache keeps a page: %s', async (path) => {
  const response = await world.as(visitor).get(path)
  expect(response.headers.get('cache-control')).toContain('no-store')
})

test('every answer says what it is and lets nobody guess, frame or open it from elsewhere', async () => {
  for (const path of ['/today', '/nowhere', '/healthz', '/in/testgem/hsds/services']) {
    const { headers } = await world.as(visitor).get(path)
    expect([path, headers.get('content-type')]).toEqual([
      path,
      expect.stringMatching(/charset=utf-8|application\/json/i),
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/object-src 'none'.*|frame-ancestors 'none'/)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

/** Asks a server by any method, with a header that should not come back. */
const ask = (port: number, method: string) =>
  new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        method,
        path: '/sign-in',
        headers: { 'x-told': 'told-to-nobody', connection: 'close' },
      },
      async (answer) => resolve({ status: answer.statusCode ?? 0, text: (await answer.toArray()).join('') }),
    )
    asked.on('error', reject)
    asked.end()
  })
