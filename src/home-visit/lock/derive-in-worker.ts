import type { DeriveMessage } from './argon2-worker.ts'
import type { DeriveKey } from './key-parameters.ts'

let ready: Worker | undefined

/** Starts the worker while the phrase is being typed, so that unlocking does not wait for it. */
export function prepareToDerive(): void {
  if (ready) return
  const worker = newWorker()
  ready = worker
  worker.addEventListener('error', () => {
    if (ready === worker) ready = undefined
  })
}

/**
 * Derives the key in a worker of its own, which ends afterwards and takes its memory along. Without a network a worker starts only
 * from what the browser happens to remember, since the service worker may not answer for a program outside its scope; then the page
 * derives the key itself, and stands still for most of a second.
 */
export const deriveInWorker: DeriveKey = async (phrase, salt, parameters) => {
  const worker = ready ?? newWorker()
  ready = undefined
  try {
    return await answerOf(worker, { phrase, salt, parameters })
  } catch {
    const { argon2Key } = await import('./argon2.ts')
    return argon2Key(phrase, salt, parameters)
  } finally {
    worker.terminate()
  }
}

const newWorker = () => new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' })

function answerOf(worker: Worker, message: DeriveMessage): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data))
    worker.addEventListener('error', () => reject(new Error('the worker did not start')))
    worker.postMessage(message)
  })
}
