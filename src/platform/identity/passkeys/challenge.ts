/**
 * A challenge of WebAuthn that needs no row until it is used: 8 bytes moment, 16 bytes chance, 16 bytes of an HMAC over both and
 * over what it is for. Showing the page that asks costs nothing; only a use is kept, so that none counts twice.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a challenge may be answered for: entering, or adding a passkey to one account. */
export type ChallengePurpose = { readonly kind: 'enter' } | { readonly kind: 'add'; readonly accountId: string }

/** How long a challenge may be answered. */
export const challengeMinutes = 10

/** A challenge for `purpose`, made at `now` with 16 bytes of `chance`. */
export function makeChallenge(
  secret: Buffer,
  purpose: ChallengePurpose,
  { now, chance }: { readonly now: Date; readonly chance: Buffer },
): Buffer {
  const body = Buffer.alloc(24)
  body.writeBigUInt64BE(BigInt(now.getTime()))
  chance.copy(body, 8, 0, 16)
  return Buffer.concat([body, signature(secret, purpose, body)])
}

/** Whether `challenge` (base64url) is ours, for `purpose`, and young enough. Whether it was used already is not asked here. */
export function isOwnChallenge(secret: Buffer, purpose: ChallengePurpose, challenge: string, now: Date): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== 40) return false
  const body = bytes.subarray(0, 24)
  if (!timingSafeEqual(bytes.subarray(24), signature(secret, purpose, body))) return false
  const age = now.getTime() - Number(body.readBigUInt64BE())
  return age >= 0 && age < challengeMinutes * 60_000
}

function signature(secret: Buffer, purpose: ChallengePurpose, body: Buffer): Buffer {
  const use = purpose.kind === 'add' ? `add ${purpose.accountId}` : 'enter'
  return createHmac('sha256', secret).update(`passkey ${use}|`).update(body).digest().subarray(0, 16)
}
