import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import {
  browserWithCookies,
  makeColleague,
  moveClock,
  onADayEach,
  signInByLink,
} from '../../../../tests/support/sign-in/sign-in.ts'
import { makeMunicipality, type TestMunicipality, type World } from '../../../../tests/support/world.ts'
import { systemActor } from '../../access/actor.ts'
import { verifyAudit } from '../../audit/index.ts'

let world: World
let here: TestMunicipality
onADayEach((opened) => {
  ;({ world, here } = opened)
})
const password = 'kwikstaart oude brug'

/** What the logs say about memberships since the test began, in the order it happened. */
async function logged(ids: readonly string[]) {
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['municipality_id', 'actor_kind', 'action', 'reason', 'details'])
    .where('subject_id', 'in', [...ids])
    .where('at', '>=', new Date(world.now().getTime() - 3_600_000))
    .orderBy('municipality_id')
    .orderBy('sequence')
    .execute()
  return lines.map(({ actor_kind, action, reason }) => `${actor_kind}: ${action}, ${reason}`)
}

/** Somebody with a password and an app for codes, signed out. */
async function withPassword() {
  const colleague = await makeColleague(world, here)
  const browser = await signInByLink(world, colleague.email)
  await browser.post('/account/password', { password })
  const page = await (await browser.post('/account/second-factor', { password })).text()
  const [secret = ''] = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, value = '']) => value)
  const totp = new TOTP({ secret: secret.replaceAll(' ', '') })
  const codeNow = () => totp.generate({ timestamp: world.now().getTime() })
  await browser.post('/account/second-factor/verification', { code: codeNow() })
  moveClock(world, new Date(world.now().getTime() + 7_200_000).toISOString())
  return { ...colleague, codeNow }
}

test('signing in is a line of the log of the municipality, with the way', async () => {
  const { email, membershipId } = await makeColleague(world, here)
  await signInByLink(world, email)
  expect(await logged([membershipId])).toEqual(['staff: sign in, by mail link'])
})

test('a wrong password and a wrong code are lines of the log, and so is the right one', async () => {
  const { email, membershipId, codeNow } = await withPassword()
  const browser = browserWithCookies(world)
  await browser.post('/sign-in/password', { email, password: 'kwikstaart nieuwe brug' })
  await browser.post('/sign-in/password', { email, password })
  await browser.post('/sign-in/code', { code: '000000' === codeNow() ? '000001' : '000000' })
  await browser.post('/sign-in/code', { code: codeNow() })
  expect(await logged([membershipId])).toEqual([
    'system: refuse sign-in, wrong password',
    'system: refuse sign-in, wrong code',
    'staff: sign in, by password and code',
  ])
})

test('a code that nobody asked for is in no log, for it is of nobody', async () => {
  const before = await countLines()
  expect((await browserWithCookies(world).post('/sign-in/code', { code: '123456' })).status).toBe(422)
  const unknown = { email: 'niemand@test.example', password }
  expect((await browserWithCookies(world).post('/sign-in/password', unknown)).status).toBe(422)
  expect(await countLines()).toBe(before)
})

test('who works in two municipalities is in the log of the one that is chosen, and wrong tries are in both', async () => {
  const { email, userId, membershipId } = await withPassword()
  const elsewhere = await makeMunicipality(world, 'Elders', '99077')
  const second = await makeColleague(world, elsewhere)
  await world.database.owner
    .updateTable('identity.membership')
    .set({ account_id: userId })
    .where('id', '=', second.membershipId)
    .execute()
  const both = [membershipId, second.membershipId]
  await browserWithCookies(world).post('/sign-in/password', { email, password: 'kwikstaart nieuwe brug' })
  expect(await logged(both)).toEqual(Array(2).fill('system: refuse sign-in, wrong password'))
  const browser = await signInByLink(world, email)
  expect(await logged(both)).toHaveLength(2)
  await browser.post('/memberships', { membershipId: second.membershipId })
  expect(await logged([second.membershipId])).toContain('staff: sign in, by choosing a membership')
})

test('the chain of the log stays whole with them in it, and says nothing about who it was but an identifier', async () => {
  const { email, name, membershipId } = await makeColleague(world, here)
  await signInByLink(world, email)
  const check = await world.app.transact(systemActor(here.id, 'verify'), verifyAudit)
  expect(check.kind).toBe('whole')
  const { rows } = await world.database.ownerPool.query(
    'select l::text as line from audit.line l where subject_id = $1',
    [membershipId],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].line).not.toContain(email)
  expect(rows[0].line).not.toContain(name)
})

async function countLines(): Promise<number> {
  const { rows } = await world.database.ownerPool.query('select count(*)::int as lines from audit.line')
  return rows[0].lines
}
