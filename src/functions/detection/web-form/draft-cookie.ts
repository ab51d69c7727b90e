/**
 * Between two pages of the public form, what was typed travels in the visitor's own cookies: packed, sealed with a key of this
 * installation, split over as many cookies as it needs, gone after an hour or when the browser closes. So nothing about a
 * person is kept on our side, in an address or readable on the device before the card is sent.
 */
import { hkdfSync } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { open, seal } from '../../../platform/encryption/seal.ts'
import { type Ctx, municipalityOf } from '../../../platform/http/index.ts'
import type { CardDraft } from './card-draft.ts'

/** Keeps and takes what the visitor's browser holds for us. */
export type DraftCookies = {
  readDraft(c: Ctx, now: Date): CardDraft | undefined
  writeDraft(c: Ctx, draft: CardDraft, now: Date): void
  forgetDraft(c: Ctx): void
  /** The card just sent, for the receipt page. */
  readReceipt(c: Ctx, now: Date): string | undefined
  writeReceipt(c: Ctx, cardId: string, now: Date): void
  forgetReceipt(c: Ctx): void
}

const draftSeconds = 60 * 60
const receiptSeconds = 15 * 60
/** A browser keeps about 4 kB per cookie. */
const partLength = 3500
const mostParts = 6
const mostBytes = 32 * 1024

const draftShape = z.object({
  id: z.uuid(),
  begunAt: z.number(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
const envelope = z.object({ until: z.number(), held: z.unknown() })

export function draftCookies(secret: Buffer): DraftCookies {
  const key = { version: 1, key: Buffer.from(hkdfSync('sha256', secret, '', 'meernet card draft', 32)) }
  const pack = (c: Ctx, name: string, held: unknown, until: number) =>
    seal(key, placeOf(c, name), deflateRawSync(JSON.stringify({ until, held })).toString('base64')).toString(
      'base64url',
    )
  const unpack = <Held extends z.ZodType>(c: Ctx, name: string, shape: Held, now: Date): z.output<Held> | undefined => {
    const sealed = readParts(c, name)
    if (!sealed) return undefined
    try {
      const packed = open(() => key.key, placeOf(c, name), Buffer.from(sealed, 'base64url'))
      const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: mostBytes }).toString()
      const { until, held } = envelope.parse(JSON.parse(text))
      return until > now.getTime() ? shape.parse(held) : undefined
    } catch {
      // Made by another installation, tampered with, or cut off: the same as no cookie.
      return undefined
    }
  }
  return {
    readDraft: (c, now) => unpack(c, 'card', draftShape, now),
    writeDraft: (c, draft, now) =>
      writeParts(c, 'card', pack(c, 'card', draft, now.getTime() + draftSeconds * 1000), draftSeconds),
    forgetDraft: (c) => writeParts(c, 'card', '', 0),
    readReceipt: (c, now) => unpack(c, 'receipt', z.uuid(), now),
    writeReceipt: (c, cardId, now) =>
      writeParts(c, 'receipt', pack(c, 'receipt', cardId, now.getTime() + receiptSeconds * 1000), receiptSeconds),
    forgetReceipt: (c) => writeParts(c, 'receipt', '', 0),
  }
}

const pathOf = (c: Ctx) => `/in/${municipalityOf(c).slug}/card`
const placeOf = (c: Ctx, name: string) => ({ column: `cookie ${name}`, rowId: municipalityOf(c).id })

function readParts(c: Ctx, name: string): string {
  return Array.from({ length: mostParts }, (_, part) => getCookie(c, `${name}-${part}`) ?? '').join('')
}

/** Writes the parts and takes away those left over from a longer text. */
function writeParts(c: Ctx, name: string, text: string, seconds: number): void {
  for (let part = 0; part < mostParts; part += 1) {
    const piece = text.slice(part * partLength, (part + 1) * partLength)
    const cookie = `${name}-${part}`
    if (piece) setCookie(c, cookie, piece, { path: pathOf(c), httpOnly: true, sameSite: 'Lax', maxAge: seconds })
    else if (getCookie(c, cookie) !== undefined) deleteCookie(c, cookie, { path: pathOf(c) })
  }
}
