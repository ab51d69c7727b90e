import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Account, type Configuration } from 'oidc-provider'

/** Somebody as a provider knows them. */
export type KnownThere = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
}

/** A real OpenID Connect provider on a port of its own, at which one person is signed in already. */
export type OpenIdProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who sits at the browser. */
  personIs(person: KnownThere): void
  /** What a browser does there: from our address to the address the provider sends it back to. */
  visit(address: string): Promise<URL>
  stop(): Promise<void>
}

/** Starts a provider that knows us as a client; it asks PKCE. `returnTo` are the addresses it sends browsers back to. */
export async function startOpenIdProvider(returnTo: readonly string[]): Promise<OpenIdProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'meernet', clientSecret: 'een geheim van proef' }
  let person: KnownThere = { sub: 'niemand' }
  const provider = new Provider(
    issuer,
    configurationFor(client, returnTo, () => person),
  )
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    void signedIn(provider, () => person.sub)(request, response)
  })
  return {
    issuer,
    ...client,
    personIs: (next) => {
      person = next
    },
    visit: (address) => visit(address, issuer),
    stop: () => stopped(server),
  }
}

type Client = { readonly clientId: string; readonly clientSecret: string }

function configurationFor(
  { clientId, clientSecret }: Client,
  returnTo: readonly string[],
  person: () => KnownThere,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...returnTo],
        post_logout_redirect_uris: ['http://localhost/sign-in'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for a test'] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    findAccount: (_context, sub): Account => ({ accountId: sub, claims: () => ({ ...person(), sub }) }),
  }
}

/** The pages of the provider, in one step: who sits there is signed in and agrees. */
function signedIn(provider: Provider, subject: () => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response)
    const accountId = subject()
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    const grantId = await grant.save()
    await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } })
  }
}

async function visit(address: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(address)
  for (let steps = 0; next.origin === issuer && steps < 10; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
    next = new URL(location, next)
  }
  return next
}

async function stopped(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((done) => server.close(() => done()))
}
