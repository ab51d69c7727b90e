// Every Belgian right of a million invented households, on threads.
import { availableParallelism } from 'node:os'
import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import {
  emptyPopulation,
  outcomesFor,
  type Population,
  populationReader,
  valuesOn,
  withCompleteBlocks,
} from '@meernet/rights-engine/columns'
import { inventedHousehold, withFactsHidden } from '@meernet/rights-engine/synthetic'
import { populationThreads } from '../../src/cli/rights-population/threads.ts'
import { median, writeSection } from '../results.ts'
import { load, processorTime } from './turns.ts'

const date = '2026-11-22'
const different = 25_000
const times = 40
const rounds = 3

/** Measures households of whom all is known, and households that keep a fifth to themselves, and writes the section. */
export async function measureBelgianRights(): Promise<void> {
  const rows = []
  for (const [what, hidden] of [
    ['every fact known', 0],
    ['one fact in five unknown', 0.2],
  ] as const) {
    const { first, again, busy, persons } = await measured(repeated(invented(hidden)))
    rows.push(`| ${what} | ${persons} | ${seconds(first)} | ${seconds(again)} | ${seconds(busy)} | ≤ 3 s |`)
  }
  writeSection(
    'All Belgian rights of a million households',
    `${belgianColumns.rights.length} rights on ${date}, ${availableParallelism()} threads, ${load()}. ${different} different invented households (85 % Flanders, 15 % Brussels),
each ${times} times; making and reading them is not counted. The first run compiles while it runs; the median of ${rounds} others follows.
Status, staleness, lowest and highest amount of every right and subject. A thread's share of the processor time is what the run takes
where nothing else runs.

| households | persons | first run | again | processor time a thread | aim |
|---|---|---|---|---|---|
${rows.join('\n')}`,
  )
}

async function measured(population: Population) {
  const { today, ...values } = valuesOn(belgium, belgianColumns, date, undefined, 'shared')
  const outcomes = outcomesFor(belgianColumns, population.households, population.persons, 'shared')
  const threads = populationThreads()
  const spent: number[] = []
  const busy: number[] = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const [start, startBusy] = [performance.now(), processorTime()]
      await threads.run({ population, today, values, outcomes })
      spent.push(performance.now() - start)
      busy.push((processorTime() - startBusy) / availableParallelism())
    }
  } finally {
    await threads.close()
  }
  const [first = Number.NaN, ...others] = spent
  return { first, again: median(others), busy: median(busy.slice(1)), persons: population.persons }
}

function invented(hidden: number): Population {
  const reader = populationReader(belgium, belgianColumns, date)
  for (let number = 0; number < different; number += 1) {
    const household = inventedHousehold({ seed: 1, date }, number)
    reader.add(hidden === 0 ? household : withFactsHidden(household, hidden, number))
  }
  return reader.build()
}

/** The same households so many times after each other, in shared memory. */
function repeated(once: Population): Population {
  const { households, persons } = once
  const all = emptyPopulation(belgianColumns.columns, households * times, persons * times, 'shared')
  for (let time = 0; time < times; time += 1) {
    for (let at = 0; at <= households; at += 1)
      all.start[time * households + at] = time * persons + (once.start[at] as number)
    for (const [number, column] of all.columns.entries()) {
      const own = once.columns[number] as Uint8Array
      column.set(own, time * own.length)
    }
  }
  return withCompleteBlocks(all, belgianColumns.columns)
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
