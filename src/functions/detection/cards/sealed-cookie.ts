/**
 * What a visitor's own browser keeps for us between two pages, when nothing may be kept on our side and nothing may stand in
 * an address: packed, sealed with a key of this installation, bound to the municipality, split over as many cookies as needed.
 */
import { hkdfSync } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { open, seal } from '../../../platform/encryption/seal.ts'
import { type Ctx, cookieOf, dropCookie, leaveCookie, municipalityOf } from '../../../platform/http/index.ts'

/** One such thing: its name, the shape it must have, how long it lasts, and under which page of the municipality it is sent. */
export type SealedCookie<Held> = {
  read(c: Ctx, now: Date): Held | undefined
  write(c: Ctx, held: Held, now: Date): void
  forget(c: Ctx): void
}

/** A browser keeps about 4 kB per cookie. */
const partLength = 3500
const mostParts = 6
const mostBytes = 32 * 1024
const envelope = z.object({ until: z.number(), held: z.unknown() })

/** A cookie of `shape` that lasts `seconds`; read elsewhere, later or tampered with, it is as if it were not there. */
export function sealedCookie<Shape extends z.ZodType>(
  secret: Buffer,
  {
    name,
    shape,
    seconds,
    page,
  }: { readonly name: string; readonly shape: Shape; readonly seconds: number; readonly page: string },
): SealedCookie<z.output<Shape>> {
  const key = { version: 1, key: Buffer.from(hkdfSync('sha256', secret, '', `meernet cookie ${name}`, 32)) }
  const parts = cookieParts(name, page)
  const place = (c: Ctx) => ({ column: `cookie ${name}`, rowId: municipalityOf(c).id })
  return {
    read: (c, now) => {
      const sealed = parts.read(c)
      if (!sealed) return undefined
      try {
        const packed = open(() => key.key, place(c), Buffer.from(sealed, 'base64url'))
        const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: mostBytes }).toString()
        const { until, held } = envelope.parse(JSON.parse(text))
        return until > now.getTime() ? shape.parse(held) : undefined
      } catch {
        return undefined
      }
    },
    write: (c, held, now) => {
      const text = JSON.stringify({ until: now.getTime() + seconds * 1000, held })
      parts.write(c, seal(key, place(c), deflateRawSync(text).toString('base64')).toString('base64url'), seconds)
    },
    forget: (c) => parts.write(c, '', 0),
  }
}

function cookieParts(name: string, page: string) {
  const nameOf = (part: number) => `${name}-${part}`
  const path = (c: Ctx) => `/in/${municipalityOf(c).slug}/${page}`
  return {
    read: (c: Ctx): string =>
      Array.from({ length: mostParts }, (_, part) => cookieOf(c, nameOf(part), path(c)) ?? '').join(''),
    /** Writes the parts and takes away those left over from a longer text. */
    write: (c: Ctx, text: string, seconds: number): void => {
      for (let part = 0; part < mostParts; part += 1) {
        const piece = text.slice(part * partLength, (part + 1) * partLength)
        if (piece) leaveCookie(c, nameOf(part), piece, { path: path(c), seconds })
        else if (cookieOf(c, nameOf(part), path(c)) !== undefined) dropCookie(c, nameOf(part), path(c))
      }
    },
  }
}
