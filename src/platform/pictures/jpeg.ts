/**
 * JPEG: a row of segments (0xFF, a marker, two bytes of length, content), between them the coded pixels, and an end. Kept are the
 * tables and frames by which the pixels are decoded, and Adobe's mark, which says how colours are coded. All other application
 * segments (Exif, XMP, IPTC, profiles, a second picture) and comments are left out, and whatever follows the end.
 * Source: ITU-T T.81, annex B.
 */
import { type Cleaned, type NotCleaned, upright } from './cleaned.ts'
import { notesName, notesOfOrientation, orientationIn } from './orientation.ts'

const start = Uint8Array.of(0xff, 0xd8)
const end = Uint8Array.of(0xff, 0xd9)
/** A plain JFIF mark without a small copy in it. */
const jfif = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0)

const marker = { app0: 0xe0, app1: 0xe1, adobe: 0xee, scan: 0xda, end: 0xd9 } as const
/** Quantisation tables, lines, restart interval. */
const tables = [0xdb, 0xdc, 0xdd]

/** The picture alone, of a whole file. */
export function cleanJpeg(bytes: Uint8Array): Cleaned | NotCleaned {
  const kept: Uint8Array[] = []
  let orientation = 1
  let isJfif = false
  let size: { width: number; height: number } | undefined
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at)
    if (segment === undefined) return 'damaged'
    const { kind, content } = segment
    if (kind === marker.end) break
    if (kind === marker.app1 && startsWith(content, notesName)) orientation = orientationIn(content)
    if (kind === marker.app0 && startsWith(content, Buffer.from('JFIF'))) isJfif = true
    if (isFrame(kind)) size = sizeIn(content)
    if (isKept(kind, content)) kept.push(segment.whole)
    at = segment.next
    if (kind !== marker.scan) continue
    const next = endOfPixels(bytes, at)
    kept.push(bytes.subarray(at, next))
    at = next
  }
  if (!size) return 'damaged'
  const marks = [start, ...(isJfif ? [jfif] : []), ...(orientation > 1 ? [exifSegment(orientation)] : [])]
  return upright(Buffer.concat([...marks, ...kept, end]), size, orientation)
}

type Segment = {
  readonly kind: number
  readonly whole: Uint8Array
  readonly content: Uint8Array
  readonly next: number
}

function segmentAt(bytes: Uint8Array, from: number): Segment | undefined {
  let at = from
  if (bytes[at] !== 0xff) return undefined
  // Any number of 0xFF may stand before a marker.
  while (bytes[at + 1] === 0xff) at += 1
  const kind = bytes[at + 1]
  if (kind === undefined || kind === 0) return undefined
  if (kind === marker.end || isAlone(kind)) return { kind, whole: end, content: new Uint8Array(), next: at + 2 }
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  const next = at + 2 + length
  if (length < 2 || next > bytes.length) return undefined
  return { kind, whole: bytes.subarray(at, next), content: bytes.subarray(at + 4, next), next }
}

/** Markers without content: a restart, or one for private use. */
const isAlone = (kind: number) => (kind >= 0xd0 && kind <= 0xd8) || kind === 0x01

/** Start of a frame; among these numbers stand the tables of two codings and one that is not used. */
const isFrame = (kind: number) => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)

function isKept(kind: number, content: Uint8Array): boolean {
  if (kind === marker.scan || tables.includes(kind)) return true
  if (kind >= 0xc0 && kind <= 0xcf) return kind !== 0xc8
  return kind === marker.adobe && content.length === 12 && startsWith(content, Buffer.from('Adobe'))
}

function sizeIn(frame: Uint8Array) {
  const [, h1 = 0, h2 = 0, w1 = 0, w2 = 0] = frame
  return { width: (w1 << 8) | w2, height: (h1 << 8) | h2 }
}

/** Where the coded pixels end: at a marker that is neither a stuffed zero nor a restart. */
function endOfPixels(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

function exifSegment(orientation: number): Uint8Array {
  const content = Buffer.concat([notesName, notesOfOrientation(orientation)])
  return Buffer.concat([Uint8Array.of(0xff, marker.app1, 0, content.length + 2), content])
}

const startsWith = (bytes: Uint8Array, beginning: Uint8Array) =>
  Buffer.from(bytes.subarray(0, beginning.length)).equals(beginning)
