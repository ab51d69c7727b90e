import type { DeriveMessage } from './argon2-worker.ts'
import type { DeriveKey } from './key-parameters.ts'

/** Derives the key in a worker of its own, which ends afterwards and takes its memory along. */
export const deriveInWorker: DeriveKey = (phrase, salt, parameters) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      end()
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      end()
      reject(new Error(event.message))
    })
    const message: DeriveMessage = { phrase, salt, parameters }
    worker.postMessage(message)
  })
