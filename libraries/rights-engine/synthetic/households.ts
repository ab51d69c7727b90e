import { dayOf } from '../language/tokens.ts'
import type { Situation, ToldFacts } from '../situation/situation.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { familyOf } from './family.ts'
import { dwellingFacts, householdFacts } from './home.ts'
import { personFacts } from './person.ts'
import { kinds } from './shares.ts'

/** Which invented population: the same answer for the same values, always. */
export type Invented = {
  readonly seed: number
  readonly date: string
  /** The share of households in Brussels; the others live in Flanders. */
  readonly brussels?: number
}

/**
 * Household number `number` of an invented population, with every fact told: plausible by age, kind of household, income,
 * home, benefits and children. Each household hangs on its own number alone, so any part of a population can be made.
 */
export function inventedHousehold({ seed, date, brussels = 0.15 }: Invented, number: number): Situation {
  const today = dayOf(date)
  if (today === null) throw new RangeError(`${date} is no date of the calendar`)
  const chance = chanceFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const region = chance.happens(brussels) ? 'brussels' : 'flanders'
  const family = familyOf(chance.of(kinds[region]), today, chance)
  const persons = family.map((who, index) => personFacts(`p${index + 1}`, who, region, today, chance))
  const couple = persons.filter(({ role }) => role === 'reference' || role === 'partner')
  const grossYear = couple.reduce((sum, { gross_taxable_prev_year }) => sum + Number(gross_taxable_prev_year), 0)
  return {
    date,
    household: householdFacts(region, grossYear, Number(date.slice(0, 4)), chance),
    dwelling: dwellingFacts(region, today, chance),
    persons,
  }
}

/** Takes facts away by chance: a share of all there are. Who somebody is to the others stays. */
export function withFactsHidden(situation: Situation, share: number, seed: number): Situation {
  const chance = chanceFrom(seed)
  return {
    ...situation,
    household: hidden(situation.household, share, chance),
    dwelling: hidden(situation.dwelling, share, chance),
    persons: situation.persons.map((person) => hidden(person, share, chance)),
  }
}

function hidden(told: ToldFacts | undefined, share: number, chance: Chance): ToldFacts {
  const kept = Object.entries(told ?? {}).filter(([name]) => name === 'id' || name === 'role' || !chance.happens(share))
  return Object.fromEntries(kept)
}
