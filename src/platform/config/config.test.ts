import { expect, test } from 'vitest'
import { configFrom } from './config.ts'
import { readEnvironment, unknownSettings } from './env.ts'

const configOf = (env: Record<string, string>) => configFrom(readEnvironment(env), '/srv/meernet')

test('without any setting a demo starts on port 3000 with its own database', () => {
  expect(configOf({})).toMatchObject({ demo: true, port: 3000, databaseUrl: undefined, varFolder: '/srv/meernet/var' })
})

test('one’s own database is meant for real unless said otherwise', () => {
  expect(configOf({ DATABASE_URL: 'postgres://localhost/meernet' }).demo).toBe(false)
  expect(configOf({ DATABASE_URL: 'postgres://localhost/meernet', MEERNET_DEMO: 'yes' }).demo).toBe(true)
})

test.each([
  [{ PORT: 'eighty' }, /PORT is "eighty"/],
  [{ PORT: '70000' }, /PORT is "70000"/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must start with postgres/],
  [{ MEERNET_BASE_URL: 'meernet' }, /MEERNET_BASE_URL/],
  [{ MEERNET_BASE_URL: 'meernet.example:443' }, /MEERNET_BASE_URL is "meernet.example:443"; give a whole address/],
  [{ MEERNET_BASE_URL: 'https://town.example/meernet' }, /MEERNET_BASE_URL.+ a name of its own/],
  [{ MEERNET_DEMO: 'maybe' }, /MEERNET_DEMO is "maybe"; give yes or no/],
  [{ MEERNET_BEHIND_PROXY: '1' }, /MEERNET_BEHIND_PROXY is "1"/],
  [{ MEERNET_MASTER_KEY: 'c2hvcnQ=' }, /MEERNET_MASTER_KEY must be 32 bytes/],
  [{ MEERNET_LARGEST_FILE_MB: '1.5' }, /MEERNET_LARGEST_FILE_MB is "1.5"/],
  [{ MEERNET_LOG: 'loud' }, /MEERNET_LOG is "loud"/],
  [{ SMTP_URL: 'mail.example:587' }, /SMTP_URL must be an address such as smtp:/],
  [{ SMTP_URL: 'https://name:secret@mail.example' }, /^(?!.*secret).*SMTP_URL must be an address/],
])('a setting that cannot be is refused by name: %o', (env, sentence) => {
  expect(() => configOf(env)).toThrow(sentence)
})

test('several that cannot be are all named at once', () => {
  const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://x', MEERNET_LOG: 'loud' }
  expect(() => configOf(wrong)).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringContaining('DATABASE_URL must'),
        expect.stringContaining('PORT is'),
        expect.stringContaining('MEERNET_LOG is'),
      ],
    }),
  )
})

test('an empty value counts as absent', () => {
  expect(configOf({ PORT: ' ' }).port).toBe(3000)
})

test('the address is kept as browsers say it, so that forms from it are taken for our own', () => {
  for (const typed of ['https://Meernet.Example/', 'HTTPS://meernet.example', 'https://meernet.example:443'])
    expect([typed, configOf({ MEERNET_BASE_URL: typed }).baseUrl]).toEqual([typed, 'https://meernet.example'])
  expect(configOf({ MEERNET_BASE_URL: 'http://localhost:3000' }).baseUrl).toBe('http://localhost:3000')
})

test('a name that begins as ours and is none of them is found, whatever its value', () => {
  const typed = { MEERNET_BEHIND_PROX: 'yes', MEERNET_VAR: '/srv', PATH: '/bin', MEERNET_MAILFROM: 'care@town.example' }
  expect(unknownSettings(typed)).toEqual(['MEERNET_BEHIND_PROX', 'MEERNET_MAILFROM'])
})
