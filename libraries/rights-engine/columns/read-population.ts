import { dayOf } from '../language/tokens.ts'
import type { Model } from '../model.ts'
import { namesOf } from '../situation/names.ts'
import { parameterTable } from '../situation/parameters.ts'
import { readSituation } from '../situation/read.ts'
import { type GivenParameters, type Situation, SituationError } from '../situation/situation.ts'
import type { Kernel } from './kernel.ts'
import { bytesIn, type Memory, numbersIn } from './memory.ts'
import { type Population, populationBuilder } from './population.ts'
import type { Values } from './run.ts'

/** Reads households of one date, one after the other, in the shape of a situation. */
export type PopulationReader = {
  /** Throws a `SituationError` where the household cannot be; it is left out then. */
  add(situation: Omit<Situation, 'date' | 'parameters'>): void
  build(memory?: Memory): Population
}

/** A reader for `kernel`: ages and days count on `date`. */
export function populationReader(model: Model, kernel: Kernel, date: string): PopulationReader {
  const names = namesOf(model)
  const table = parameterTable(model.parameters)
  const builder = populationBuilder(kernel.columns)
  return {
    add(situation) {
      const { world } = readSituation({ ...situation, date }, names, table)
      builder.add(world, names.width)
    },
    build: (memory) => builder.build(memory),
  }
}

/** The values of the law on a date, for a kernel; `given` are those of a municipality or a reform, money in euros. */
export function valuesOn(
  model: Model,
  kernel: Kernel,
  date: string,
  given?: GivenParameters,
  memory: Memory = 'own',
): Values & { readonly today: number } {
  const today = dayOf(date)
  if (today === null) throw new SituationError('bad_date', 'date', `${date} is no date of the calendar`)
  const table = parameterTable(model.parameters)
  const ofDay = table.on(today, given)
  const count = kernel.parameters.length
  const own = { low: numbersIn(memory, count), high: numbersIn(memory, count), stale: bytesIn(memory, count) }
  for (const [place, id] of kernel.parameters.entries()) {
    const number = table.numberOf(id)
    if (number === undefined)
      throw new TypeError(`the kernel speaks of ${id}, which the model has not: generate it again`)
    own.low[place] = ofDay.low[number] as number
    own.high[place] = ofDay.high[number] as number
    own.stale[place] = ofDay.stale[number] as number
  }
  return { ...own, today }
}
