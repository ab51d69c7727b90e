import type { PersonInRow } from './persons.ts'
import { SituationError } from './situation.ts'
import { firstPersonRow } from './world.ts'

/** Nobody has grown older; the vocabulary says the same of an age that is told. */
const oldestAge = 130

/**
 * Refuses households that cannot be: two reference persons, an age that is not that of the birth date, somebody born after
 * the date of the check, a child older than its parent.
 */
export function refuseImpossibleFamily(people: readonly PersonInRow[], today: number): void {
  for (const person of people) refuseImpossibleAge(person, today)
  const [, second] = people.filter(({ role }) => role === 'reference')
  if (second) throw fault('two_references', second, 'role', 'a household has one reference person; this is the second')
  if (people.every(({ role }) => role !== null && role !== 'reference'))
    throw new SituationError('no_reference', 'persons', 'one of the persons has to be the reference person')
  const [, secondPartner] = people.filter(({ role }) => role === 'partner')
  if (secondPartner)
    throw fault('two_partners', secondPartner, 'role', 'the reference person has one partner; this is the second')
  refuseReversedGenerations(people)
}

function refuseImpossibleAge(person: PersonInRow, today: number): void {
  const { told, born, age } = person
  if (born !== null && born > today)
    throw fault('born_later', person, 'birth_date', 'this birth date lies after the date of the check')
  if (born !== null && age !== null && age > oldestAge)
    throw fault('out_of_bounds', person, 'birth_date', `this birth date makes an age above ${oldestAge}: ${age}`)
  if (told !== null && born !== null && told !== age)
    throw fault(
      'age_and_birth_date_differ',
      person,
      'age',
      `the age ${told} and the birth date, which makes ${age}, differ`,
    )
}

function refuseReversedGenerations(people: readonly PersonInRow[]): void {
  const couple = people.filter(({ role }) => role === 'reference' || role === 'partner').map(({ age }) => age)
  const oldest = couple.includes(null) ? null : Math.max(...couple.map((age) => age ?? 0))
  const reference = people.find(({ role }) => role === 'reference')?.age ?? null
  for (const person of people) {
    const { role, age } = person
    if (age === null) continue
    if ((role === 'child' || role === 'grandchild') && oldest !== null && age >= oldest)
      throw fault(
        'child_older_than_parent',
        person,
        saidBy(person),
        `a ${role} of ${age} is not younger than the parents: ${oldest}`,
      )
    if ((role === 'parent' || role === 'grandparent') && reference !== null && age <= reference)
      throw fault(
        'child_older_than_parent',
        person,
        saidBy(person),
        `a ${role} of ${age} is not older than the reference person: ${reference}`,
      )
  }
}

/** Which fact the age was told by. */
function saidBy({ born }: PersonInRow): 'age' | 'birth_date' {
  return born === null ? 'age' : 'birth_date'
}

function fault(code: SituationError['code'], { row }: PersonInRow, name: string, message: string): SituationError {
  return new SituationError(code, `persons[${row - firstPersonRow}].${name}`, message)
}
