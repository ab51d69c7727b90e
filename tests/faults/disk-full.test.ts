import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../src/platform/doctor/index.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import { runCommand } from '../support/process.ts'
import type { World } from '../support/world.ts'

// The limit on the size of a file stands in for the end of a disk: a write beyond it fails in the same way, and needs no disk
// of its own.
const folder = mkdtempSync(join(tmpdir(), 'meernet-full-'))
chmodSync(folder, 0o755)
const backups = mkdtempSync(join(folder, 'backups-'))
let world: World
let env: Record<string, string>

beforeAll(async () => {
  world = await openDemoWorld()
  env = {
    DATABASE_URL: world.database.url,
    MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
    MEERNET_VAR: folder,
    MEERNET_BACKUP_PASSPHRASE: 'vijf woorden op een rij',
  }
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a disk that fills up during a backup leaves no half file, and the one of yesterday stays', async () => {
  const file = join(backups, 'whole.meernet')
  writeFileSync(file, 'the good one of yesterday')
  const { exitCode, output } = await runCommand(env, ['backup', file, '--no-verify'], 'ulimit -f 40')
  expect(exitCode).toBe(1)
  expect(output).toMatch(/EFBIG|ENOSPC/)
  expect(readdirSync(backups)).toEqual(['whole.meernet'])
  expect(readFileSync(file, 'utf8')).toBe('the good one of yesterday')
})

test('with room again the same command makes the backup, proves it, and it restores by command', async () => {
  const file = join(backups, 'whole.meernet')
  const made = await runCommand(env, ['backup', file])
  expect(made.output).toMatch(/Restored it aside to prove it: \d+ rows/)
  expect(made.output).toContain('The master key is in it')
  expect(made.exitCode).toBe(0)
  expect(readdirSync(folder).filter((name) => name.startsWith('meernet-verify'))).toEqual([])

  const elsewhere = mkdtempSync(join(folder, 'elsewhere-'))
  chmodSync(elsewhere, 0o755)
  const there = { MEERNET_VAR: elsewhere, MEERNET_BACKUP_PASSPHRASE: 'vijf woorden op een rij' }
  const restored = await runCommand(there, ['restore', file])
  expect(restored.output).toMatch(/Restored \d+ rows/)
  expect(readFileSync(join(elsewhere, 'keys', 'master-key'), 'utf8').trim()).toBe(world.masterKey.toString('base64'))
  const doctor = await runCommand(there, ['doctor', '--json'])
  const { findings } = JSON.parse(doctor.output) as { readonly findings: readonly Finding[] }
  // Jobs of the demo wait for a process to run, longer than is well when there was much to do before this.
  expect(findings.filter(({ area, state }) => state !== 'well' && area !== 'work')).toEqual([])
  expect(findings.length).toBeGreaterThan(8)
  const audit = await runCommand(there, ['audit', 'verify'])
  expect(audit.output).toMatch(/Netegem: whole/)

  const again = await runCommand(there, ['restore', file])
  expect(again.exitCode).toBe(1)
  expect(again.output).toContain('is not empty')
})

test('a wrong passphrase and a file that is not there are said in a sentence, and leave no key behind', async () => {
  const elsewhere = mkdtempSync(join(folder, 'wrong-'))
  chmodSync(elsewhere, 0o755)
  const there = { MEERNET_VAR: elsewhere, MEERNET_BACKUP_PASSPHRASE: 'zes andere woorden op een rij' }
  const wrong = await runCommand(there, ['restore', join(backups, 'whole.meernet')])
  expect(wrong.output).toContain('the passphrase or key file is another one')
  expect(existsSync(join(elsewhere, 'keys', 'master-key'))).toBe(false)
  expect((await runCommand(there, ['restore', '/nowhere'])).output).toContain('/nowhere is not there')
})
