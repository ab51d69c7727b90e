import { expect, test } from 'vitest'
import type { Organisation } from '../organisation.ts'
import { filledFrom, mayUndo, mergeRefusal, withoutFilled } from './merge.ts'

const sheet = (over: Partial<Organisation>): Organisation => ({
  id: 'a',
  zoneId: null,
  name: 'OKRA Netegem',
  alternateName: null,
  legalForm: null,
  enterpriseNumber: null,
  description: null,
  phone: null,
  email: null,
  website: null,
  endedOn: null,
  mergedInto: null,
  version: 1,
  ...over,
})
const kept = sheet({})
const other = sheet({ id: 'b', name: 'Okra, trefpunt 55+', phone: '09 000 01 40' })

test.each([
  ['one sheet does not go into itself', kept, kept, false, 'same'],
  ['nor into one that went elsewhere', sheet({ mergedInto: 'c' }), other, false, 'merged'],
  ['nor twice', kept, sheet({ id: 'b', mergedInto: 'c' }), false, 'merged'],
  ['one that took others in stays', kept, other, true, 'hasMerged'],
  [
    'two numbers are two organisations',
    sheet({ enterpriseNumber: '1' }),
    sheet({ id: 'b', enterpriseNumber: '2' }),
    false,
    'twoNumbers',
  ],
  [
    'two partners settle first who keeps it',
    sheet({ zoneId: 'x' }),
    sheet({ id: 'b', zoneId: 'y' }),
    false,
    'twoKeepers',
  ],
  ['one number is enough', sheet({ enterpriseNumber: '1' }), other, false, undefined],
] as const)('%s', (_, one, two, otherHasMerged, refusal) => {
  expect(mergeRefusal(one, two, otherHasMerged)).toBe(refusal)
})

test('the kept sheet takes what it lacks, and the other name as an other name', () => {
  expect(filledFrom(kept, other)).toEqual({ alternateName: 'Okra, trefpunt 55+', phone: '09 000 01 40' })
  expect(filledFrom(sheet({ phone: '112' }), sheet({ id: 'b', phone: '100' }))).toEqual({})
})

test('taking it back empties what was filled, but not what somebody changed since', () => {
  const filled = filledFrom(kept, other)
  expect(withoutFilled(sheet({ ...filled, phone: '09 000 01 41' }), filled)).toEqual({ alternateName: null })
})

test('it can be taken back for 30 days', () => {
  expect([mayUndo('2026-11-01', '2026-12-01'), mayUndo('2026-11-01', '2026-12-02')]).toEqual([true, false])
})
