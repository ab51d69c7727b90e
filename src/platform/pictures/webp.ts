/**
 * WebP: a RIFF box of chunks (four letters, length, content, filled up to an even length). Kept are the pixels, their transparency and
 * the header, from which the flags of what is left out are taken. Moving pictures are not taken. Source: RFC 9649.
 */
import { type Cleaned, type NotCleaned, upright } from './cleaned.ts'
import { notesOfOrientation, orientationIn } from './orientation.ts'

/** Flags of the header. */
const flags = { profile: 0x20, notes: 0x08, xmp: 0x04, moving: 0x02 } as const

/** The picture alone, of a whole file. */
export function cleanWebp(bytes: Uint8Array): Cleaned | NotCleaned {
  const kept: Uint8Array[] = []
  let header: Uint8Array | undefined
  let orientation = 1
  let size: { width: number; height: number } | undefined
  for (const { name, content } of chunksIn(bytes)) {
    if (name === 'ANIM' || name === 'ANMF') return 'moving'
    if (name === 'EXIF') orientation = orientationIn(content)
    if (name === 'VP8X' && content.length === 10) header = content
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ALPH') kept.push(webpChunk(name, content))
    if (name === 'VP8 ') size = sizeOfLossy(content)
    if (name === 'VP8L') size = sizeOfLossless(content)
  }
  if (!size) return 'damaged'
  const isTurned = orientation > 1 && header !== undefined
  const parts = [
    ...(header ? [webpChunk('VP8X', plainHeader(header, isTurned))] : []),
    ...kept,
    ...(isTurned ? [webpChunk('EXIF', notesOfOrientation(orientation))] : []),
  ]
  return upright(webpFile(parts), size, isTurned ? orientation : 1)
}

function* chunksIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(bytes.length, 8 + (bytes.length < 12 ? 0 : view.getUint32(4, true)))
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true)
    const content = bytes.subarray(at + 8, at + 8 + length)
    // What is cut off is no picture.
    if (content.length < length) return
    yield { name: Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), content }
    at += 8 + length + (length % 2)
  }
}

function plainHeader(header: Uint8Array, hasNotes: boolean): Uint8Array {
  const plain = Uint8Array.from(header)
  const { profile, notes, xmp, moving } = flags
  plain[0] = ((header[0] ?? 0) & ~(profile | notes | xmp | moving)) | (hasNotes ? notes : 0)
  return plain
}

function webpChunk(name: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2))
  chunk.write(name, 0, 'latin1')
  chunk.writeUInt32LE(content.length, 4)
  chunk.set(content, 8)
  return chunk
}

function webpFile(parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat([Buffer.from('WEBP'), ...parts])
  return webpChunk('RIFF', content)
}

function sizeOfLossy(content: Uint8Array) {
  if (content[3] !== 0x9d || content[4] !== 0x01 || content[5] !== 0x2a) return undefined
  const [w1 = 0, w2 = 0, h1 = 0, h2 = 0] = content.subarray(6, 10)
  return { width: (w1 | (w2 << 8)) & 0x3fff, height: (h1 | (h2 << 8)) & 0x3fff }
}

function sizeOfLossless(content: Uint8Array) {
  if (content[0] !== 0x2f || content.length < 5) return undefined
  const bits = new DataView(content.buffer, content.byteOffset).getUint32(1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
