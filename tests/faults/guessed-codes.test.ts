import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyone } from '../../src/platform/access/rule.ts'
import { ruleOf } from '../../src/platform/http/index.ts'
import { makeMunicipality, openWorld, type World } from '../support/world.ts'

/** Somebody who guesses codes and links from one place, everywhere a stranger can type or open one. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeMunicipality(world)
})
afterAll(() => world.close())

type Guess = (tried: number) => readonly [path: string, form: Readonly<Record<string, string>>]

const token = (tried: number) => String(tried).padStart(43, 'a')
const guesses: readonly (readonly [what: string, guess: Guess, most: number])[] = [
  ['the code of a card', (tried) => ['/in/testgem/my-card', { code: `C7RM4XHP9${100 + tried}` }], 10],
  ['the code of a letter', (tried) => ['/in/testgem/opt-out', { code: `K7MP2QX${10 + tried}` }], 20],
  ['a handover by link', (tried) => [`/in/testgem/handover/${token(tried)}`, { code: '12345678' }], 30],
  ['sending a card', () => ['/in/testgem/card/check', {}], 20],
  ['beginning a card', () => ['/in/testgem/card', {}], 60],
  ['a mail to sign in', (tried) => ['/sign-in/links', { email: `x${tried}@test.example` }], 30],
  ['a mail for a new password', (tried) => ['/sign-in/password/link', { email: `x${tried}@test.example` }], 30],
  ['a link to sign in', (tried) => ['/sign-in/link', { token: token(tried) }], 60],
]

test.each(guesses)(
  '%s is tried as often as the note for administrators says, not more, and can be tried later',
  {
    timeout: 60_000,
  },
  async (_what, guess, most) => {
    const nobody = world.as()
    const later = () => world.setNow(new Date(world.now().getTime() + 16 * 60_000))
    later()
    const statuses: number[] = []
    for (let tried = 0; tried <= most; tried += 1) statuses.push((await nobody.post(...guess(tried))).status)
    expect(statuses.slice(0, most)).not.toContain(429)
    expect(statuses.slice(0, most).filter((status) => status >= 500)).toEqual([])
    expect(statuses[most]).toBe(429)
    later()
    expect((await nobody.post(...guess(most + 1))).status).not.toBe(429)
  },
)

test('the number of a phone is guessed two thousand times from one place, not more, and a wrong one hears nothing', async () => {
  world.setNow(new Date(world.now().getTime() + 16 * 60_000))
  const nobody = world.as()
  const report = async () => {
    const answer = await nobody.postJson('/api/phone', { id: uuidv7() })
    return `${answer.status} ${answer.status === 200 ? await answer.text() : ''}`
  }
  const answers = new Set<string>()
  for (let tried = 0; tried < 2000; tried += 20)
    for (const answer of await Promise.all(Array.from({ length: 20 }, report))) answers.add(answer)
  expect([...answers]).toEqual(['200 {"wipe":false}'])
  expect(await report()).toBe('429 ')
})

test('a wrong code, a used link and one that never was answer the same', async () => {
  world.setNow(new Date(world.now().getTime() + 16 * 60_000))
  const bodyOf = async (path: string, form: Record<string, string>) => {
    const response = await world.as().post(path, form)
    return [response.status, (await response.text()).replaceAll(/value="[^"]*"/g, '')]
  }
  const [first, second] = [token(1), token(2)]
  expect(await bodyOf('/sign-in/link', { token: first })).toEqual(await bodyOf('/sign-in/link', { token: second }))
  const page = (one: string) => bodyOf(`/in/testgem/handover/${one}`, { code: '12345678' })
  const withoutToken = async (one: string) => JSON.stringify(await page(one)).replaceAll(one, '')
  expect(await withoutToken(first)).toBe(await withoutToken(second))
})

/** Where else guessing is tried, or why there is nothing to guess. */
const elsewhere: Readonly<Record<string, string>> = {
  '/api/phone': 'above: what a phone calls itself',
  '/in/:municipality/handover/:token/acceptance': 'only after the code, in the browser that gave it; counts with it',
  '/in/:municipality/handover/:token/refusal': 'only after the code, in the browser that gave it; counts with it',
  '/invitations/:token': 'stolen-sessions.test.ts',
  '/sign-in/code': 'stolen-sessions.test.ts',
  '/sign-in/passkey': 'stolen-sessions.test.ts',
  '/sign-in/password': 'sign-in.test.ts, second-factor.test.ts',
  '/sign-in/password/new': 'stolen-sessions.test.ts',
}

test('every route that takes a code or link of a stranger is tried, here or elsewhere', () => {
  const open = world.app.web.routes.filter(({ method, handler }) => method === 'POST' && ruleOf(handler) === everyone)
  const takesSecret = open.filter(({ path }) => /:token|\/sign-in|code|(opt-out|my-card|api\/phone)$/.test(path))
  const tried = guesses.map(([, guess]) => guess(1)[0].replace('testgem', ':municipality').replace(token(1), ':token'))
  const paths = new Set(takesSecret.map(({ path }) => path))
  expect(paths.size).toBeGreaterThan(10)
  expect([...paths].filter((path) => !tried.includes(path) && !(path in elsewhere))).toEqual([])
})
