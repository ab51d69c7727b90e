import type { Situation } from '@meernet/rights-engine'
import type { Spot } from './population-refused.ts'

/** A household as a population file gives it. */
export type HouseholdInFile = {
  /** How many households it stands for. */
  readonly weight: number
  /** Null where the file does not say. */
  readonly neighbourhood: string | null
  /** The day that the file gives with it, if any. */
  readonly date: string | null
  readonly situation: Omit<Situation, 'date' | 'parameters'>
  /** Where in the file a fact stands, by its path in the situation (`persons[1].age`). */
  readonly spot: (path: string) => Spot
}
