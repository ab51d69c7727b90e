import { wholeYears } from '../language/calendar.ts'
import type { Names } from './names.ts'
import { firstPersonRow, type World } from './world.ts'

/** What the engine itself looks at of somebody; the rest is for the rules. */
export type PersonInRow = {
  readonly row: number
  readonly role: string | null
  /** The age as it was told, and the age that counts: that of the birth date where it is known. */
  readonly told: number | null
  readonly born: number | null
  readonly age: number | null
}

/** Everybody of the household, in the order of the rows. */
export function personsIn(world: World, names: Names): readonly PersonInRow[] {
  const role = names.fact('person', 'role')
  const age = names.fact('person', 'age')
  const birth = names.fact('person', 'birth_date')
  return Array.from({ length: world.rows - firstPersonRow }, (_, index) => {
    const row = index + firstPersonRow
    const at = (slot: number | undefined) => {
      const cell = row * names.width + (slot ?? 0)
      return slot === undefined || world.low[cell] !== world.high[cell] ? null : (world.low[cell] ?? null)
    }
    const [code, told, born] = [at(role?.slot), at(age?.slot), at(birth?.slot)]
    const counted = born === null ? told : wholeYears(born, world.today)
    return { row, role: code === null ? null : (role?.choices[code] ?? null), told, born, age: counted }
  })
}
