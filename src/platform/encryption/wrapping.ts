/** Keys under the master key: AES-256-GCM, 12 bytes vector, 32 bytes key, 16 bytes tag, bound to what the key is of. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The master keys a process may meet, each 32 bytes: the first wraps, all open. Asked again whenever a key is loaded. */
export type MasterKeys = () => readonly Buffer[]

/** Wraps a key of a zone; 60 bytes. */
export function wrap(masterKey: Buffer, zoneId: string, key: Buffer): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', masterKey, iv)
  cipher.setAAD(Buffer.from(zoneId))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `wrap` gave with whichever of `masterKeys` fits; undefined when none does. */
export function unwrapIfFits(masterKeys: readonly Buffer[], zoneId: string, wrapped: Buffer): Buffer | undefined {
  for (const masterKey of masterKeys) {
    const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(zoneId))
    decipher.setAuthTag(wrapped.subarray(-16))
    try {
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
    } catch {
      // Wrapped by another master key; the next may fit.
    }
  }
  return undefined
}

/** As above; throws a sentence for the administrator when none fits. */
export function unwrap(masterKeys: readonly Buffer[], zoneId: string, wrapped: Buffer): Buffer {
  const key = unwrapIfFits(masterKeys, zoneId, wrapped)
  if (!key) throw new Error('The master key does not fit this database. Put back the key file it was made with.')
  return key
}
