import { type IsoDate, isIsoDate } from '@meernet/calendar'
import type { Told } from '@meernet/rights-engine'
import type { Somebody } from './kept-check.ts'

/** Everybody of a household by bond and age on a day, for naming them without a name. */
export function somebodies(told: Told, today: IsoDate): readonly Somebody[] {
  return told.persons.map(({ id, role, age, birth_date: born }) => ({
    id,
    role: typeof role === 'string' ? role : null,
    age: typeof born === 'string' && isIsoDate(born) ? ageOn(born, today) : typeof age === 'number' ? age : null,
  }))
}

/** Whole years from a birth date to a day. */
export function ageOn(born: IsoDate, day: IsoDate): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)
}
