import { hkdfSync } from 'node:crypto'
import { open, seal } from '../../../../platform/encryption/seal.ts'

/** Words somebody searches for, as they may stand in an address: sealed, for they are often a name. */
export type SealedWords = {
  seal(zoneId: string, words: string): string
  /** The words again; undefined when they were sealed elsewhere, for another zone, or tampered with. */
  open(zoneId: string, sealed: string): string | undefined
}

/** Seals with a key made of `secret`: processes that share it open what another sealed. */
export function sealedWords(secret: Buffer): SealedWords {
  const key = { version: 1, key: Buffer.from(hkdfSync('sha256', secret, '', 'meernet inbox search', 32)) }
  const place = (zoneId: string) => ({ column: 'inbox search', rowId: zoneId })
  return {
    seal: (zoneId, words) => seal(key, place(zoneId), words.slice(0, 200)).toString('base64url'),
    open: (zoneId, sealed) => {
      try {
        return open(() => key.key, place(zoneId), Buffer.from(sealed, 'base64url'))
      } catch {
        return undefined
      }
    },
  }
}
