import type { DeriveMessage } from './argon2-worker.ts'
import type { DeriveKey } from './key-parameters.ts'

let ready: Worker | undefined

/** Starts the worker while the phrase is being typed, so that unlocking does not wait for it. */
export function prepareToDerive(): void {
  ready ??= new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' })
}

/** Derives the key in a worker of its own, which ends afterwards and takes its memory along. */
export const deriveInWorker: DeriveKey = (phrase, salt, parameters) =>
  new Promise((resolve, reject) => {
    prepareToDerive()
    const worker = ready
    if (!worker) return reject(new Error('no worker'))
    ready = undefined
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
