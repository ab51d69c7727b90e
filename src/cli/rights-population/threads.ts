import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Run } from '@meernet/rights-engine/columns'
import type { Assignment } from './thread.ts'

/** Threads that work the Belgian rights of a population out together. They stay warm: a second run of the same is faster. */
export type PopulationThreads = {
  /** Everything in `run` has to lie in shared memory; the outcomes are there when this ends. One run at a time. */
  run(run: Run): Promise<void>
  close(): Promise<void>
}

/** Starts `count` threads, by default one a processor; whoever starts them closes them. */
export function populationThreads(count = availableParallelism()): PopulationThreads {
  const workers = Array.from({ length: Math.max(1, count) }, () => new Worker(threadFile()))
  return {
    async run(run) {
      refuseOwnMemory(run)
      const next = new Int32Array(new SharedArrayBuffer(4))
      await Promise.all(workers.map((worker) => worked(worker, { run, next })))
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function worked(worker: Worker, assignment: Assignment): Promise<void> {
  return new Promise((resolve, reject) => {
    const stopped = (code: number) => reject(new Error(`a thread of the simulation stopped (${code})`))
    worker.once('error', reject).once('exit', stopped)
    worker.once('message', () => {
      worker.off('error', reject).off('exit', stopped)
      resolve()
    })
    worker.postMessage(assignment)
  })
}

/** Copies would be filled by the threads, and the outcomes would stay empty here. */
function refuseOwnMemory({ population, outcomes }: Run): void {
  const arrays = [
    population.start,
    ...population.columns,
    ...outcomes.status,
    ...outcomes.amountLow,
    ...outcomes.amountHigh,
  ]
  if (arrays.some(({ buffer }) => !(buffer instanceof SharedArrayBuffer)))
    throw new TypeError('population and outcomes have to lie in shared memory')
}

/** The sources run as they are; the built program has the thread beside its entry. */
function threadFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('thread.ts', import.meta.url)
  const [beside, above] = ['rights-thread.js', '../rights-thread.js'].map((name) => new URL(name, import.meta.url))
  return beside && existsSync(fileURLToPath(beside)) ? beside : (above as URL)
}
