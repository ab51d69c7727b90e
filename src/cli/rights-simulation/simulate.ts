import { availableParallelism } from 'node:os'
import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import type { GivenParameters } from '@meernet/rights-engine'
import { blocksOf, type Outcomes, outcomesFor, type Run, runBlocks, valuesOn } from '@meernet/rights-engine/columns'
import { type PopulationThreads, populationThreads } from '../rights-population/threads.ts'
import { type Batch, householdsInBatch } from './batch.ts'
import { addBatch, emptyTally, type Tally } from './tally.ts'

/** The law on one day, with values of a municipality or of a reform (money in euros). */
export type Law = { readonly date: string; readonly parameters: GivenParameters }

/** The law as it is, and a reform to hold against it; null without one. */
export type Comparison = { readonly before: Law; readonly after: Law | null }

/**
 * Works a population out under the law as it is and under a reform, and counts. While one batch is worked out by the threads the
 * next one is read. `onProgress` hears how many households are done.
 */
export async function simulate(
  batches: AsyncIterable<Batch>,
  comparison: Comparison,
  onProgress: (households: number) => void = () => undefined,
): Promise<Tally> {
  const tally = emptyTally()
  const work = workers()
  let running = Promise.resolve()
  try {
    for await (const batch of batches) {
      await running
      running = work.run(batch, comparison).then(([before, after]) => {
        addBatch(tally, batch, before, after)
        onProgress(tally.households.records)
      })
      // Waited for above or below; a file that is refused meanwhile must not leave a failure that nobody hears.
      running.catch(() => undefined)
    }
    await running
  } finally {
    await work.close()
  }
  return tally
}

/** Threads are worth their start for a full batch only. Outcomes are written over those of the batch before. */
function workers() {
  let threads: PopulationThreads | undefined
  const [roomBefore, roomAfter] = [roomForOutcomes(), roomForOutcomes()]
  return {
    async run(batch: Batch, { before, after }: Comparison): Promise<readonly [Outcomes, Outcomes | null]> {
      const was = await outcomesUnder(before, batch, roomBefore)
      return [was, after && (await outcomesUnder(after, batch, roomAfter))]
    },
    close: async () => threads?.close(),
  }

  async function outcomesUnder(law: Law, { population }: Batch, room: RoomForOutcomes): Promise<Outcomes> {
    const { today, ...values } = valuesOn(belgium, belgianColumns, law.date, law.parameters, 'shared')
    const outcomes = room(population.households, population.persons)
    const run: Run = { population, today, values, outcomes }
    if (population.households < householdsInBatch && !threads) {
      runBlocks(belgianColumns, run, 0, blocksOf(population.households))
      return outcomes
    }
    threads ??= populationThreads(availableParallelism())
    await threads.run(run)
    return outcomes
  }
}

type RoomForOutcomes = (households: number, persons: number) => Outcomes

/** Gives the same memory again as long as it is large enough: new memory for each batch would stay taken for long. */
function roomForOutcomes(): RoomForOutcomes {
  let kept: { readonly households: number; readonly persons: number; readonly outcomes: Outcomes } | undefined
  return (households, persons) => {
    if (kept && kept.households >= households && kept.persons >= persons) {
      for (const status of kept.outcomes.status) status.fill(0)
      return kept.outcomes
    }
    const [more, morePersons] = [Math.ceil(households * 1.2), Math.ceil(persons * 1.2)]
    kept = {
      households: more,
      persons: morePersons,
      outcomes: outcomesFor(belgianColumns, more, morePersons, 'shared'),
    }
    return kept.outcomes
  }
}
