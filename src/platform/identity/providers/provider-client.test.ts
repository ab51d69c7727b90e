import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkProvider } from './provider-client.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A provider that answers as the test says; `issuer` is where it stands. */
async function providerThat(answer: (issuer: string) => RequestListener): Promise<string> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  server.on('request', answer(issuer))
  return issuer
}

const says =
  (about: (issuer: string) => object): ((issuer: string) => RequestListener) =>
  (issuer) =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(about(issuer)))

const honest = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
})

const check = (issuer: string, mayBeHttp = true, mayBeInside = true) =>
  checkProvider({
    issuer,
    clientId: 'x',
    clientSecret: 'y',
    returnTo: 'http://localhost',
    mayBeHttp,
    mayBeInside,
    timeoutMs: 400,
  })
const problem = async (asked: ReturnType<typeof check>) => {
  const answered = await asked
  return answered.kind === 'problem' ? answered.problem : answered.kind
}

test('a provider with all we need is fit', async () => {
  expect(await problem(check(await providerThat(says(honest))))).toBe('answered')
})

test('a provider inside our own network is not asked anything, unless that is allowed', async () => {
  let questions = 0
  const issuer = await providerThat((own) => (_request, response) => {
    questions += 1
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(honest(own)))
  })
  expect([await problem(check(issuer, true, false)), questions]).toEqual(['inside', 0])
  expect([await problem(check(issuer)), questions]).toEqual(['answered', 1])
})

test.each<[string, (issuer: string) => object]>([
  ['calls itself otherwise', (issuer) => ({ ...honest(issuer), issuer: 'https://another.example' })],
  ['has no challenge under SHA-256', (issuer) => ({ ...honest(issuer), code_challenge_methods_supported: ['plain'] })],
  ['has no code flow', (issuer) => ({ ...honest(issuer), response_types_supported: ['id_token'] })],
  ['has no keys', (issuer) => ({ ...honest(issuer), jwks_uri: undefined })],
  ['says nothing of a provider', () => ({})],
])('a provider that %s is not fit', async (_what, about) => {
  expect(await problem(check(await providerThat(says(about))))).toBe('unfit')
})

test('a provider that never answers ends after its time', async () => {
  const begun = performance.now()
  expect(await problem(check(await providerThat(() => () => undefined)))).toBe('silent')
  expect(performance.now() - begun).toBeLessThan(3000)
})

test('a provider that stops halfway its answer ends after its time', async () => {
  const issuer = await providerThat(() => (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{')
  })
  expect(await problem(check(issuer))).toBe('silent')
})

test('a provider that talks without end is cut off', async () => {
  const issuer = await providerThat(() => (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = setInterval(() => response.write('x'.repeat(64 * 1024)), 1)
    response.on('close', () => clearInterval(more))
  })
  expect(await problem(check(issuer))).toBe('silent')
})

test.each([500, 503])('a provider in trouble (%i) is silent', async (status) => {
  expect(await problem(check(await providerThat(() => (_request, response) => response.writeHead(status).end())))).toBe(
    'silent',
  )
})

test('a provider that sends elsewhere, or answers a page, is not fit', async () => {
  const sends = await providerThat(() => (_request, response) => response.writeHead(302, { location: '/x' }).end())
  const page = await providerThat(() => (_request, response) => response.writeHead(200).end('<p>Hallo'))
  expect([await problem(check(sends)), await problem(check(page))]).toEqual(['unfit', 'unfit'])
})

test('in production a provider without encryption is not fit', async () => {
  expect(await problem(check(await providerThat(says(honest)), false))).toBe('unfit')
})
