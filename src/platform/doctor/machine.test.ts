import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { configFrom } from '../config/config.ts'
import { readEnvironment } from '../config/env.ts'
import { examineDatabase } from './database.ts'
import { examineBackupKey, examineDisk, examineKeyFile, examineMail, examineNames, examineSettings } from './machine.ts'

const settings = (values: Record<string, string>) => configFrom(readEnvironment(values), tmpdir())
const statesOf = (values: Record<string, string>) => examineSettings(settings(values)).map(({ state }) => state)

test('settings of a demo agree; those of a real installation want an address with https', () => {
  expect(statesOf({})).toEqual(['well'])
  expect(statesOf({ MEERNET_BASE_URL: 'http://meernet.example' })).toContain('wrong')
  expect(statesOf({ MEERNET_BASE_URL: 'https://meernet.example' })).toEqual(['attention'])
  expect(statesOf({ MEERNET_BASE_URL: 'https://meernet.example', MEERNET_BEHIND_PROXY: 'yes' })).toEqual(['well'])
  expect(statesOf({ MEERNET_DEMO: 'no' })).toEqual(['attention', 'attention'])
})

test('a sender without an address is wrong, however it is written', () => {
  expect(statesOf({ MEERNET_MAIL_FROM: 'Zorgzame buurt Pelt' })).toEqual(['wrong'])
  for (const right of ['care@town.example', 'Zorg, Pelt <care@town.example>', '"Zorg" <care@[192.0.2.1]>'])
    expect([right, statesOf({ MEERNET_MAIL_FROM: right })]).toEqual([right, ['well']])
})

test('measurements on the port of the pages are wrong, unless on another address or where no pages are', () => {
  const both = { PORT: '3090', MEERNET_METRICS_PORT: '3090' }
  expect(statesOf(both)).toEqual(['wrong'])
  expect(statesOf({ ...both, MEERNET_METRICS_HOST: '192.0.2.1' })).toEqual(['well'])
  expect(statesOf({ PORT: '0', MEERNET_METRICS_PORT: '0' })).toEqual(['well'])
  const worker = { MEERNET_ROLE: 'worker', DATABASE_URL: 'postgres://localhost/meernet', MEERNET_DEMO: 'yes' }
  expect(statesOf({ ...both, ...worker })).toEqual(['well'])
})

test('a setting with a typing error is named, for nothing reads it', () => {
  expect(examineNames(['MEERNET_BEHIND_PROX'])).toMatchObject([
    { state: 'attention', words: expect.stringContaining('MEERNET_BEHIND_PROX is no setting') },
  ])
})

test('the key that seals backups is looked at before the night in which it is needed', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'meernet-doctor-')), 'backup-key')
  const found = (more: Record<string, string> = {}) =>
    examineBackupKey(settings({ MEERNET_BACKUP_KEY_FILE: file, ...more }))
  expect(found()).toMatchObject([{ state: 'wrong', words: expect.stringContaining('cannot be read (ENOENT)') }])
  writeFileSync(file, 'too short', { mode: 0o600 })
  expect(found()).toMatchObject([{ state: 'wrong', words: expect.stringContaining('32-byte key') }])
  writeFileSync(file, Buffer.alloc(32, 7).toString('base64'))
  expect(found()).toMatchObject([{ state: 'well' }])
  chmodSync(file, 0o644)
  expect(found()).toMatchObject([{ state: 'wrong', words: expect.stringContaining('can be read by others') }])
  chmodSync(file, 0o600)
  expect(found({ MEERNET_BACKUP_PASSPHRASE: 'five words that are long' })).toMatchObject([{ state: 'wrong' }])
  expect(examineBackupKey(settings({}))).toEqual([])
})

test('the disk is measured where the data are', async () => {
  const { words } = await examineDisk({ varFolder: tmpdir() })
  expect(words).toMatch(/GB free \(\d+ %\)/)
})

test('before the first start it is measured where the data will be', async () => {
  expect((await examineDisk({ varFolder: join(tmpdir(), 'not', 'made', 'yet') })).words).toContain('GB free')
})

test('a mail server that answers is well; one that is away or speaks no mail is not', async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
  })
  expect((await examineMail({ smtpUrl: `smtp://127.0.0.1:${port}`, demo: false })).state).toBe('well')
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(await examineMail({ smtpUrl: `smtp://127.0.0.1:${port}`, demo: false })).toMatchObject({ state: 'wrong' })
  expect((await examineMail({ smtpUrl: undefined, demo: false })).state).toBe('attention')
})

test('a mail server that never speaks does not keep the doctor waiting for ever', async () => {
  const silent = createServer()
  const port = await new Promise<number>((resolve) =>
    silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port)),
  )
  expect((await examineMail({ smtpUrl: `smtp://127.0.0.1:${port}`, demo: false })).state).toBe('wrong')
  silent.close()
})

test('a key that others can read is named with the cure, and so is one that is missing', () => {
  const varFolder = mkdtempSync(join(tmpdir(), 'meernet-doctor-'))
  const config = { masterKey: undefined, varFolder }
  expect(examineKeyFile(config)).toMatchObject([{ state: 'attention' }])
  mkdirSync(join(varFolder, 'keys'), { mode: 0o700 })
  expect(examineKeyFile(config)).toMatchObject([{ state: 'wrong', cure: expect.stringContaining('restore a backup') }])
  const file = join(varFolder, 'keys', 'master-key')
  writeFileSync(file, 'x', { mode: 0o600 })
  expect(examineKeyFile(config)).toMatchObject([{ state: 'well' }])
  chmodSync(file, 0o644)
  expect(examineKeyFile(config)).toMatchObject([{ state: 'wrong', cure: `Run: chmod 600 ${file}` }])
})

test('a database that is away is said in words', async () => {
  const away = { isEmbedded: false, migrations: [], masterKeys: undefined, clock: () => new Date() }
  const [finding] = await examineDatabase({ ...away, url: 'postgres://nobody@127.0.0.1:9/none' })
  expect(finding).toMatchObject({ area: 'database', state: 'wrong', words: expect.stringContaining('ECONNREFUSED') })
})
