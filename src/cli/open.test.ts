import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { configFrom } from '../platform/config/config.ts'
import { readEnvironment } from '../platform/config/env.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { createMunicipality } from '../registers/municipalities/index.ts'
import { openForCommand } from './open.ts'

// A data folder of its own, on which a server has to be started: slower than a world, and what this is about.
const folder = mkdtempSync(join(tmpdir(), 'meernet-command-'))
chmodSync(folder, 0o755)
const config = configFrom(readEnvironment({ MEERNET_VAR: folder }), folder)
let said: string[] = []
beforeEach(() => {
  said = []
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = () => openForCommand(config, 'migrations', (sentence) => void said.push(sentence))

/** Whether a server runs on the folder; one that this question starts is stopped again. */
async function isRunning(): Promise<boolean> {
  const server = await startEmbedded(folder)
  if (server.startedHere) await server.stop()
  return !server.startedHere
}

test('the first command makes the database, and when it is done no server is left behind', async () => {
  const opened = await open()
  expect(opened.ranMigrations.length).toBeGreaterThan(3)
  expect(said.join(' ')).toContain('Keep a copy elsewhere')
  await opened.close()
  expect(await isRunning()).toBe(false)
  const again = await open()
  expect(again.ranMigrations).toEqual([])
  await again.close()
})

test('a command leaves the server of others running, and the last one stops it', async () => {
  const [first, second] = [await open(), await open()]
  const { url } = await startEmbedded(folder)
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await first.close()
  await second.close()
  expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await other.end()
  await (await open()).close()
  expect(await isRunning()).toBe(false)
})

test('an installation in which a command made a municipality never becomes a demo', async () => {
  const opened = await open()
  const { owner } = opened.needs
  const municipality = {
    nisCode: '71001',
    name: 'Proefgem',
    slug: 'proefgem',
    jurisdiction: 'flanders',
    languages: ['nl'],
  } as const
  expect(await owner.selectFrom('platform.installation').select('kind').execute()).toEqual([])
  await createMunicipality(owner, municipality)
  await opened.close()
  const later = await open()
  expect(await later.needs.owner.selectFrom('platform.installation').select('kind').execute()).toEqual([
    { kind: 'real' },
  ])
  await later.close()
})
