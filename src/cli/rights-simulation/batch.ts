import { belgium } from '@meernet/rights-belgium'
import { belgianColumns } from '@meernet/rights-belgium/columns'
import { SituationError } from '@meernet/rights-engine'
import { type Population, type PopulationReader, populationReader } from '@meernet/rights-engine/columns'
import type { HouseholdInFile } from './household-in-file.ts'
import { type KindOfHousehold, kindOfHousehold } from './kind-of-household.ts'
import { PopulationRefused } from './population-refused.ts'

/** Households that are worked out together: enough for threads to be worth it, few enough to lie in memory many times over. */
export const householdsInBatch = 8192

/** Some households as columns, with what a file says beside their facts, in the same order. */
export type Batch = {
  readonly population: Population
  readonly weights: readonly number[]
  readonly neighbourhoods: readonly (string | null)[]
  readonly kinds: readonly KindOfHousehold[]
}

/**
 * Lays the households of a file out as columns, batch by batch. Throws a `PopulationRefused` where a household cannot be, or
 * where the file gives another day than that of the simulation.
 */
export async function* batchesOf(
  households: AsyncIterable<readonly HouseholdInFile[]>,
  day: Day,
): AsyncGenerator<Batch> {
  const { date } = day
  let begun = newBatch(date)
  for await (const some of households) {
    for (const household of some) {
      addTo(begun, household, day)
      if (begun.weights.length === householdsInBatch) {
        yield built(begun)
        begun = newBatch(date)
      }
    }
  }
  if (begun.weights.length > 0) yield built(begun)
}

/** The file and the day of the simulation; `mayDiffer`: households that give another day are worked out on this one. */
type Day = { readonly file: string; readonly date: string; readonly mayDiffer: boolean }

type Begun = {
  readonly reader: PopulationReader
  readonly weights: number[]
  readonly neighbourhoods: (string | null)[]
  readonly kinds: KindOfHousehold[]
}

const newBatch = (date: string): Begun => ({
  reader: populationReader(belgium, belgianColumns, date),
  weights: [],
  neighbourhoods: [],
  kinds: [],
})

const built = ({ reader, ...beside }: Begun): Batch => ({ ...beside, population: reader.build('shared') })

function addTo(begun: Begun, household: HouseholdInFile, { file, date, mayDiffer }: Day): void {
  const { situation, spot } = household
  if (household.date !== null && household.date !== date && !mayDiffer)
    throw new PopulationRefused(
      'other-date',
      file,
      { ...spot('persons'), column: 'date' },
      `a population is worked out on one day; this is not ${date}. Choose the day for all with --date`,
    )
  try {
    begun.reader.add(situation)
  } catch (fault) {
    if (!(fault instanceof SituationError) && !(fault instanceof RangeError)) throw fault
    const path = fault instanceof SituationError ? fault.path : 'persons'
    throw new PopulationRefused('value', file, spot(path), fault.message)
  }
  begun.weights.push(household.weight)
  begun.neighbourhoods.push(household.neighbourhood)
  begun.kinds.push(kindOfHousehold(situation.persons, date))
}
