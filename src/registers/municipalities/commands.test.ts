import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/support/world.ts'
import type { CommandResult } from '../../platform/command-line/command.ts'
import { addIdentityCommands } from './commands.ts'
import { municipalityByNisCode } from './municipality-store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Runs a command; `address` is where the settings say that people reach the installation. */
async function meernetAt(address: string | undefined, ...args: readonly string[]): Promise<CommandResult | undefined> {
  let result: CommandResult | undefined
  const program = new Command('meernet').exitOverride()
  addIdentityCommands(program, async (work) => {
    const { transact } = world.app
    const { owner } = world.database
    result = await work({ owner, transact, transactAsOwner: transact, clock: world.now, address })
  })
  await program.parseAsync([...args], { from: 'user' })
  return result
}
const meernet = (...args: readonly string[]) => meernetAt(undefined, ...args)

test('a real installation begins with a municipality and an invitation for its administrator', async () => {
  await meernet('municipality', 'add', '--nis', '72043', '--name', 'Pelt')
  expect(await municipalityByNisCode(world.database.owner, '72043')).toMatchObject({
    slug: 'pelt',
    jurisdiction: 'flanders',
    languages: ['nl'],
  })
  const invited = await meernet('invite', '--municipality', '72043', '--email', 'beheer@pelt.example')
  const { pathname } = new URL(String(invited?.json.link))
  const page = await world.as().get(pathname)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Pelt')
})

test('an invitation leads to where the settings say that people reach us, unless another address is given', async () => {
  const asked = ['invite', '--municipality', '72043', '--email', 'tweede@pelt.example']
  const originOf = async (...args: readonly string[]) =>
    new URL(String((await meernetAt('https://meernet.example', ...args))?.json.link)).origin
  expect(await originOf(...asked)).toBe('https://meernet.example')
  expect(await originOf(...asked, '--address', 'https://elders.example/')).toBe('https://elders.example')
})

test('P24 Brussels begins in two languages, under its own law', async () => {
  await meernet('municipality', 'add', '--nis', '21004', '--name', 'Brussel')
  expect(await municipalityByNisCode(world.database.owner, '21004')).toMatchObject({
    jurisdiction: 'brussels',
    languages: ['nl', 'fr'],
  })
})

test.each([
  [['municipality', 'add', '--nis', '7204', '--name', 'Pelt'], /five digits/],
  [['municipality', 'add', '--nis', '72043', '--name', 'Pelt'], /already/],
  [['municipality', 'add', '--nis', '62063', '--name', 'Liège'], /--jurisdiction/],
  [['municipality', 'add', '--nis', '72044', '--name', 'X', '--languages', 'nl,xx'], /languages/],
  [['invite', '--municipality', '11111', '--email', 'a@b.example'], /no municipality/],
  [['invite', '--municipality', '72043', '--email', 'geen adres'], /e-mail/],
  [['invite', '--municipality', '72043', '--email', 'a@b.example', '--role', 'chef'], /--role/],
  [['invite', '--municipality', '72043', '--email', 'a@b.example', '--zone', 'Nergens'], /zones are/],
  [['invite', '--municipality', '72043', '--email', 'a@b.example', '--secrecy', 'professionalSecrecy'], /--proof/],
])('meernet %s is refused with a sentence', async (args, sentence) => {
  await expect(meernet(...args)).rejects.toThrow(sentence)
})
