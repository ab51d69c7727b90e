/**
 * Photos as people send them, made fit to keep: what a camera writes beside the picture (position, time, device, owner, small copies,
 * colour profiles, a film behind the last byte) is taken out, by keeping only the parts that draw it. The one thing kept of all that
 * is how the camera was held, so that the picture stands upright. The pixels are not touched.
 */
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** Kinds of photos that are taken, by what is in the file, whatever it is called. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** What is left of a photo; width and height as it stands upright, in pixels. */
export type CleanPicture = {
  readonly bytes: Uint8Array
  readonly mediaType: PictureType
  readonly width: number
  readonly height: number
}

/** Why a file is not taken. `heic`: the own format of some telephones, which browsers do not show. */
export type PictureRefusal = 'tooLarge' | 'heic' | 'moving' | 'damaged' | 'unknownKind'

/** Pixels of the largest telephones; more would only make the page slow. */
const mostPixels = 60_000_000

/** The picture without anything about how, when and where it was taken; refuses what is over `mostBytes` or no still picture. */
export function cleanPicture(bytes: Uint8Array, mostBytes: number): CleanPicture | PictureRefusal {
  if (bytes.length > mostBytes) return 'tooLarge'
  const kind = kindOf(bytes)
  if (kind === undefined) return isHeic(bytes) ? 'heic' : 'unknownKind'
  const cleaned = cleaners[kind](bytes)
  if (typeof cleaned === 'string') return cleaned
  const { width, height } = cleaned
  if (width < 1 || height < 1) return 'damaged'
  return width * height > mostPixels ? 'tooLarge' : { ...cleaned, mediaType: kind }
}

const cleaners = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp }

function kindOf(bytes: Uint8Array): PictureType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (textAt(bytes, 1, 3) === 'PNG') return 'image/png'
  return textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP' ? 'image/webp' : undefined
}

const isHeic = (bytes: Uint8Array) =>
  textAt(bytes, 4, 4) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(textAt(bytes, 8, 4))

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
