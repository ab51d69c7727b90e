import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkIn, mailTo, makeColleague, onADayEach, signInByLink } from '../../../../tests/support/sign-in/sign-in.ts'
import type { TestMunicipality, World } from '../../../../tests/support/world.ts'
import { leakedPasswordsIn } from './leaked-passwords.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-leaked-'))
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()

/** A list as it is published, of these passwords. */
function listOf(passwords: readonly string[], end = '\r\n', count = (_place: number) => ':1'): string {
  const file = join(folder, `${Math.random()}.txt`)
  const lines = passwords.map(hashOf).toSorted()
  writeFileSync(file, lines.map((hash, place) => `${hash}${count(place)}`).join(end) + end)
  return file
}
const leaked = 'kwikstaart oude brug'
let world: World
let here: TestMunicipality
onADayEach(
  (opened) => {
    ;({ world, here } = opened)
  },
  { isLeaked: leakedPasswordsIn(listOf([leaked])) },
)

const some = (many: number) => Array.from({ length: many }, (_, place) => `gelekt wachtwoord ${place}`)

test.each([1, 2, 3, 10, 1000])('every password of a list of %i is found, and none that is not in it', async (many) => {
  const isLeaked = leakedPasswordsIn(listOf(some(many), '\r\n', (place) => `:${10 ** (place % 8)}`))
  const found = await Promise.all(some(many).map((password) => isLeaked(password)))
  expect(found.filter((one) => !one)).toEqual([])
  const others = await Promise.all(some(200).map((password) => isLeaked(`niet ${password}`)))
  expect(others.filter((one) => one)).toEqual([])
})

test('a list without counts, in small letters or without an end of its last line, will do', async () => {
  const file = join(folder, 'plain.txt')
  writeFileSync(file, some(20).map(hashOf).toSorted().join('\n').toLowerCase())
  const isLeaked = leakedPasswordsIn(file)
  for (const password of some(20)) expect(await isLeaked(password)).toBe(true)
  expect(await isLeaked('kwikstaart oude brug')).toBe(false)
})

test.each([
  ['a list of the passwords themselves', 'wachtwoord\n123456\n'],
  ['an empty file', ''],
])('%s is refused at the start, in a sentence', (_what, content) => {
  const file = join(folder, 'wrong.txt')
  writeFileSync(file, content)
  expect(() => leakedPasswordsIn(file)).toThrow(/MEERNET_LEAKED_PASSWORDS/)
  expect(() => leakedPasswordsIn(join(folder, 'not-there.txt'))).toThrow(/cannot be read/)
})

test('where a list is given, a password on it is neither chosen nor set anew, and a page says why', async () => {
  const why = 'Dit wachtwoord is ooit gelekt'
  const { email } = await makeColleague(world, here)
  const browser = await signInByLink(world, email)
  const refused = await browser.post('/account/password', { password: leaked })
  expect([refused.status, (await refused.text()).includes(why)]).toEqual([422, true])
  expect((await browser.post('/account/password', { password: 'merelzang bij dageraad' })).status).toBe(303)
  await browser.post('/sign-in/password/link', { email })
  const token = linkIn(await mailTo(world, email)).searchParams.get('token') ?? ''
  const anew = await browser.post('/sign-in/password/new', { token, password: leaked })
  expect([anew.status, (await anew.text()).includes(why)]).toEqual([422, true])
})
