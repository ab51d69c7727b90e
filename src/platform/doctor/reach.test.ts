import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { examineAddress, examinePort } from './reach.ts'

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})

/** Something that listens and always answers the same. */
async function answering(status: number, said: string, headers: Readonly<Record<string, string>> = {}) {
  const server = createServer((_asked, answer) => answer.writeHead(status, headers).end(said))
  opened.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { port, baseUrl: `http://127.0.0.1:${port}` }
}
/** A port on which nobody listens any more. */
async function freePort(): Promise<number> {
  const { port } = await meernet()
  await new Promise<void>((closed) => opened.pop()?.close(() => closed()))
  return port
}
const meernet = () => answering(200, '{"status":"alive"}')

test('an address that leads to Meernet is well, and where none is set nothing is asked', async () => {
  expect(await examineAddress(await meernet())).toMatchObject([{ state: 'well' }])
  expect(await examineAddress({ baseUrl: undefined })).toEqual([])
})

test.each<[string, number, Readonly<Record<string, string>>, RegExp, RegExp]>([
  [
    'sends people on to another name',
    301,
    { location: 'https://www.x.example/healthz' },
    /www\.x\.example/,
    /one name/,
  ],
  ['is that of a proxy with nobody behind it', 502, {}, /nobody behind it \(502\)/, /port that the proxy names/],
  ['is that of another program', 200, {}, /something else answers/, /MEERNET_BASE_URL/],
])('an address that %s is wrong, with the cure', async (_what, status, headers, words, cure) => {
  const [finding] = await examineAddress(await answering(status, 'hello', headers))
  expect(finding).toMatchObject({
    state: 'wrong',
    words: expect.stringMatching(words),
    cure: expect.stringMatching(cure),
  })
})

test('an address that this machine cannot see may be well for others', async () => {
  expect(await examineAddress({ baseUrl: `http://127.0.0.1:${await freePort()}` })).toMatchObject([
    { state: 'attention', words: expect.stringContaining('ECONNREFUSED') },
  ])
})

const real = { host: '127.0.0.1', role: 'all', databaseUrl: undefined, isBehindProxy: true, demo: false } as const

test('a port that another program holds is wrong behind a proxy, which knows no other', async () => {
  const { port } = await answering(200, 'hello')
  expect(await examinePort({ ...real, port })).toMatchObject([
    { state: 'wrong', cure: expect.stringContaining('PORT') },
  ])
  expect(await examinePort({ ...real, port, isBehindProxy: false })).toMatchObject([{ state: 'attention' }])
})

test('a port where Meernet answers is well; nobody there asks to start it, except in a demo or with several processes', async () => {
  expect(await examinePort({ ...real, port: (await meernet()).port })).toMatchObject([{ state: 'well' }])
  const port = await freePort()
  expect(await examinePort({ ...real, port })).toMatchObject([{ state: 'attention' }])
  expect(await examinePort({ ...real, port, demo: true })).toEqual([])
  expect(await examinePort({ ...real, port, databaseUrl: 'postgres://here/meernet' })).toEqual([])
  expect(await examinePort({ ...real, port, role: 'worker' })).toEqual([])
})
