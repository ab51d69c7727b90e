import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMail } from '../../src/platform/mail/index.ts'
import { type Running, runCommand, startMeernet } from '../support/process.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-roles-'))
chmodSync(folder, 0o755)
let world: World
let env: Record<string, string>
const started: Running[] = []

beforeAll(async () => {
  world = await openWorld()
  await world.database.owner.insertInto('platform.installation').values({ kind: 'real' }).execute()
  await makeMunicipality(world)
  env = {
    DATABASE_URL: world.database.url,
    MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
    MEERNET_VAR: folder,
  }
})
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM')
    await ended
  }
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (args: readonly string[], over: Record<string, string> = {}) => {
  const running = startMeernet({ ...env, ...over }, args)
  started.push(running)
  return running
}
const stopped = async ({ child, ended }: Running) => {
  child.kill('SIGTERM')
  return ended
}
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let look = 0; look < 300; look += 1) {
    if (await isSo()) return
    await sleep(50)
  }
  throw new Error('it did not happen in fifteen seconds')
}
const outbox = () => (existsSync(join(folder, 'outbox')) ? readdirSync(join(folder, 'outbox')) : [])

test('web processes answer and leave the work; a worker does it and answers nobody; each stops cleanly by itself', async () => {
  const [one, other] = [start(['--role', 'web'], { PORT: '5400' }), start(['--role=web'], { PORT: '5420' })]
  const addresses = await Promise.all([one, other].map(async (web) => (await web.says(/ready: (http:\S+)/))[1] ?? ''))
  for (const address of addresses) expect((await fetch(`${address}/in/testgem`)).status).toBe(200)

  const coordinator = await makeStaff(world, await makeMunicipality(world, 'Ergens', '99002'))
  await world.app.transact(coordinator, (tx) =>
    queueMail(tx, { to: 'iemand@voorbeeld.example', subject: 'Er is een bericht', text: 'Open Meernet.' }),
  )
  await sleep(3000)
  expect(outbox()).toEqual([])

  const worker = start(['--role', 'worker'], { MEERNET_METRICS_PORT: '5490' })
  await worker.says(/ready: working in the background/)
  await until(() => outbox().length === 1)
  // The mail is there a moment before the job that sent it is done.
  const metrics = async () => (await fetch('http://127.0.0.1:5490/metrics')).text()
  await until(async () => (await metrics()).includes('meernet_jobs_total{task="mail.send",result="done"} 1'))
  expect(await metrics()).toContain('meernet_jobs_total{task="mail.send",result="done"} 1')

  expect(await stopped(worker)).toBe(0)
  expect(await stopped(one)).toBe(0)
  expect((await fetch(`${addresses[1]}/readyz`)).status).toBe(200)
  expect(await stopped(other)).toBe(0)
})

test('a role of its own needs a database that is not embedded, and an unknown role is refused', async () => {
  const alone = startMeernet({ MEERNET_VAR: folder }, ['--role', 'worker'])
  expect(await alone.ended).toBe(1)
  expect(alone.output()).toContain('needs DATABASE_URL')
  const unknown = startMeernet({ ...env, MEERNET_ROLE: 'boss' })
  expect(await unknown.ended).toBe(1)
  expect(unknown.output()).toContain('give one of all, web, worker')
})

test('measurements name routes by pattern, and hold no address, name or identifier', async () => {
  const running = start([], { PORT: '5440', MEERNET_METRICS_PORT: '5491' })
  const [, address = ''] = await running.says(/ready: (http:\S+)/)
  const secretWords = 'jan-peeters-0470112233'
  await fetch(`${address}/in/testgem?naam=${secretWords}`)
  await fetch(`${address}/in/${secretWords}`)
  await fetch(`${address}/cards/0199aaaa-0000-7000-8000-000000000001`, { redirect: 'manual' })
  const text = await (await fetch('http://127.0.0.1:5491/metrics')).text()
  expect(text).toContain('meernet_database_up 1')
  expect(text).toMatch(/meernet_database_connections\{of="app open"\} \d/)
  expect(text).toMatch(/meernet_jobs\{of="stuck"\} 0/)
  expect(text).toContain('meernet_process_resident_memory_bytes')
  expect(text).toMatch(/meernet_request_seconds_count\{method="GET",route="\/in\/:[a-z]+"/)
  expect(text).not.toMatch(/peeters|0470|testgem|[0-9a-f]{8}-[0-9a-f]{4}-7/i)
  // Only on its own port.
  expect((await fetch(`${address}/metrics`)).status).toBe(404)
  expect((await fetch('http://127.0.0.1:5491/')).status).toBe(404)
  expect(await stopped(running)).toBe(0)
})

test('an embedded database that is killed is started again on its port, and the pages come back by themselves', async () => {
  const own = mkdtempSync(join(folder, 'embedded-'))
  chmodSync(own, 0o755)
  const running = startMeernet({ MEERNET_VAR: own, MEERNET_DEMO: 'no', PORT: '5460' })
  started.push(running)
  const [, address = ''] = await running.says(/ready: (http:\S+)/)
  const [pid = ''] = readFileSync(join(own, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  execFileSync('kill', ['-9', pid])
  await until(async () => (await fetch(`${address}/readyz`)).status === 503)
  await until(async () => (await fetch(`${address}/readyz`)).status === 200)
  // It still holds its folder: a second one is refused.
  await sleep(2500)
  const second = startMeernet({ MEERNET_VAR: own, MEERNET_DEMO: 'no', PORT: '5480' })
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('held by another Meernet')
  expect(await stopped(running)).toBe(0)
  expect(existsSync(join(own, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a database that does not answer is said in a sentence, by the server and by a command, with where to look', async () => {
  const away = { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }
  const server = startMeernet(away)
  expect(await server.ended).toBe(1)
  expect(server.output()).toMatch(
    /the database cannot be used now \(.*ECONNREFUSED.*\)\. More is said by: npx meernet doctor/,
  )
  const command = await runCommand(away, ['municipality', 'list'])
  expect(command.exitCode).toBe(1)
  expect(command.output).toMatch(/The database cannot be used now .*doctor/)
})
