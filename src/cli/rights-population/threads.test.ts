import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import {
  blocksOf,
  type Memory,
  outcomesFor,
  populationReader,
  runBlocks,
  valuesOn,
} from '@meernet/rights-engine/columns'
import { inventedHousehold, withFactsHidden } from '@meernet/rights-engine/synthetic'
import { expect, test } from 'vitest'
import { populationThreads } from './threads.ts'

const date = '2026-03-05'

function runIn(memory: Memory) {
  const reader = populationReader(belgium, belgianColumns, date)
  for (let number = 0; number < 1000; number += 1) {
    const household = inventedHousehold({ seed: 2, date }, number)
    reader.add(number < 500 ? household : withFactsHidden(household, 0.2, number))
  }
  const population = reader.build(memory)
  const { today, ...values } = valuesOn(belgium, belgianColumns, date, undefined, memory)
  const outcomes = outcomesFor(belgianColumns, population.households, population.persons, memory)
  return { population, today, values, outcomes }
}

test('three threads come to the same outcomes as one, again and again', async () => {
  const alone = runIn('own')
  runBlocks(belgianColumns, alone, 0, blocksOf(alone.population.households))
  const together = runIn('shared')
  const threads = populationThreads(3)
  try {
    for (let time = 0; time < 2; time += 1) {
      for (const status of together.outcomes.status) status.fill(0)
      await threads.run(together)
      expect(together.outcomes.status.map((column) => [...column])).toEqual(
        alone.outcomes.status.map((column) => [...column]),
      )
      expect(together.outcomes.amountHigh.map((column) => [...column])).toEqual(
        alone.outcomes.amountHigh.map((column) => [...column]),
      )
    }
  } finally {
    await threads.close()
  }
})

test('a population in memory of its own is refused, because threads would fill a copy', async () => {
  const threads = populationThreads(1)
  try {
    await expect(threads.run(runIn('own'))).rejects.toThrow('shared memory')
  } finally {
    await threads.close()
  }
})
