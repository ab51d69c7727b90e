/** Derives the key beside the screen, so that the screen keeps answering. One message in, one out. */
import { argon2Key } from './argon2.ts'
import type { KeyParameters } from './key-parameters.ts'

export type DeriveMessage = {
  readonly phrase: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly parameters: KeyParameters
}

self.addEventListener('message', ({ data }: MessageEvent<DeriveMessage>) => {
  self.postMessage(argon2Key(data.phrase, data.salt, data.parameters))
})
