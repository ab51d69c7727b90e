/**
 * One attempt to sign in at a provider. Its browser keeps a seed (8 bytes moment, 24 bytes chance) in a cookie; state, nonce and
 * code verifier (RFC 7636) are made of it with a key of ours. So nothing is kept on our side, the address shows nothing that the
 * cookie could be made of, and an answer fits only in the browser and municipality that asked.
 */
import { createHmac } from 'node:crypto'

/** How long somebody may stay at the provider's pages. */
export const attemptMinutes = 15

export type Attempt = { readonly state: string; readonly nonce: string; readonly codeVerifier: string }

/** A seed made at `now` with 24 bytes of `chance`, for the cookie. */
export function makeSeed(now: Date, chance: Buffer): string {
  const seed = Buffer.alloc(32)
  seed.writeBigUInt64BE(BigInt(now.getTime()))
  chance.copy(seed, 8, 0, 24)
  return seed.toString('base64url')
}

/** The attempt of a seed at the provider of `municipalityId`; undefined when it is no seed, or too old at `now`. */
export function attemptOf(secret: Buffer, municipalityId: string, seed: string, now: Date): Attempt | undefined {
  const bytes = Buffer.from(seed, 'base64url')
  if (bytes.length !== 32) return undefined
  const age = now.getTime() - Number(bytes.readBigUInt64BE())
  if (age < 0 || age >= attemptMinutes * 60_000) return undefined
  const made = (use: string) =>
    createHmac('sha256', secret).update(`provider ${use}|${municipalityId}|`).update(bytes).digest('base64url')
  return { state: made('state'), nonce: made('nonce'), codeVerifier: made('verifier') }
}
