import { expect, test } from 'vitest'
import { mustWipe } from './wipe.ts'

test.each([
  [false, true, false],
  [true, true, true],
  [false, false, true],
  [true, false, true],
])(
  'a phone asked to erase itself (%s), of somebody who still works here (%s), erases itself: %s',
  (isWipeAsked, isMember, erases) => {
    expect(mustWipe({ isWipeAsked, isMember })).toBe(erases)
  },
)
