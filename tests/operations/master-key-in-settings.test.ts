import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationSecret } from '../../src/platform/encryption/installation-secret.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { openDemoWorld } from '../support/demo-world.ts'
import { runCommand, startMeernet } from '../support/process.ts'
import type { World } from '../support/world.ts'

// One story, as the guide tells it, for who keeps the master key in the settings of several processes.
const varFolder = mkdtempSync(join(tmpdir(), 'meernet-key-settings-'))
chmodSync(varFolder, 0o755)
const next = randomBytes(32)
let world: World
let present: Buffer

beforeAll(async () => {
  world = await openDemoWorld()
  present = world.masterKey
  // As the first start of an installation does.
  await installationSecret(world.database.owner, () => [present])
})
afterAll(async () => {
  await world.close()
  rmSync(varFolder, { recursive: true, force: true })
})

test('a new key without the present one beside it opens nothing, and the program says so and does not start', async () => {
  const { exitCode, output } = await start({ MEERNET_MASTER_KEY: asText(next) })
  expect(exitCode).toBe(1)
  expect(output).toContain('master key')
  expect(output).not.toContain(asText(next))
})

test('with the present one beside it processes start, and one that still has only the present one works on', async () => {
  const both = { MEERNET_MASTER_KEY: asText(next), MEERNET_MASTER_KEY_OLD: asText(present) }
  expect((await start(both)).output).toContain('ready')
  expect((await start({ MEERNET_MASTER_KEY: asText(present) })).output).toContain('ready')
})

test('after the command the new key opens every text alone, the present one none, and a second time changes nothing', async () => {
  const both = { MEERNET_MASTER_KEY: asText(next), MEERNET_MASTER_KEY_OLD: asText(present) }
  const before = await aNote([present])
  const rotated = await runCommand(settings(both), ['keys', 'rotate', '--master-only'])
  expect(rotated.output).toContain('Take MEERNET_MASTER_KEY_OLD away everywhere')
  expect(rotated.exitCode).toBe(0)
  expect(await aNote([next])).toBe(before)
  await expect(aNote([present])).rejects.toThrow()
  expect((await runCommand(settings(both), ['keys', 'rotate', '--master-only'])).exitCode).toBe(0)
  expect(await aNote([next])).toBe(before)
})

test('then the present one is taken away: the new one starts alone, and the present one does not start any more', async () => {
  expect((await start({ MEERNET_MASTER_KEY: asText(next) })).output).toContain('ready')
  const { exitCode, output } = await start({ MEERNET_MASTER_KEY: asText(present) })
  expect(exitCode).toBe(1)
  expect(output).toContain('master key')
})

const asText = (key: Buffer) => key.toString('base64')
const settings = (keys: Readonly<Record<string, string>>) => ({
  DATABASE_URL: world.database.url,
  MEERNET_VAR: varFolder,
  ...keys,
})

/** Starts a process; one that gets ready is stopped again. */
async function start(keys: Readonly<Record<string, string>>) {
  const { child, ended, says, output } = startMeernet({ ...settings(keys), PORT: '5600' })
  await says(/ready: http/).then(
    () => child.kill('SIGTERM'),
    () => undefined,
  )
  return { exitCode: await ended, output: output() }
}

/** The first note of the demo, opened with these keys. */
async function aNote(keys: readonly Buffer[]): Promise<string> {
  const { rows } = await sql<{ municipality_id: string; zone_id: string; id: string; text: Buffer }>`
    select municipality_id, zone_id, id, text from guidance.note order by id limit 1`.execute(world.database.owner)
  const [note] = rows
  if (!note) throw new Error('the demo has no note')
  const zone = await vaultOver(world.database.owner, () => keys).zone(note.municipality_id, note.zone_id)
  return zone.open({ column: 'guidance.note.text', rowId: note.id }, note.text)
}
