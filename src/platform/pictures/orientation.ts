/**
 * How the camera was held, in the notes of a camera (Exif, a small TIFF file): tag 0x0112 of the first directory, 1 to 8, of which 1 is
 * upright. Source: CIPA DC-008 (Exif 2.32), TIFF 6.0.
 */
const orientationTag = 0x0112
const shortType = 3
const entryBytes = 12

/** 1–8 as the notes say; 1 when they do not, or cannot be read. */
export function orientationIn(notes: Uint8Array): number {
  const tiff = withoutName(notes)
  const order = Buffer.from(tiff.subarray(0, 2)).toString('latin1')
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = order === 'II'
  const first = view.getUint32(4, isLittle)
  if (first + 2 > tiff.length) return 1
  const count = view.getUint16(first, isLittle)
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * entryBytes
    if (at + entryBytes > tiff.length) return 1
    if (view.getUint16(at, isLittle) !== orientationTag || view.getUint16(at + 2, isLittle) !== shortType) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Notes that say nothing but how the camera was held: 26 bytes of TIFF. */
export function notesOfOrientation(orientation: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, 0x4949)
  view.setUint16(2, 42, true)
  view.setUint32(4, 8, true)
  view.setUint16(8, 1, true)
  view.setUint16(10, orientationTag, true)
  view.setUint16(12, shortType, true)
  view.setUint32(14, 1, true)
  view.setUint16(18, orientation, true)
  return new Uint8Array(view.buffer)
}

/** The name that stands before the notes in JPEG, and in some files of other kinds. */
export const notesName = Buffer.from('Exif\0\0', 'latin1')

const withoutName = (notes: Uint8Array) =>
  Buffer.from(notes.subarray(0, notesName.length)).equals(notesName) ? notes.subarray(notesName.length) : notes
