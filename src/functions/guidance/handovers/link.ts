import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Days a link waits for its first use. */
export const linkDays = 7
/** Days the receiver may read after saying yes. */
export const viewDays = 14
/** Wrong codes after which a link ends. */
export const maxAttempts = 5

/** What a link and its code are made of: 32 random bytes in the link, eight digits told by phone or SMS. */
export type LinkSecret = { readonly token: string; readonly code: string }

/** A link and a code that nobody can guess. */
export const newLinkSecret = (): LinkSecret => ({
  token: newToken(),
  code: String(randomInt(0, 100_000_000)).padStart(8, '0'),
})

/** 32 random bytes as text for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to know it again, not to make it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A link, as far as its use depends on it. */
export type LinkUse = {
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly endedAt: Date | null
  readonly attempts: number
}
export type CodeCheck = { readonly kind: 'right' } | { readonly kind: 'wrong'; readonly left: number } | LinkRefusal
export type LinkRefusal = { readonly kind: 'refused'; readonly reason: 'used' | 'expired' | 'ended' | 'tooManyTries' }

/** Whether the link still waits for its first use at `now`. */
export function linkProblem(link: LinkUse, now: Date): LinkRefusal | undefined {
  if (link.usedAt) return { kind: 'refused', reason: 'used' }
  if (link.attempts >= maxAttempts) return { kind: 'refused', reason: 'tooManyTries' }
  if (link.endedAt) return { kind: 'refused', reason: 'ended' }
  return link.expiresAt <= now ? { kind: 'refused', reason: 'expired' } : undefined
}

/** Compares a typed code with the right one; spaces and dashes do not matter. The last try that is wrong ends the link. */
export function checkCode(link: LinkUse, typed: string, right: string, now: Date): CodeCheck {
  const problem = linkProblem(link, now)
  if (problem) return problem
  if (isSame(typed.replace(/\D/g, ''), right)) return { kind: 'right' }
  const left = maxAttempts - link.attempts - 1
  return left > 0 ? { kind: 'wrong', left } : { kind: 'refused', reason: 'tooManyTries' }
}

/** Compares without telling by its duration how much was right. */
function isSame(typed: string, right: string): boolean {
  return timingSafeEqual(tokenHash(typed), tokenHash(right))
}

/** The moment `days` after `now`. */
export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000)
