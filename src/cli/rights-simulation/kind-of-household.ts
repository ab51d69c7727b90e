import { dayOf, type ToldFacts } from '@meernet/rights-engine'

/** Who lives together, as far as ages and bonds were told. */
export const kindsOfHousehold = [
  'alone, under 65',
  'alone, 65 or older',
  'couple without children',
  'couple with children',
  'one parent with children',
  'other or not known',
] as const
export type KindOfHousehold = (typeof kindsOfHousehold)[number]

/** The kind of a household on a day. Children are those with the role child who are under 25. */
export function kindOfHousehold(persons: readonly ToldFacts[], date: string): KindOfHousehold {
  const children = persons.filter((person) => person.role === 'child' && (ageOf(person, date) ?? 0) < 25)
  const adults = persons.filter((person) => !children.includes(person))
  if (adults.length === 1) {
    if (children.length > 0) return 'one parent with children'
    const age = ageOf(adults[0] ?? {}, date)
    if (age === null) return 'other or not known'
    return age < 65 ? 'alone, under 65' : 'alone, 65 or older'
  }
  const isCouple = adults.length === 2 && adults.some(({ role }) => role === 'partner')
  if (!isCouple) return 'other or not known'
  return children.length > 0 ? 'couple with children' : 'couple without children'
}

function ageOf({ age, birth_date: birth }: ToldFacts, date: string): number | null {
  if (typeof birth === 'string' && dayOf(birth) !== null) {
    const hadBirthday = date.slice(5) >= birth.slice(5)
    return Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1)
  }
  return typeof age === 'number' ? age : null
}
