/**
 * PNG: a signature and a row of chunks (length, four letters, content, checksum). Kept are those that draw one still picture; texts,
 * times, profiles, notes of a camera and further pictures of a moving one are left out, and whatever follows the end.
 * Source: W3C PNG, third edition.
 */
import { crc32 } from 'node:zlib'
import { type Cleaned, type NotCleaned, upright } from './cleaned.ts'
import { notesOfOrientation, orientationIn } from './orientation.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const drawing = ['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'IDAT', 'IEND']

/** The picture alone, of a whole file. */
export function cleanPng(bytes: Uint8Array): Cleaned | NotCleaned {
  if (!Buffer.from(bytes.subarray(0, 8)).equals(signature)) return 'damaged'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [signature]
  let orientation = 1
  let size: { width: number; height: number } | undefined
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return 'damaged'
    const length = view.getUint32(at)
    const next = at + 12 + length
    if (next > bytes.length || view.getUint32(next - 4) !== crc32(bytes.subarray(at + 4, next - 4))) return 'damaged'
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (name === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, next - 4))
    if (name === 'IHDR' && length === 13) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (drawing.includes(name)) kept.push(bytes.subarray(at, next))
    if (name === 'IEND') break
    at = next
  }
  if (!size) return 'damaged'
  // Notes may stand anywhere but among the pixels: right after the header.
  if (orientation > 1) kept.splice(2, 0, pngChunk('eXIf', notesOfOrientation(orientation)))
  return upright(Buffer.concat(kept), size, orientation)
}

/** A chunk with its length and checksum. */
export function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(content.length, 0)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}
