import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openDemoWorld } from '../support/demo-world.ts'
import { peopleOfNetegem } from '../support/netegem.ts'
import { type Running, startMeernet } from '../support/process.ts'
import type { World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-sent-full-'))
chmodSync(folder, 0o755)
const varFolder = join(folder, 'var')
let world: World
let running: Running | undefined

beforeAll(async () => {
  world = await openDemoWorld()
  mkdirSync(varFolder)
})
afterEach(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A limit on the size of a file stands in for the end of a disk: one of three megabytes fits, one of six does not. */
const littleRoom = ['bash', '-c', 'ulimit -f 4096; exec "$@"', '-']
/** A disk of its own that takes no more names, as one that is full to the last block; where the machine gives none, the limit. */
const noNames = `mount -t tmpfs -o size=8m,nr_inodes=1 none '${varFolder}'; exec "$@"`
const ownDisk = ['unshare', process.getuid?.() === 0 ? '-m' : '-rm', 'bash', '-c', `set -e; ${noNames}`, '-']
const fullDisk = spawnSync(ownDisk[0] ?? '', [...ownDisk.slice(1), 'true']).status === 0 ? ownDisk : littleRoom

test.each([
  ['for a large file', littleRoom],
  ['for the name of a file', fullDisk],
])(
  'when the disk has no room %s the page says so, keeps what was typed, and nothing of the file stays',
  {
    timeout: 60_000,
  },
  async (_what, through) => {
    const refused = await (await senderAt(through))(6)
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Er is nu geen plaats voor dit bestand.')
    expect(refused.page).toContain('Gemeten in Netegem')
    expect(await kept()).toEqual([])
  },
)

test('after a file for which there was no room, one that fits is taken', async () => {
  const send = await senderAt(littleRoom)
  await send(6)
  expect(readdirSync(join(varFolder, 'sent'))).toEqual([])
  expect((await send(3)).status).toBe(303)
  expect(await kept()).toEqual([3 * 1024 * 1024])
})

/** A coordinator of Netegem at a process with its own data folder, who sends files of so many megabytes. */
async function senderAt(through: readonly string[]) {
  const settings = {
    DATABASE_URL: world.database.url,
    MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
    MEERNET_VAR: varFolder,
    MEERNET_ROLE: 'web',
    PORT: '5580',
  }
  running = startMeernet(settings, [], through)
  const [, address = ''] = await running.says(/ready: (http:\/\/localhost:\d+)/)
  const cookie = await signIn(address)
  return async (megabytes: number) => {
    const form = new FormData()
    form.set('source', 'Gemeten in Netegem')
    form.set('file', new File(['0123456789abcde\n'.repeat(megabytes * 65_536)], 'cijfers.csv'))
    const answer = await fetch(`${address}/analysis/figures/imports`, {
      method: 'POST',
      body: form,
      headers: { cookie, origin: address },
      redirect: 'manual',
    })
    return { status: answer.status, page: await answer.text() }
  }
}

async function signIn(address: string): Promise<string> {
  const coordinator = (await peopleOfNetegem(world)).find(({ name }) => name === 'Sofie De Wilde')
  const entered = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams({ membershipId: coordinator?.membershipId ?? '' }),
    headers: { origin: address },
    redirect: 'manual',
  })
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The sizes of the files that were taken in. */
async function kept(): Promise<readonly number[]> {
  const { rows } = await sql<{ bytes: number }>`select size_bytes::int as bytes from platform.sent_file`.execute(
    world.database.owner,
  )
  return rows.map(({ bytes }) => bytes)
}
