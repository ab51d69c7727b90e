import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const varFolder = mkdtempSync(join(tmpdir(), 'meernet-process-'))
chmodSync(varFolder, 0o755)
const started: Running[] = []

type Running = {
  readonly child: ChildProcess
  output(): string
  says(words: RegExp): Promise<RegExpMatchArray>
  ended: Promise<number | null>
}

afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  rmSync(varFolder, { recursive: true, force: true })
})

test('the first start makes keys only the owner can read, loads the demo and prints where it is', async () => {
  const first = start()
  const [, address = ''] = await first.says(/ready: (http:\/\/localhost:\d+)/)
  const page = await fetch(`${address}/sign-in`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Netegem')
  expect(statSync(join(varFolder, 'keys', 'master-key')).mode & 0o777).toBe(0o600)
  expect(first.output()).toContain('New keys in')
})

test('a second start on the same data folder says who holds it and stops', async () => {
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(/held by another Meernet \(process \d+, since .+, at http/)
})

test('after kill -9 the next start recovers by itself', async () => {
  const [first] = started
  first?.child.kill('SIGKILL')
  await first?.ended
  const next = start()
  const [, address = ''] = await next.says(/ready: (http:\/\/localhost:\d+)/)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(next.output()).not.toContain('Loaded the demo')
})

test('SIGTERM ends it cleanly, the database too', async () => {
  const running = started.at(-1)
  running?.child.kill('SIGTERM')
  expect(await running?.ended).toBe(0)
  expect(running?.output()).toContain('Stopped.')
  const postmaster = join(readDataFolder(), 'postmaster.pid')
  expect(existsSync(postmaster)).toBe(false)
})

test('a taken port is said and the next one used', async () => {
  const squatter = createServer()
  const taken = await new Promise<number>((resolve) =>
    squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port)),
  )
  const running = start({ PORT: String(taken) })
  const [, address = ''] = await running.says(/ready: (http:\/\/localhost:\d+)/)
  expect(running.output()).toContain(`Port ${taken} is taken`)
  expect(address).not.toContain(String(taken))
  squatter.close()
})

test('a demo stays a demo and cannot be called real', async () => {
  const running = started.at(-1)
  running?.child.kill('SIGINT')
  expect(await running?.ended).toBe(0)
  const asReal = start({ MEERNET_DEMO: 'no' })
  await asReal.says(/demo: one click/)
})

function start(env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '4500',
      MEERNET_VAR: varFolder,
      MEERNET_LOG: 'silent',
      NODE_ENV: 'production',
      ...env,
    },
  })
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const running: Running = {
    child,
    ended,
    output: () => text,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = text.match(words)
          if (match) resolve(match)
        }
        listeners.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code} before saying ${words}: ${text}`)))
      }),
  }
  started.push(running)
  return running
}

function readDataFolder(): string {
  const own = join(varFolder, 'postgres')
  if (existsSync(own)) return own
  throw new Error(`no data folder in ${varFolder}`)
}
