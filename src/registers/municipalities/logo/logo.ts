import { createHash } from 'node:crypto'

export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type Logo = { readonly bytes: Uint8Array; readonly mediaType: (typeof logoTypes)[number] }

/** A first visit to a public page weighs 30 kB; a logo may not take more than half as much again. */
export const mostLogoBytes = 16_384

/** A picture fit to be shown, told by its first bytes and not by its name; or why it is not. No SVG: it can hold a program. */
export function readLogo(bytes: Uint8Array): Logo | 'tooLarge' | 'unknownKind' {
  const mediaType = logoTypes.find((type) => beginsAs[type](bytes))
  if (!mediaType) return 'unknownKind'
  return bytes.length > mostLogoBytes ? 'tooLarge' : { bytes, mediaType }
}

/** What the address of a logo ends in: another picture has another address. */
export const digestOf = ({ bytes }: Logo): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const beginsWith = (bytes: Uint8Array, ...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte)
const textAt = (bytes: Uint8Array, at: number, text: string) =>
  beginsWith(bytes.subarray(at), ...Buffer.from(text, 'latin1'))

const beginsAs: Readonly<Record<Logo['mediaType'], (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  'image/jpeg': (bytes) => beginsWith(bytes, 0xff, 0xd8, 0xff),
  'image/webp': (bytes) => textAt(bytes, 0, 'RIFF') && textAt(bytes, 8, 'WEBP'),
}
