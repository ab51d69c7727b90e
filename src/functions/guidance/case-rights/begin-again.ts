import { type IsoDate, isIsoDate } from '@meernet/calendar'
import type { Told } from '@meernet/rights-engine'
import type { KeptCheck } from './kept-check.ts'
import { ageOn } from './somebody.ts'

/**
 * The answers of a kept check to go on with today. Whose birth date is not known is as many whole years older as have passed;
 * one more may have, so the page asks to look at ages again. Null when no answers were kept.
 */
export function answersToGoOnWith({ told, checkedOn }: KeptCheck, today: IsoDate): Told | null {
  const passed = ageOn(checkedOn, today)
  return (
    told && {
      ...told,
      persons: told.persons.map((person) =>
        typeof person.age === 'number' && !hasBirthDate(person) ? { ...person, age: person.age + passed } : person,
      ),
    }
  )
}

/** Whether ages were told on another day and may have changed since. */
export const hasOldAges = ({ told, checkedOn }: KeptCheck, today: IsoDate): boolean =>
  checkedOn !== today && (told?.persons.some((person) => person.age !== undefined && !hasBirthDate(person)) ?? false)

const hasBirthDate = ({ birth_date: born }: Told['persons'][number]) => typeof born === 'string' && isIsoDate(born)
