import { z } from 'zod'
import { type SealedCookie, sealedCookie } from '../cards/sealed-cookie.ts'
import type { CardDraft } from './card-draft.ts'

/** What was typed so far, and the card just sent, as the visitor's browser keeps them. */
export type FormCookies = { readonly draft: SealedCookie<CardDraft>; readonly receipt: SealedCookie<string> }

const draftShape = z.object({
  id: z.uuid(),
  begunAt: z.number(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

/** A draft lasts an hour, the receipt a quarter. */
export const formCookies = (secret: Buffer): FormCookies => ({
  draft: sealedCookie(secret, { name: 'card', shape: draftShape, seconds: 3600, page: 'card' }),
  receipt: sealedCookie(secret, { name: 'receipt', shape: z.uuid(), seconds: 900, page: 'card' }),
})
