// A model over a whole population: rules as columns. `kernelSource` makes the source ahead of time.
export {
  ageOn,
  bornAfter,
  bornBy,
  monthsLater,
  newYear,
  overHigh,
  overLow,
  partnerBits,
  timesHigh,
  timesLow,
  wholeYears,
  yearOf,
} from './arithmetic.ts'
export type { Frame, Kernel, KernelRight } from './kernel.ts'
export {
  blockSize,
  type Column,
  largestHousehold,
  mostCents,
  staleBit,
  statusCode,
  truthCode,
  unknownChoice,
} from './layout.ts'
export type { Memory } from './memory.ts'
export { type Outcomes, outcomeAt, outcomesFor, type ReadOutcome } from './outcomes.ts'
export {
  emptyPopulation,
  type Population,
  type PopulationBuilder,
  populationBuilder,
  withCompleteBlocks,
} from './population.ts'
export { type PopulationReader, populationReader, valuesOn } from './read-population.ts'
export { blocksOf, type Run, runBlocks, type Values } from './run.ts'
export { kernelSource } from './source/kernel-source.ts'
