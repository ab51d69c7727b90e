import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import type { Db } from '../database/connect.ts'
import { countAttempt } from './attempt-store.ts'
import type { Ctx, Env } from './context.ts'
import { HttpError } from './errors.ts'

/** At most `max` requests per `windowSeconds` and subject (by default the caller's address); the next gets 429. */
export type RateLimit = { readonly bucket: string; readonly max: number; readonly windowSeconds: number }
/** Makes a handler that counts requests; `subject` tells whose, when it is not the caller's address. */
export type LimitRate = (limit: RateLimit, subject?: (c: Ctx) => string) => MiddlewareHandler<Env>

/** Counts in the database, so that all processes count together; `key` turns an address into a number nobody can turn back. */
export function rateLimiter(db: Db, key: Buffer, clock: () => Date, isBehindProxy = false): LimitRate {
  return ({ bucket, max, windowSeconds }, subject = (c) => addressOf(c, isBehindProxy)) =>
    async (c, next) => {
      const windowStart = new Date(Math.floor(clock().getTime() / (windowSeconds * 1000)) * windowSeconds * 1000)
      const hashed = createHmac('sha256', key)
        .update(`${windowStart.toISOString()}|${subject(c)}`)
        .digest('base64url')
      if ((await countAttempt(db, { bucket, subject: hashed, windowStart })) > max) {
        c.header('Retry-After', String(windowSeconds))
        throw new HttpError(429, 'too-many', `more than ${max} in ${windowSeconds} s: ${bucket}`)
      }
      return next()
    }
}

/** Where a caller comes from, as far as limits count: without a socket (tests) all callers are one. */
export function addressOf(c: Ctx, isBehindProxy = false): string {
  // A proxy appends the address it saw; what stands before that may be the caller's own invention.
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return networkOf(forwarded)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'no socket'
  }
}

/**
 * An address of the old kind as it is; of the new kind its first 64 bits, which one household or server has to itself with more
 * addresses behind them than anybody can count. Source: RFC 6177.
 */
function networkOf(address: string): string {
  const old = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (old || !isIPv6(address)) return old ?? address
  const groups = (part: string) => part.split(':').flatMap((group) => group.replace(/^0+(?=.)/, '') || [])
  const [before = [], after = []] = address.split('::').map(groups)
  const left = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...left, ...after].slice(0, 4).join(':').toLowerCase()
}
