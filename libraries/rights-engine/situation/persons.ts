import { wholeYears } from '../language/calendar.ts'
import type { FactSlot, Names } from './names.ts'
import { firstPersonRow, type World } from './world.ts'

/** What the engine itself looks at of somebody; the rest is for the rules. */
export type PersonInRow = {
  readonly row: number
  readonly role: string | null
  /** The age as it was told, and the age that counts: that of the birth date where it is known. */
  readonly told: number | null
  readonly born: number | null
  readonly age: number | null
  /** The age that somebody has at most, where it is not known exactly. */
  readonly ageAtMost: number
}

/** Everybody of the household, in the order of the rows. */
export function personsIn(world: World, names: Names): readonly PersonInRow[] {
  const role = names.fact('person', 'role')
  const age = names.fact('person', 'age')
  const birth = names.fact('person', 'birth_date')
  const people: PersonInRow[] = []
  for (let row = firstPersonRow; row < world.rows; row += 1) {
    const [code, told, born] = [knownAt(role, row), knownAt(age, row), knownAt(birth, row)]
    const counted = born === null ? told : wholeYears(born, world.today)
    const ageAtMost = counted ?? highestAt(age, row)
    people.push({
      row,
      role: code === null ? null : (role?.choices[code] ?? null),
      told,
      born,
      age: counted,
      ageAtMost,
    })
  }
  return people

  function knownAt(fact: FactSlot | undefined, row: number): number | null {
    if (!fact) return null
    const cell = row * names.width + fact.slot
    const low = world.low[cell] as number
    return low === world.high[cell] ? low : null
  }

  function highestAt(fact: FactSlot | undefined, row: number): number {
    return fact ? (world.high[row * names.width + fact.slot] as number) : Number.POSITIVE_INFINITY
  }
}
