import type { Told } from '@meernet/rights-engine'

type Person = Told['persons'][number]

/** Who comes to live here: a bond, and an age or a birth date when known. */
export type Newcomer = {
  readonly role: 'partner' | 'child' | 'other'
  readonly age?: number | undefined
  readonly birthDate?: string | undefined
}

/**
 * The same answers with another household: who leaves takes their answers along, who comes is asked about later. The
 * reference person stays, and there is one partner: a second is refused.
 */
export function withPeople(told: Told, leaves: readonly string[], comes: Newcomer | null): Told | 'secondPartner' {
  const staying = told.persons.filter(({ id, role }) => role === 'reference' || !leaves.includes(id))
  if (comes?.role === 'partner' && staying.some(({ role }) => role === 'partner')) return 'secondPartner'
  return { ...told, persons: comes ? [...staying, personFrom(comes, told.persons)] : staying, skipped: [] }
}

function personFrom({ role, age, birthDate }: Newcomer, known: readonly Person[]): Person {
  const letter = { partner: 'q', child: 'k', other: 'a' }[role]
  return {
    id: freeId(letter, known),
    ...(role === 'other' ? {} : { role }),
    ...(birthDate === undefined ? (age === undefined ? {} : { age }) : { birth_date: birthDate }),
  }
}

/** NOTE an identifier that somebody who left had is not given again, or two persons would be compared as one. */
function freeId(letter: string, known: readonly Person[]): string {
  let number = 1
  while (known.some(({ id }) => id === `${letter}${number}`)) number += 1
  return `${letter}${number}`
}
