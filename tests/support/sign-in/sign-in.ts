import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import type { StaffActor } from '../../../src/platform/access/actor.ts'
import type { Mail } from '../../../src/platform/mail/index.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from '../world.ts'

/** Moves the clock of the world and that of the library that signs in, which reads the machine's. */
export function moveClock(world: World, moment: string): void {
  vi.setSystemTime(moment)
  world.setNow(moment)
}

/** Somebody with an account, a membership and an address to write to. */
export async function makeColleague(world: World, here: TestMunicipality, over: Partial<StaffActor> = {}) {
  const actor = await makeStaff(world, here, over)
  return { ...actor, email: `${actor.userId}@test.example` }
}

/** A browser that keeps its cookies. */
export function browserWithCookies(world: World): Browser & { cookies(): ReadonlyMap<string, string> } {
  const jar = new Map<string, string>()
  const header = (): Record<string, string> =>
    jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const ask = async (path: string, init: RequestInit) =>
    keep(await world.app.web.request(`http://localhost${path}`, { redirect: 'manual', ...init }))
  return {
    cookies: () => jar,
    get: (path, headers = {}) => ask(path, { headers: { ...header(), ...headers } }),
    post: (path, form) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const item of [value].flat()) body.append(name, item)
      const type = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
      return ask(path, { method: 'POST', body: body.toString(), headers: { ...header(), ...type } })
    },
    postJson: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...header(), origin: 'http://localhost', 'content-type': 'application/json' },
      }),
    postFiles: (path, body) =>
      ask(path, { method: 'POST', body, headers: { ...header(), origin: 'http://localhost' } }),
  }
}

/** The newest mail that waits for an address; the jobs that send it do not run in tests of routes. */
export async function mailTo(world: World, email: string): Promise<Mail | undefined> {
  const mails = await waitingMails(world)
  return mails.findLast(({ to }) => to === email)
}

/** The first link in a mail. */
export function linkIn(mail: Mail | undefined): URL {
  return new URL(mail?.text.match(/https?:\S+/)?.[0] ?? 'http://nothing.invalid')
}

async function waitingMails({ database, vault }: World): Promise<readonly Mail[]> {
  const none = '00000000-0000-0000-0000-000000000000'
  const key = await vault.zone(none, none)
  const rows = await database.owner
    .selectFrom('platform.outgoing_mail')
    .select(['id', 'sealed'])
    .where('sealed', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, sealed }) =>
    sealed ? [JSON.parse(key.open({ column: 'platform.outgoing_mail.sealed', rowId: id }, sealed)) as Mail] : [],
  )
}

/** Asks a link for `email` and gives the token in it. */
export async function tokenMailedTo(world: World, email: string): Promise<string> {
  await browserWithCookies(world).post('/sign-in/links', { email })
  return linkIn(await mailTo(world, email)).searchParams.get('token') ?? ''
}

/** A browser signed in by a link in a mail. */
export async function signInByLink(world: World, email: string) {
  const browser = browserWithCookies(world)
  const entered = await browser.post('/sign-in/link', { token: await tokenMailedTo(world, email) })
  if (entered.status !== 303) throw new Error(`Signing in gave ${entered.status}.`)
  return browser
}

/**
 * A world with real sessions for the tests of a file, under a clock they can move. Each test is on a day of its own, so that
 * tries to sign in do not count together. `take` gets what was opened.
 */
export function onADayEach(
  take: (opened: { world: World; here: TestMunicipality }) => void,
  over: Parameters<typeof openWorld>[0] = {},
): void {
  let world: World | undefined
  let day = 0
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    world = await openWorld(over, { sessions: 'real' })
    take({ world, here: await makeMunicipality(world) })
  })
  beforeEach(() => {
    day += 1
    if (world) moveClock(world, new Date(Date.parse('2026-11-23T08:00:00Z') + day * 86_400_000).toISOString())
  })
  afterAll(async () => {
    vi.useRealTimers()
    await world?.close()
  })
}
