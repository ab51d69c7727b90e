// A worker thread: takes blocks of households, as long as there are any, and writes their outcomes into shared memory.
import { parentPort } from 'node:worker_threads'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import { blocksOf, type Run, runBlocks } from '@meernet/rights-engine/columns'

/** What the program sends: the run, and the number of the next block, which all threads count up. */
export type Assignment = { readonly run: Run; readonly next: Int32Array }

/** Blocks taken at a time: some thousands of households, so that counting costs nothing and nobody waits long at the end. */
const atATime = 32

parentPort?.on('message', ({ run, next }: Assignment) => {
  const all = blocksOf(run.population.households)
  for (;;) {
    const from = Atomics.add(next, 0, atATime)
    if (from >= all) break
    runBlocks(belgianColumns, run, from, Math.min(all, from + atATime))
  }
  parentPort?.postMessage('done')
})
