import { dayNumber } from '../language/calendar.ts'
import { dateOf } from '../language/tokens.ts'
import type { Chance } from './chance.ts'
import { ages, children, type Kind } from './shares.ts'

/** Who somebody is: the rest of what is known of them follows from it. */
export type Someone = { readonly role: string; readonly age: number; readonly birthDate: string }

/** The members of a household of a kind, the reference person first. Nobody is older than a parent. */
export function familyOf(kind: Kind, today: number, chance: Chance): readonly Someone[] {
  const age = Math.max(18, chance.of(ages[kind]) + chance.whole(0, 9))
  const reference = someone('reference', age, today, chance)
  const partner = () => someone('partner', Math.max(18, age + chance.whole(-5, 5)), today, chance)
  if (kind === 'alone') return [reference]
  if (kind === 'couple') return [reference, partner()]
  if (kind === 'couple_with_children') return [reference, partner(), ...childrenOf(age, today, chance)]
  if (kind === 'single_parent') return [reference, ...childrenOf(age, today, chance)]
  if (kind === 'with_parent')
    return [reference, someone('parent', Math.min(99, age + chance.whole(20, 35)), today, chance)]
  const others = Array.from(
    {
      length: chance.of([
        [1, 70],
        [2, 20],
        [3, 10],
      ]),
    },
    () => {
      const role = chance.of([
        ['sibling', 25],
        ['other_relative', 15],
        ['other', 60],
      ])
      return someone(role, Math.max(18, age + chance.whole(-8, 8)), today, chance)
    },
  )
  return [reference, ...others]
}

function childrenOf(parentAge: number, today: number, chance: Chance): readonly Someone[] {
  const oldest = Math.min(26, parentAge - 20)
  const youngest = Math.max(0, parentAge - 45)
  return Array.from({ length: chance.of(children) }, () =>
    someone('child', chance.whole(Math.max(0, Math.min(youngest, oldest)), Math.max(0, oldest)), today, chance),
  )
}

/** Somebody who has that age today, born on some day of the year before the last birthday. */
function someone(role: string, age: number, today: number, chance: Chance): Someone {
  const [year, month, day] = dateOf(today).split('-').map(Number) as [number, number, number]
  const last = dayNumber(year - age, month, Math.min(day, 28))
  return { role, age, birthDate: dateOf(last - chance.whole(0, 360)) }
}
