import { argon2id } from '@noble/hashes/argon2.js'
import type { KeyParameters } from './key-parameters.ts'

/** Argon2id in plain JavaScript: the content security policy leaves no room for WebAssembly. Takes most of a second. */
export function argon2Key(
  phrase: string,
  salt: Uint8Array<ArrayBuffer>,
  { memoryKib, passes }: KeyParameters,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(argon2id(phrase.normalize('NFKC'), salt, { m: memoryKib, t: passes, p: 1, dkLen: 32 }))
}
