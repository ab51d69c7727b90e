/**
 * Talking to a provider: discovery, the address to send a browser to, and the code for tokens. Every question ends after a few
 * seconds and a bounded answer, so that a provider that hangs or never stops talking costs one page, no more.
 */
import * as oidc from 'openid-client'
import type { Attempt } from './attempt.ts'
import { InsideAddress, refuseInside } from './inside-addresses.ts'

/** A provider to talk to, and where it sends browsers back. */
export type ProviderAccess = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly returnTo: string
  /** Without encryption: on a machine of one's own only, never in production. */
  readonly mayBeHttp: boolean
  /** At an address inside the network of this installation: only where whoever runs it says that its providers are there. */
  readonly mayBeInside: boolean
  /** How long one question may take, milliseconds. */
  readonly timeoutMs?: number | undefined
}

/** Why a provider cannot be used: no (sensible) answer, it lacks what we need, it refused this attempt, or it is where we do not ask. */
export type ProviderProblem = 'silent' | 'unfit' | 'refused' | 'inside'

/** An answer of a provider, or why there is none. */
export type Answered<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'problem'; readonly problem: ProviderProblem }

/** Asks whether the provider is there, calls itself by this issuer, and can do what we need. */
export async function checkProvider(access: ProviderAccess): Promise<Answered<true>> {
  const found = await configurationOf(access)
  return found.kind === 'answered' ? { kind: 'answered', answer: true } : found
}

/** Where to send the browser to sign in. */
export async function signInAddress(access: ProviderAccess, attempt: Attempt): Promise<Answered<URL>> {
  const found = await configurationOf(access)
  if (found.kind === 'problem') return found
  const address = oidc.buildAuthorizationUrl(found.answer, {
    redirect_uri: access.returnTo,
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { kind: 'answered', answer: address }
}

/** Changes the code in `answered` for tokens, checks them, and gives the claims of the identity token and the user info. */
export async function claimsOf(
  access: ProviderAccess,
  attempt: Attempt,
  answered: URL,
): Promise<Answered<Readonly<Record<string, unknown>>>> {
  const found = await configurationOf(access)
  if (found.kind === 'problem') return found
  return answerOf(async () => {
    const tokens = await oidc.authorizationCodeGrant(found.answer, answered, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims || !namesSomebody(claims.sub)) throw new Error('The identity token names nobody.')
    if (!found.answer.serverMetadata().userinfo_endpoint) return claims
    const more = await oidc.fetchUserInfo(found.answer, tokens.access_token, claims.sub)
    // What is in the signed token counts before what is not.
    return { ...more, ...claims }
  })
}

/** Where somebody can sign out at the provider too; undefined when it has no such page or does not answer. */
export async function signOutAddress(access: ProviderAccess, thenTo: string): Promise<URL | undefined> {
  const found = await configurationOf(access)
  if (found.kind === 'problem' || !found.answer.serverMetadata().end_session_endpoint) return undefined
  return oidc.buildEndSessionUrl(found.answer, { post_logout_redirect_uri: thenTo })
}

const defaultTimeoutMs = 5_000
const mostBytes = 512 * 1024

async function configurationOf(access: ProviderAccess): Promise<Answered<oidc.Configuration>> {
  const { issuer, clientId, clientSecret, mayBeHttp, timeoutMs = defaultTimeoutMs } = access
  const isHttp = new URL(issuer).protocol === 'http:'
  if (isHttp && !mayBeHttp) return { kind: 'problem', problem: 'unfit' }
  const allow = isHttp ? [oidc.allowInsecureRequests] : []
  const found = await answerOf(() =>
    oidc.discovery(new URL(issuer), clientId, {}, oidc.None(), {
      // openid-client counts in seconds.
      timeout: timeoutMs / 1000,
      execute: allow,
      [oidc.customFetch]: fetchOf(access),
    }),
  )
  if (found.kind === 'problem') return found.problem === 'refused' ? { ...found, problem: 'unfit' } : found
  const server = found.answer.serverMetadata()
  if (!isFit(server)) return { kind: 'problem', problem: 'unfit' }
  const isBasic = (server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes(
    'client_secret_basic',
  )
  const secret = isBasic ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret)
  const configuration = new oidc.Configuration(server, clientId, {}, secret)
  configuration.timeout = timeoutMs / 1000
  configuration[oidc.customFetch] = fetchOf(access)
  for (const change of allow) change(configuration)
  // The standard trusts the line a token came by; we ask for the provider's signature as well.
  oidc.enableNonRepudiationChecks(configuration)
  return { kind: 'answered', answer: configuration }
}

/** At most 255 signs (OpenID Connect Core, 2), none of them invisible. */
const namesSomebody = (subject: string) => /^\P{C}{1,255}$/u.test(subject)

/** The code flow with a challenge under SHA-256, and an address for each step. */
function isFit(server: Readonly<oidc.ServerMetadata>): boolean {
  return (
    server.authorization_endpoint !== undefined &&
    server.token_endpoint !== undefined &&
    server.jwks_uri !== undefined &&
    (server.response_types_supported ?? ['code']).includes('code') &&
    (server.code_challenge_methods_supported ?? ['S256']).includes('S256')
  )
}

/** Every address is looked at, for the provider itself names most of them. */
const fetchOf =
  ({ mayBeInside }: ProviderAccess): oidc.CustomFetch =>
  async (url, options) => {
    if (!mayBeInside) await refuseInside(url)
    return boundedFetch(url, options)
  }

const boundedFetch: oidc.CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > mostBytes) throw new TypeError('The provider answers without end.')
    parts.push(part)
  }
  const body = [204, 205, 304].includes(response.status) ? null : new Blob(parts)
  return new Response(body, { status: response.status, headers: response.headers })
}

async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return { kind: 'answered', answer: await ask() }
  } catch (error) {
    return { kind: 'problem', problem: isInsideAddress(error) ? 'inside' : isSilence(error) ? 'silent' : 'refused' }
  }
}

const isInsideAddress = (error: unknown) =>
  error instanceof InsideAddress || (error instanceof Error && error.cause instanceof InsideAddress)

/** No connection, no answer in time, or an error of the provider's own. */
function isSilence(error: unknown): boolean {
  const causes = [error, error instanceof Error ? error.cause : undefined]
  return causes.some(
    (cause) =>
      (cause instanceof Error && ['TimeoutError', 'AbortError', 'TypeError'].includes(cause.name)) ||
      (cause instanceof Response && cause.status >= 500) ||
      (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT'),
  )
}
