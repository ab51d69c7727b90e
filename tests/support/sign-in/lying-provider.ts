import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the identity token and the rest of the answer say; `claims` and `header` come over honest ones, undefined leaves one out. */
export type Told = {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  /** Who signs: the provider's own key, another one, our shared secret, or nobody. */
  readonly signedBy?: 'itself' | 'another' | 'our secret' | 'nobody'
  readonly hasNoToken?: boolean
  /** What the page about the person says, over what the token says. */
  readonly userInfo?: Readonly<Record<string, unknown>>
}

/** A provider on a port of its own that tells what a test wants, honest or not. It asks nobody anything: any code is good. */
export type LyingProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What it tells from now on, to an attempt with this nonce. */
  tells(nonce: string, told: Told): void
  stop(): Promise<void>
}

const clientId = 'meernet'
const clientSecret = 'een geheim van proef dat lang genoeg is'

/** Starts one. It speaks of what the standard allows, so that only what it says of somebody can be wrong. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [own, another] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), newKey()]
  let nonce = ''
  let told: Told = {}
  server.on('request', ({ url }, response) => {
    const now = Math.floor(Date.now() / 1000)
    const honest = { iss: issuer, aud: clientId, sub: 'iemand', iat: now, exp: now + 300, nonce }
    const claims: Record<string, unknown> = { ...honest, ...told.claims }
    const pages: Readonly<Record<string, () => object>> = {
      '/.well-known/openid-configuration': () => aboutItself(issuer),
      '/jwks': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'own' }] }),
      '/token': () => ({
        access_token: 'x',
        token_type: 'Bearer',
        ...(told.hasNoToken ? {} : { id_token: tokenOf(claims, told, own.privateKey, another) }),
      }),
      '/me': () => ({ sub: claims.sub, ...told.userInfo }),
    }
    answer(response, pages[url ?? '']?.())
  })
  return {
    issuer,
    clientId,
    clientSecret,
    tells: (nextNonce, next) => {
      nonce = nextNonce
      told = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const aboutItself = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/me`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
})

/** A token in three parts, as RFC 7515 writes it. */
function tokenOf(claims: object, { header = {}, signedBy = 'itself' }: Told, own: KeyObject, another: KeyObject) {
  const alg = { itself: 'RS256', another: 'RS256', 'our secret': 'HS256', nobody: 'none' }[signedBy]
  const said = [{ alg, kid: 'own', ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const signature = {
    itself: () => sign('sha256', Buffer.from(said), own),
    another: () => sign('sha256', Buffer.from(said), another),
    'our secret': () => createHmac('sha256', clientSecret).update(said).digest(),
    nobody: () => Buffer.alloc(0),
  }[signedBy]()
  return `${said}.${signature.toString('base64url')}`
}

function answer(response: ServerResponse, page: object | undefined): void {
  response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(page ?? {}))
}
