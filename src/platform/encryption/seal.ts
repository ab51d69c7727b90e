/**
 * Sealed text: AES-256-GCM with a key per data zone.
 *
 *   byte 0      format, 1
 *   bytes 1–2   version of the zone's key, big-endian
 *   bytes 3–14  initialisation vector, random
 *   then        ciphertext, and the 16-byte tag at the end
 *
 * The place it belongs to (`detection.signal.wish` and the row's identifier) is authenticated with it, so a sealed text that
 * is moved to another row or column does not open.
 */
import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const format = 1
const headerBytes = 3
const ivBytes = 12
const tagBytes = 16

/** NOTE a key object where many texts are sealed: Node reads bytes as a key anew for each, four times as slow. */
export type SealingKey = { readonly version: number; readonly key: CipherKey }

/** Where a text lives: column as `schema.table.column`, and the identifier of its row. */
export type Place = { readonly column: string; readonly rowId: string }

/** Seals a text for one place; sealed twice it gives other bytes. */
export function seal({ version, key }: SealingKey, place: Place, text: string): Buffer {
  const header = Buffer.from([format, version >> 8, version & 0xff])
  const iv = nextVector()
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(boundTo(header, place))
  return Buffer.concat([header, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` gave; throws when it was damaged, moved, or sealed with another key. */
export function open(keyOfVersion: (version: number) => CipherKey, place: Place, sealed: Buffer): string {
  if (sealed[0] !== format) throw new Error(`Sealed text in ${place.column} has an unknown format.`)
  const header = sealed.subarray(0, headerBytes)
  const iv = sealed.subarray(headerBytes, headerBytes + ivBytes)
  const decipher = createDecipheriv('aes-256-gcm', keyOfVersion(header.readUInt16BE(1)), iv, {
    authTagLength: tagBytes,
  })
  decipher.setAAD(boundTo(header, place))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  // Read as text once it is whole: Node would make a decoder of half letters for each.
  const text = decipher.update(sealed.subarray(headerBytes + ivBytes, -tagBytes))
  decipher.final()
  return text.toString('utf8')
}

/** The version of the key that sealed it. */
export function keyVersionOf(sealed: Buffer): number {
  return sealed.readUInt16BE(1)
}

/** Vectors are drawn some hundreds at a time and each used once: asking for twelve bytes costs as much as for thousands. */
const drawn = { bytes: Buffer.alloc(0), used: 0 }

function nextVector(): Buffer {
  if (drawn.used === drawn.bytes.length) Object.assign(drawn, { bytes: randomBytes(ivBytes * 512), used: 0 })
  drawn.used += ivBytes
  return drawn.bytes.subarray(drawn.used - ivBytes, drawn.used)
}

function boundTo(header: Buffer, { column, rowId }: Place): Buffer {
  return Buffer.concat([header, Buffer.from(`${column}|${rowId}`)])
}
