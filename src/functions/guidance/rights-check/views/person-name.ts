import type { Told } from '@meernet/rights-engine'
import type { CheckWords } from '../check-words.ts'

/** How the check speaks of somebody, without a name: "u", "uw partner", "uw kind van 8". */
export function personName(t: CheckWords, told: Told, id: string): string {
  if (id === 'household' || id === 'dwelling') return t('resident.rightsCheck.person.household')
  const person = told.persons.find((one) => one.id === id)
  const role =
    person?.role === 'reference' || person?.role === 'partner' || person?.role === 'child' ? person.role : 'other'
  const aged = role === 'child' || role === 'other'
  if (!aged) return t(`resident.rightsCheck.person.${role}`)
  return person?.age === undefined
    ? t(`resident.rightsCheck.person.${role}`)
    : t(`resident.rightsCheck.person.${role}Of`, { age: Number(person.age) })
}
