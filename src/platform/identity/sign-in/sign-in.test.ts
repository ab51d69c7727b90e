import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { browserWithCookies, linkIn, mailTo, makeColleague, moveClock } from '../../../../tests/support/sign-in.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await openWorld({}, { sessions: 'real' })
  moveClock(world, '2026-11-23T08:00:00Z')
  here = await makeMunicipality(world)
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
})

test('a link in a mail signs in, once', async () => {
  const colleague = await makeColleague(world, here)
  const browser = browserWithCookies(world)
  expect((await browser.post('/sign-in/links', { email: colleague.email })).headers.get('location')).toBe(
    '/sign-in/links',
  )
  const mail = await mailTo(world, colleague.email)
  const link = linkIn(mail)
  const page = await browser.get(link.pathname + link.search)
  expect(await page.text()).toContain('action="/sign-in/link"')
  const token = link.searchParams.get('token') ?? ''
  const entered = await browser.post('/sign-in/link', { token })
  expect(entered.headers.get('location')).toBe('/today')
  expect((await browser.get('/today')).status).toBe(200)
  const again = await browserWithCookies(world).post('/sign-in/link', { token })
  expect(again.status).toBe(410)
})
