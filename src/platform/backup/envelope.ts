/**
 * The sealed file of a backup, written and read as a stream.
 *
 *   8 bytes    "MEERNET" and the format, 1
 *   1 byte     how the key is made: 1 from a passphrase (scrypt), 2 from a key file
 *   1 byte     log2 of scrypt's N; 0 with a key file
 *   16 bytes   salt
 *   7 bytes    beginning of every chunk's vector
 *   then       chunks of 64 KiB, each with its 16-byte tag; the last one is shorter, possibly empty
 *
 * Each chunk is AES-256-GCM with vector = beginning ‖ number of the chunk (4 bytes) ‖ 1 for the last chunk, else 0, and with
 * the header as associated data. So a chunk that is changed, moved, left out or doubled does not open, nor does a file that
 * ends early, nor one with something behind it. Construction: Hoang, Reyhanitabar, Rogaway, Vizár (2015), "Online
 * authenticated-encryption and its nonce-reuse misuse-resistance", STREAM.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto'

/** What opens a backup: words somebody remembers, or 32 bytes from a file. */
export type BackupSecret =
  | { readonly kind: 'passphrase'; readonly words: string }
  | { readonly kind: 'keyFile'; readonly key: Buffer }

/** A file that is no backup, is damaged or cut short, or does not open with this secret. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged'
}

const magic = Buffer.from('MEERNET\x01', 'latin1')
const headerBytes = magic.length + 2 + 16 + 7
const chunkBytes = 64 * 1024
const tagBytes = 16
const log2N = 16

/** Seals a stream of bytes. */
export async function* sealStream(secret: BackupSecret, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const kind = secret.kind === 'passphrase' ? [1, log2N] : [2, 0]
  const header = Buffer.concat([magic, Buffer.from(kind), randomBytes(16 + 7)])
  const key = keyOf(secret, header)
  yield header
  let number = 0
  for await (const { bytes, isLast } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, vectorOf(header, number++, isLast))
    cipher.setAAD(header)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens what `sealStream` gave; throws `BackupDamaged` at the first chunk that is not as it was written. */
export async function* openStream(secret: BackupSecret, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let header: Buffer | undefined
  let key: Buffer | undefined
  let number = 0
  for await (const { bytes, isLast } of inChunks(sealed, chunkBytes + tagBytes, headerBytes)) {
    if (!header || !key) {
      header = requireHeader(bytes, secret)
      key = keyOf(secret, header)
      if (isLast) throw new BackupDamaged('The file ends after its beginning: it is cut short.')
      continue
    }
    yield openChunk(key, header, number++, bytes, isLast)
  }
}

function openChunk(key: Buffer, header: Buffer, number: number, bytes: Buffer, isLast: boolean): Buffer {
  if (bytes.length < tagBytes) throw new BackupDamaged('The file is cut short.')
  const decipher = createDecipheriv('aes-256-gcm', key, vectorOf(header, number, isLast), { authTagLength: tagBytes })
  decipher.setAAD(header)
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new BackupDamaged(
      number === 0
        ? 'The file does not open: the passphrase or key file is another one, or its beginning is damaged.'
        : `The file is damaged or cut short at ${Math.round((number * chunkBytes) / 1024)} KiB.`,
    )
  }
}

function requireHeader(bytes: Buffer, secret: BackupSecret): Buffer {
  if (bytes.length < headerBytes || !bytes.subarray(0, magic.length - 1).equals(magic.subarray(0, -1)))
    throw new BackupDamaged('This is no backup of Meernet.')
  if (bytes[magic.length - 1] !== magic.at(-1))
    throw new BackupDamaged('This backup has a newer format. Install the newer version of Meernet.')
  const isWithPassphrase = bytes[magic.length] === 1
  if (isWithPassphrase !== (secret.kind === 'passphrase'))
    throw new BackupDamaged(
      isWithPassphrase ? 'This backup was made with a passphrase.' : 'This backup was made with a key file.',
    )
  if ((bytes[magic.length + 1] ?? 0) > 22) throw new BackupDamaged('The beginning of the file is damaged.')
  return Buffer.from(bytes)
}

function keyOf(secret: BackupSecret, header: Buffer): Buffer {
  const salt = header.subarray(magic.length + 2, magic.length + 18)
  if (secret.kind === 'keyFile') return Buffer.from(hkdfSync('sha256', secret.key, salt, 'meernet backup', 32))
  const cost = 2 ** (header[magic.length + 1] ?? log2N)
  return scryptSync(secret.words.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 })
}

function vectorOf(header: Buffer, number: number, isLast: boolean): Buffer {
  const vector = Buffer.alloc(12)
  header.copy(vector, 0, headerBytes - 7)
  vector.writeUInt32BE(number, 7)
  vector[11] = isLast ? 1 : 0
  return vector
}

type Chunk = { readonly bytes: Buffer; readonly isLast: boolean }

/** Cuts a stream in pieces of `size` (the first of `firstSize`); the last piece may be shorter or empty, and is told. */
async function* inChunks(source: AsyncIterable<Buffer>, size: number, firstSize = size): AsyncGenerator<Chunk> {
  let parts: Buffer[] = []
  let waiting = 0
  let wanted = firstSize
  for await (const part of source) {
    parts.push(part)
    waiting += part.length
    // A full piece is held back until something follows it: only then is it not the last.
    if (waiting <= wanted) continue
    let all = Buffer.concat(parts)
    while (all.length > wanted) {
      yield { bytes: all.subarray(0, wanted), isLast: false }
      all = all.subarray(wanted)
      wanted = size
    }
    parts = [all]
    waiting = all.length
  }
  yield { bytes: Buffer.concat(parts), isLast: true }
}
