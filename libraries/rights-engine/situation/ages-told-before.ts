import { wholeYears, yearsBefore } from '../language/calendar.ts'
import type { Names } from './names.ts'
import { SituationError } from './situation.ts'
import { firstPersonRow, type World } from './world.ts'

/**
 * Ages that were told on another day become the ages that are possible on the date of the check: who was 8 on 1 November is
 * 8 or 9 on 1 March. Where the birth date is known it decides, as always. Refuses a date on which somebody was not born yet.
 */
export function moveAges(world: World, names: Names, toldOn: number): void {
  const [age, birth] = [names.fact('person', 'age'), names.fact('person', 'birth_date')]
  if (!age) return
  for (let row = firstPersonRow; row < world.rows; row += 1) {
    const cell = row * names.width + age.slot
    const told = world.low[cell] as number
    if (told !== world.high[cell]) continue
    const born = birth ? row * names.width + birth.slot : -1
    if (birth && world.low[born] === world.high[born]) {
      // NOTE: the birth date says the age on every day; left here, the age of that other day would contradict it.
      refuseOtherAge(told, wholeYears(world.low[born] as number, toldOn), row)
      world.low[cell] = age.low
      world.high[cell] = age.high
      continue
    }
    const oldest = wholeYears(yearsBefore(toldOn, told + 1) + 1, world.today)
    if (oldest < 0)
      throw new SituationError('born_later', `persons[${row - firstPersonRow}].age`, 'nobody was born yet on this date')
    world.low[cell] = Math.max(0, wholeYears(yearsBefore(toldOn, told), world.today))
    world.high[cell] = oldest
  }
}

function refuseOtherAge(told: number, then: number, row: number): void {
  if (told !== then)
    throw new SituationError(
      'age_and_birth_date_differ',
      `persons[${row - firstPersonRow}].age`,
      `the age ${told} and the birth date, which made ${then} on that day, differ`,
    )
}
