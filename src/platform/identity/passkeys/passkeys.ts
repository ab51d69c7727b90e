import { createHash, randomBytes } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { uuidv7 } from 'uuidv7'
import type { Account } from '../accounts/account-store.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { queueChangeMail } from '../sign-in/mails.ts'
import { type ChallengePurpose, challengeMinutes, isOwnChallenge, makeChallenge } from './challenge.ts'
import { addPasskey, credentialIdsOf, notePasskeyUse, passkeyCalled, useChallenge } from './passkey-store.ts'

/** What the browser is asked when somebody enters with a passkey: any passkey of this site, unlocked by its owner. */
export async function entryOptions(needs: AuthNeeds): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  return generateAuthenticationOptions({
    rpID: siteOf(needs).rpId,
    challenge: freshChallenge(needs, { kind: 'enter' }),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  })
}

/** What the browser is asked to make a passkey for `account`: one that the device finds by itself and its owner unlocks. */
export async function addingOptions(
  needs: AuthNeeds,
  account: Account,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  const known = await credentialIdsOf(needs.owner, account.id)
  return generateRegistrationOptions({
    rpName: 'Meernet',
    rpID: siteOf(needs).rpId,
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    challenge: freshChallenge(needs, { kind: 'add', accountId: account.id }),
    timeout: challengeMinutes * 60_000,
    supportedAlgorithmIDs: [...algorithms],
    // Which make of device it is, is nobody's business here.
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps the passkey that a browser made for `account`, and mails it; false when the answer does not hold or is known. */
export async function keepPasskey(
  needs: AuthNeeds,
  account: Account,
  { name, credential }: { readonly name: string; readonly credential: RegistrationResponseJSON },
): Promise<boolean> {
  const { owner, clock } = needs
  const { verifyRegistrationResponse } = await webAuthn()
  const purpose = { kind: 'add', accountId: account.id } as const
  const answer = await answerOf(() =>
    verifyRegistrationResponse({
      response: credential,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
      ...expected(needs, purpose),
    }),
  )
  if (!answer?.registrationInfo || !(await isFirstAnswer(needs, credential))) return false
  const { id, publicKey, counter } = answer.registrationInfo.credential
  const passkey = {
    id: uuidv7(),
    accountId: account.id,
    credentialId: id,
    publicKey: Buffer.from(publicKey),
    signCount: counter,
    transports: credential.response.transports ?? [],
    name,
  }
  if (!(await addPasskey(owner, passkey, clock()))) return false
  await queueChangeMail(needs, account.email)
  return true
}

/**
 * Whose passkey answered; undefined when the passkey is not known, the answer does not hold, was given before, or comes from a
 * copy (its count went back).
 */
export async function accountOfPasskey(
  needs: AuthNeeds,
  credential: AuthenticationResponseJSON,
): Promise<string | undefined> {
  const { owner, clock } = needs
  const passkey = await passkeyCalled(owner, credential.id)
  if (!passkey) return undefined
  const { verifyAuthenticationResponse } = await webAuthn()
  const answer = await answerOf(() =>
    verifyAuthenticationResponse({
      response: credential,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
      },
      requireUserVerification: true,
      ...expected(needs, { kind: 'enter' }),
    }),
  )
  if (!answer?.verified || !(await isFirstAnswer(needs, credential))) return undefined
  await notePasskeyUse(owner, passkey.id, answer.authenticationInfo.newCounter, clock())
  return passkey.accountId
}

/** ES256, EdDSA and RS256: what devices make, and what Node has checked for years. */
const algorithms = [-7, -8, -257] as const

/** Only when somebody uses a passkey: it weighs more than the rest of signing in together. */
const webAuthn = () => import('@simplewebauthn/server')

const freshChallenge = ({ secret, clock }: AuthNeeds, purpose: ChallengePurpose) =>
  new Uint8Array(makeChallenge(secret, purpose, { now: clock(), chance: randomBytes(16) }))

function siteOf({ address }: AuthNeeds) {
  const { hostname, origin } = new URL(address())
  return { rpId: hostname, origin }
}

function expected(needs: AuthNeeds, purpose: ChallengePurpose) {
  const { rpId, origin } = siteOf(needs)
  return {
    expectedRPID: rpId,
    expectedOrigin: origin,
    expectedChallenge: (challenge: string) => isOwnChallenge(needs.secret, purpose, challenge, needs.clock()),
  }
}

/** Notes the challenge in an answer that held; false for one that was answered before. */
function isFirstAnswer(
  { owner, clock }: AuthNeeds,
  { response }: { readonly response: { readonly clientDataJSON: string } },
): Promise<boolean> {
  return useChallenge(owner, createHash('sha256').update(challengeIn(response.clientDataJSON)).digest(), clock())
}

function challengeIn(clientDataJSON: string): string {
  const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge: string }
  return challenge
}

/** Runs a check of the library, which throws on every answer that does not hold. */
async function answerOf<Answer>(check: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
